public import Screen
public import Testing

/// Compares a screen, its text and below it the roles of its cells, with the one in
/// `Snapshots/NAME.txt` beside the calling test.
public func expectScreen(
  _ canvas: Canvas, _ name: String, file: String = #filePath,
  location: SourceLocation = #_sourceLocation
) throws {
  let folder = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
  let roles = ScreenRoles(canvas)
  if !roles.nameless.isEmpty {
    Issue.record(
      """
      \(name) has styles that stand for no role; name them in ScreenRoles:
      \(roles.nameless.joined(separator: "\n"))
      """, sourceLocation: location)
  }
  try expectSnapshot(
    "\(canvas.text)\n---\n\(roles.text)\n", at: "\(folder)/Snapshots/\(name).txt",
    location: location)
}
