import Foundation

/// A folder of its own for each test, which goes with this value.
final class Folder {
  let path = FileManager.default.temporaryDirectory
    .appending(path: "files-\(UUID().uuidString)").path(percentEncoded: false)

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      // It is below the folder for what is temporary.
    }
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: file(name), encoding: .utf8)
  }
}
