import Files
import Records
import Store

/// What this home keeps of the place where machines meet: its own name there, and how things stood when it
/// looked last.
struct SyncMemory {
  /// Beside the database.
  let folder: String

  init(_ location: StoreLocation) { folder = location.folder + "/sync" }

  /// The name of this home in any place: 16 hexadecimal digits, drawn once.
  ///
  /// - Parameter random: what it is drawn from.
  /// - Returns: the name.
  /// - Throws: ``Failure`` when it cannot be kept.
  func home(random: () -> UInt64) throws(Failure) -> String {
    if let known = read("home"), ThingKey.isID(known) { return known }
    let digits = String(random(), radix: 16)
    let home = String(repeating: "0", count: 16 - digits.count) + digits
    try write(home, to: "home")
    return home
  }

  /// The homes of which nothing is taken in any more.
  var rejected: Set<String> {
    Set(read("rejected")?.split(separator: "\n").map(String.init) ?? [])
  }

  func keepRejected(_ homes: Set<String>) throws(Failure) {
    try write(homes.sorted().joined(separator: "\n"), to: "rejected")
  }

  /// How things stood here and there after the last time; nil before the first.
  struct Standing {
    var place: String
    /// What followed from all that this home had, and from what lay there.
    var here: String
    var there: String
    /// Milliseconds since 1970.
    var at: Int64
    /// The marks of those files there that have nothing to say to this home as it was: they stand together with
    /// that, so that neither is ever of another time than the other.
    var taken: Set<String> = []
  }

  var standing: Standing? {
    let lines = read("standing")?.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    guard let lines, lines.count >= 4, let at = Int64(lines[3]) else { return nil }
    return Standing(
      place: lines[0], here: lines[1], there: lines[2], at: at, taken: Set(lines[4...]))
  }

  func keep(_ standing: Standing) throws(Failure) {
    try write(
      ([standing.place, standing.here, standing.there, "\(standing.at)"]
        + standing.taken.sorted()).joined(separator: "\n"),
      to: "standing")
  }

  /// Whether the last meeting has left anything that was changed on both sides.
  var hasConflicts: Bool { read("conflicts") == "yes" }

  func keep(hasConflicts: Bool) throws(Failure) {
    if hasConflicts != self.hasConflicts { try write(hasConflicts ? "yes" : "no", to: "conflicts") }
  }

  func forget() throws(Failure) {
    do throws(SystemError) {
      try Disk.removeIfThere(folder + "/standing")
    } catch {
      throw Failure(.inputOutput, "cannot delete \(folder)/standing: \(error.name)")
    }
  }

  /// The clone of a repository.
  func clone(of address: String) -> String {
    "\(folder)/git-\(Digest.hex(of: address, digits: 16))"
  }

  private func read(_ name: String) -> String? {
    (try? FileBytes.read("\(folder)/\(name)", limit: 1 << 20))
      .flatMap { String(validating: $0, as: UTF8.self) }
  }

  private func write(_ text: String, to name: String) throws(Failure) {
    let file = FileReplacement("\(folder)/\(name)")
    try file.makeFolders()
    // What a sync that was cut short has left.
    for name in try FolderContents.names(folder) where FileReplacement.isTemporary(name) {
      FileReplacement.clear("\(folder)/\(name)")
    }
    try file.write(Array(text.utf8))
  }
}
