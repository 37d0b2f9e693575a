import Glibc
import Practice
import Store

extension Findings {
  /// Whether each safety copy can be brought back.
  mutating func checkCopies() throws {
    let copies = places.store.copies
    var status = stat()
    if stat(copies.folder, &status) == 0, status.st_mode & S_IFMT != S_IFDIR {
      return note(
        "copies", "",
        [
          "\(copies.folder) is a file, so there can be no safety copies; run “mv \(copies.folder) \(copies.folder).old”"
        ])
    }
    let all = try copies.listed(at: SystemClock.now)
    guard let newest = all.first else {
      return note("copies", "none yet; the start after you practised makes the first", [])
    }
    note(
      "copies", "\(all.count) in \(copies.folder), the newest of \(newest.day)",
      all.compactMap { fault(of: $0.path) })
  }

  /// Why a copy cannot be brought back, and what to do about it; nil if it can.
  private func fault(of path: String) -> String? {
    let detail =
      switch DatabaseFile(path).condition() {
      case .sound, .newer: String?.none
      case .missing: "there is nothing in it"
      case .foreign: "it is no database of Starling's"
      case .damaged(let detail), .unreadable(let detail): detail
      }
    guard let detail else { return nil }
    let remedy =
      access(path, R_OK) == 0
      ? "delete it, and “starling backup” makes another" : "“chmod 600 \(path)” lets it be read"
    return "\(path) cannot be brought back (\(detail)); \(remedy)"
  }
}
