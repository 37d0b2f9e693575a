import Files

/// The place beside the database where a package is unpacked: `.package-PID`, for the person alone.
package struct PackageFolder {
  private static let prefix = ".package-"
  private let place: ProcessFolder

  /// Makes it, and takes away what Starlings that have ended have left of theirs.
  ///
  /// - Throws: ``Failure`` when it cannot be made.
  init(in folder: String) throws(Failure) {
    Self.removeLeftovers(in: folder)
    do throws(SystemError) {
      place = try ProcessFolder(Self.prefix, in: folder)
    } catch {
      let path = ProcessFolder.path(Self.prefix, in: folder)
      throw Failure(.cannotCreate, "cannot make the folder \(path): \(error.reason(at: path))")
    }
  }

  func file(_ name: String) -> String { place.file(name) }

  func remove() { place.remove() }

  /// Takes away the places of Starlings that were killed.
  package static func removeLeftovers(in folder: String) {
    for path in ProcessFolder.leftovers(prefix, in: folder) { Disk.removeFolderWithFiles(path) }
  }
}
