import FoundationEssentials
public import Screen
public import Testing

/// Compares a screen with the one in `Snapshots/NAME.txt` beside the calling test.
///
/// With `RECORD_SNAPSHOTS` set, or when there is no file yet, it writes the file and fails, so a
/// new screen is never accepted without someone having looked at it.
public func expectScreen(
  _ canvas: Canvas, _ name: String, file: String = #filePath,
  location: SourceLocation = #_sourceLocation
) throws {
  let folder = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)]) + "/Snapshots"
  let snapshot = "\(folder)/\(name).txt"
  let actual = canvas.text + "\n"
  let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil
  guard !isRecording, let expected = try? String(contentsOfFile: snapshot, encoding: .utf8) else {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try actual.write(toFile: snapshot, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name).txt; look at it", sourceLocation: location)
    return
  }
  guard actual != expected else { return }
  Issue.record(
    "\(name) differs\n\(Difference(expected, actual).text)", sourceLocation: location)
}
