import Glibc

/// What lies in a folder.
enum FolderContents {
  /// The names of all that is in it, in no order; none when there is no folder.
  static func names(_ path: String) throws(Failure) -> [String] {
    guard let folder = opendir(path) else {
      let code = errno
      var status = stat()
      guard code != ENOENT || lstat(path, &status) == 0 else { return [] }
      let reason =
        code == ENOENT ? "it is a link to what is not there" : String(cString: strerror(code))
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
