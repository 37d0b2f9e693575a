import Glibc
import Practice
import Store

extension Findings {
  /// Whether the newest safety copy can be brought back.
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
      return note("copies", "none yet; the first is made when you practise", [])
    }
    let condition = DatabaseFile(newest.path).condition()
    note(
      "copies", "\(all.count) in \(copies.folder), the newest of \(newest.day)",
      condition == .sound || condition == .newer
        ? []
        : ["\(newest.path) cannot be brought back; delete it, and “starling backup” makes another"])
  }
}
