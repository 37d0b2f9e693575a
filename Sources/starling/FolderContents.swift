import Glibc
import Store

/// What lies in a folder.
enum FolderContents {
  /// The names of all that is in it, in no order; none when there is no folder.
  static func names(_ path: String) throws(Failure) -> [String] {
    guard let folder = opendir(path) else {
      let code = errno
      var status = stat()
      guard code != ENOENT || lstat(path, &status) == 0 else { return [] }
      let reason =
        switch code {
        case ENOENT: "it is a link to what is not there; take it away"
        case ENOTDIR: "it is a file; move it away"
        case EACCES:
          Barrier(onWayTo: path)?.advice ?? "it may not be read; “chmod 700 \(path)” allows that"
        default: String(cString: strerror(code))
        }
      throw Failure(.inputOutput, "cannot read the folder \(path): \(reason)")
    }
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
}
