import Glibc
import Store

extension Findings {
  /// Whether nobody but the person can read what they wrote.
  mutating func checkPermissions() {
    let database = places.store.database
    let files = [database, database + "-wal", places.settings]
    let faults =
      files.flatMap { permissionFaults($0, S_IFREG) }
      + permissionFaults(places.store.copies.folder, S_IFDIR)
    note("private", "only you can read it", faults)
  }

  /// What is wrong with who can read a path; nothing where something of another type has its place,
  /// of which other checks tell.
  private func permissionFaults(_ path: String, _ type: mode_t) -> [String] {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == type else { return [] }
    let mode = type == S_IFDIR ? 700 : 600
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
