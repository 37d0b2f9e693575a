import Glibc
import Practice

/// The folder of the safety copies.
public struct SafetyCopies: Sendable {
  public let folder: String

  /// All copies in it, the newest first; none if there is no folder.
  ///
  /// - Throws: ``StoreError/cannotRead(path:detail:)``.
  public func all() throws(StoreError) -> [SafetyCopy] {
    try names().compactMap { SafetyCopy(path: "\(folder)/\($0)") }
      .sorted { ($0.day, $0.path) > ($1.day, $1.path) }
  }

  private func names() throws(StoreError) -> [String] {
    guard let stream = opendir(folder) else {
      if errno == ENOENT { return [] }
      throw .cannotRead(path: folder, detail: reason())
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }

  /// The newest copy that can be brought back; nil if there is none.
  public func newestSound() -> SafetyCopy? {
    (try? all())?.first { DatabaseFile($0.path).condition().isSound }
  }

  /// Takes away the copies that are no longer needed, and what is left of ones that were cut off.
  func prune() throws(StoreError) {
    let pieces = try names().filter(Self.isLeftBehind).map { "\(folder)/\($0)" }
    for path in try all().superfluous.map(\.path) + pieces {
      guard unlink(path) == 0 || errno == ENOENT else {
        throw .cannotWrite(path: path, detail: reason())
      }
    }
  }

  /// Whether a file is part of a copy whose maker is no more: `2026-11-24.sqlite.123.part`.
  private static func isLeftBehind(_ name: String) -> Bool {
    let parts = name.split(separator: ".")
    guard parts.count == 4, let last = parts.last, last.hasPrefix("part"), let id = pid_t(parts[2])
    else { return false }
    return kill(id, 0) != 0 && errno == ESRCH
  }
}

extension StoreLocation {
  /// The safety copies, which lie beside the database.
  public var copies: SafetyCopies { SafetyCopies(folder: folder + "/backups") }
}
