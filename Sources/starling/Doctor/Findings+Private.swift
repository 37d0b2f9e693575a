import Glibc
import Store

extension Findings {
  /// Whether nobody but the person can read what they wrote.
  mutating func checkPermissions() {
    let database = places.store.database
    let faults = [database, database + "-wal", places.settings, places.store.copies.folder]
      .flatMap(permissionFaults)
    note("private", "only you can read it", faults)
  }

  private func permissionFaults(_ path: String) -> [String] {
    var status = stat()
    guard stat(path, &status) == 0 else { return [] }
    let mode = status.st_mode & S_IFMT == S_IFDIR ? 700 : 600
    var faults: [String] = []
    // What a person keeps among their public settings is their own affair.
    if path != places.settings, status.st_mode & 0o077 != 0 {
      faults.append("others can read \(path); run “chmod \(mode) \(path)”")
    }
    if status.st_uid != geteuid() {
      faults.append("\(path) belongs to another user; run “sudo chown \(geteuid()) \(path)”")
    }
    return faults
  }
}
