import Files
import Store

extension Findings {
  /// Whether nobody but the person can read what they wrote.
  mutating func checkPermissions() {
    let database = places.store.database
    let files = [database, database + "-wal", places.settings]
    let faults =
      files.flatMap { permissionFaults($0, .file) }
      + permissionFaults(places.store.copies.folder, .folder)
    note("private", "only you can read it", faults)
  }

  /// What is wrong with who can read a path; nothing where something of another type has its place,
  /// of which other checks tell.
  private func permissionFaults(_ path: String, _ kind: FileStatus.Kind) -> [String] {
    guard let status = FileStatus(path), status.kind == kind else { return [] }
    let mode = kind == .folder ? 700 : 600
    var faults: [String] = []
    // What a person keeps among their public settings is their own affair.
    if path != places.settings, status.isOpenToOthers {
      faults.append("others can read \(path); run “chmod \(mode) \(path)”")
    }
    if !status.isOwn {
      faults.append(
        "\(path) belongs to another user; run “sudo chown \(RunningProgram.user) \(path)”")
    }
    return faults
  }
}
