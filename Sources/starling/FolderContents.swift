import Glibc

/// What lies in a folder.
enum FolderContents {
  /// The names of all that is in it, in no order; none when there is no folder.
  static func names(_ path: String) throws(Failure) -> [String] {
    guard let folder = opendir(path) else {
      if errno == ENOENT { return [] }
      throw Failure(
        .inputOutput, "cannot read the folder \(path): \(String(cString: strerror(errno)))")
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
