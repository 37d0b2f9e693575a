import Files

/// The place beside the database where a package is unpacked: `.package-PID`, for the person alone.
package struct PackageFolder {
  private static let prefix = ".package-"
  private let path: String

  /// Makes it, and takes away what Starlings that have ended have left of theirs.
  ///
  /// - Throws: ``Failure`` when it cannot be made.
  init(in folder: String) throws(Failure) {
    Self.removeLeftovers(in: folder)
    path = "\(folder)/\(Self.prefix)\(RunningProgram.own)"
    Disk.removeFolderWithFiles(path)
    do throws(SystemError) {
      try Disk.makeFolder(path)
    } catch {
      throw Failure(.cannotCreate, "cannot make the folder \(path): \(error.reason(at: path))")
    }
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  func remove() { Disk.removeFolderWithFiles(path) }

  /// Takes away the places of Starlings that were killed.
  package static func removeLeftovers(in folder: String) {
    for name in (try? FolderContents.read(folder)) ?? [] where name.hasPrefix(prefix) {
      guard RunningProgram.isGone(named: name.dropFirst(prefix.count)) else { continue }
      Disk.removeFolderWithFiles("\(folder)/\(name)")
    }
  }
}
