/// Columns of block characters, one for each value, `height` rows high: the rows from the top.
///
/// A column fills eighths of a row, rounded; only 0 has none at all.
///
/// - Parameters:
///   - values: what is shown; what is no number or below 0 counts as 0.
///   - most: the value of a full column; what is more counts as that.
///   - height: rows.
///   - step: columns of the terminal for each value, of which the last stays empty if there is more
///     than one.
/// - Returns: rows as wide as `step` for each value.
public func columnChart(_ values: [Double], most: Double, height: Int, step: Int = 1) -> [String] {
  guard height > 0, step > 0 else { return [] }
  let eighths = values.map { value -> Int in
    guard value > 0, most > 0 else { return 0 }
    return max(1, Int(min(1, value / most) * Double(height * 8) + 0.5))
  }
  let blocks: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  return (0..<height).reversed().map { row in
    eighths.map { eighths in
      let block = blocks[min(8, max(0, eighths - row * 8))]
      let gap = step > 1 ? 1 : 0
      return String(repeating: block, count: step - gap) + String(repeating: " ", count: gap)
    }.joined()
  }
}
