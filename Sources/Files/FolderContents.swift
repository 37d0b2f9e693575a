#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What lies in a folder.
public enum FolderContents {
  /// The names of all that is in it, in no order.
  public static func read(_ path: String) throws(SystemError) -> [String] {
    guard let folder = opendir(path) else { throw .last }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names
  }

  /// The names of all that is in it, in no order; none when there is no folder.
  package static func names(_ path: String) throws(Failure) -> [String] {
    do throws(SystemError) {
      return try read(path)
    } catch {
      guard !error.isMissing || FileStatus(named: path) != nil else { return [] }
      let reason =
        if error.isMissing {
          "it is a link to what is not there; take it away"
        } else if error.isFileOnTheWay {
          "it is a file; move it away"
        } else if error.isForbidden {
          Barrier(onWayTo: path)?.advice ?? "it may not be read; “chmod 700 \(path)” allows that"
        } else {
          error.name
        }
      throw Failure(.inputOutput, "cannot read the folder \(path): \(reason)")
    }
  }
}
