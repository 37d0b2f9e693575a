/// A folder of this program's own run, for files that are needed for a while: its name ends in the number of
/// the process, so that what a killed one has left is known.
package struct ProcessFolder {
  package let path: String

  /// Makes it, empty.
  ///
  /// - Parameters:
  ///   - prefix: how its name begins.
  ///   - folder: where it is to be.
  /// - Throws: ``SystemError`` when it cannot be made; the path is that of ``path(_:in:)``.
  package init(_ prefix: String, in folder: String) throws(SystemError) {
    path = Self.path(prefix, in: folder)
    Disk.removeFolderWithFiles(path)
    try Disk.makeFolder(path)
  }

  package func file(_ name: String) -> String { "\(path)/\(name)" }

  package func remove() { Disk.removeFolderWithFiles(path) }

  /// Where the one of this run is.
  package static func path(_ prefix: String, in folder: String) -> String {
    "\(folder)/\(prefix)\(RunningProgram.own)"
  }

  /// The paths of those whose programs are no more.
  package static func leftovers(_ prefix: String, in folder: String) -> [String] {
    ((try? FolderContents.read(folder)) ?? []).filter {
      $0.hasPrefix(prefix) && RunningProgram.isGone(named: $0.dropFirst(prefix.count))
    }.map { "\(folder)/\($0)" }
  }
}
