/// A horizontal bar for a share from 0 to 1, `width` columns wide.
///
/// It fills eighths of a column, rounded, over a track of `░`. Only 0 looks empty and only 1 looks
/// full; what is no number or outside the range counts as the nearer end.
public func bar(share: Double, width: Int) -> String {
  guard width > 0 else { return "" }
  let total = width * 8
  let share = share > 0 ? min(share, 1) : 0
  var eighths = Int(share * Double(total) + 0.5)
  if share > 0 { eighths = max(eighths, 1) }
  if share < 1 { eighths = min(eighths, total - 1) }

  let partial = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
  let track = width - eighths / 8 - (partial.isEmpty ? 0 : 1)
  return String(repeating: "█", count: eighths / 8) + partial + String(repeating: "░", count: track)
}
