import FoundationEssentials
public import Testing

/// Compares a text with the one in the file at a path.
///
/// With `RECORD_SNAPSHOTS` set, or when there is no file yet, it writes the file and fails, so that
/// nothing new is ever accepted without someone having looked at it.
public func expectSnapshot(
  _ actual: String, at path: String, location: SourceLocation = #_sourceLocation
) throws {
  let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
  let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil
  guard !isRecording, let expected = try? String(contentsOfFile: path, encoding: .utf8) else {
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try actual.write(toFile: path, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name); look at it", sourceLocation: location)
    return
  }
  guard actual != expected else { return }
  Issue.record(
    "\(name) differs\n\(Difference(expected, actual).text)", sourceLocation: location)
}
