import Files
import Practice
import Store

extension Findings {
  /// Whether each safety copy can be brought back.
  mutating func checkCopies() throws {
    let copies = places.store.copies
    if let status = FileStatus(copies.folder), status.kind != .folder {
      return note(
        "copies", "",
        [
          "\(copies.folder) is a file, so there can be no safety copies; run “mv \(copies.folder) \(copies.folder).old”"
        ])
    }
    let all = try copies.listed(at: clock.now)
    guard let newest = all.first else {
      return note("copies", "none yet; the start after you practised makes the first", [])
    }
    note(
      "copies", "\(all.count) in \(copies.folder), the newest of \(newest.day)",
      all.compactMap { fault(of: $0) })
  }

  /// Databases beside the own one, which programs that sync put there when two machines have written.
  mutating func checkOthers() throws {
    let own = places.store.database.split(separator: "/").last.map(String.init) ?? ""
    let stem = own.prefix { $0 != "." }
    let folder = places.store.folder
    let others = try FolderContents.names(folder).sorted().filter { name in
      name.hasPrefix(stem) && name != own && !name.hasPrefix("\(own)-")
        && ![".damaged-", ".overwritten"].contains { name.hasPrefix(own + $0) }
        && DatabaseFile("\(folder)/\(name)").isMarked
    }
    guard !others.isEmpty else { return }
    note(
      "copies", "",
      others.map {
        "\(folder)/\($0) is another database, such as programs that sync put there when two machines have written: “starling import '\(folder)/\($0)'” brings in what only it has, then delete it"
      })
  }

  /// Why a copy cannot be brought back, and what to do about it; nil if it can, or is not meant to be.
  private mutating func fault(of copy: SafetyCopy) -> String? {
    guard let refusal = DatabaseFile(copy.path).refusal() else { return nil }
    // It was made for what was to be mended.
    guard copy.occasion != .rebuild else {
      remark(
        "copies",
        "\(copy.path) is the database before it was mended, and is not brought back: \(refusal.detail)"
      )
      return nil
    }
    if case .updating = refusal.remedy {
      remark("copies", "\(copy.path) is for a newer Starling, which has written it")
      return nil
    }
    let remedy =
      switch refusal.remedy {
      case .mode(let mode): "“chmod \(mode) \(copy.path)” lets it be read"
      case .entering(let barrier): barrier.advice
      case .updating, .rebuilding, .rebuildingEmpty, .olderCopy:
        "delete it, and “starling backup” makes another"
      }
    return "\(copy.path) cannot be brought back (\(refusal.detail)); \(remedy)"
  }
}
