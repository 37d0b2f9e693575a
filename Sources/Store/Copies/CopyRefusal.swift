public import Files
import GRDB
public import Practice

/// Why a copy would not be brought back.
public struct CopyRefusal: Error, Sendable {
  /// What is wrong with it, in a clause.
  public var detail: String
  /// What mends the database that has it, too.
  public var remedy: Remedy

  public enum Remedy: Sendable {
    /// `doctor --rebuild`.
    case rebuilding
    /// The same, though what was in a table is gone but for copies of before.
    case rebuildingEmpty
    /// Bringing back a copy of before.
    case olderCopy
    /// A newer program.
    case updating
    /// Leave to enter the folder.
    case entering(Barrier)
    /// Leave to read the file, of this mode.
    case mode(Int)
  }
}

extension CopyRefusal {
  /// What the person can do about it, if the database that was copied is still the one in use.
  ///
  /// - Parameters:
  ///   - copies: those that may be offered.
  ///   - moment: now.
  /// - Returns: a clause or two.
  public func advice(_ copies: SafetyCopies, at moment: Moment) -> String {
    switch remedy {
    case .rebuilding: "“starling doctor --rebuild” mends the database"
    case .rebuildingEmpty:
      "\(copies.offer(at: moment)), and “starling doctor --rebuild” makes what is missing anew, with nothing in it"
    case .olderCopy: copies.offer(at: moment)
    case .updating: "update this Starling"
    case .entering(let barrier): barrier.advice
    case .mode(let mode): "“chmod \(mode)” lets it be read"
    }
  }
}

extension SafetyCopies {
  /// What the person can do when the database cannot be used: it names only a copy that can be brought
  /// back.
  ///
  /// - Parameters:
  ///   - moment: now.
  ///   - database: the file in whose way nothing else is, so that one can begin anew without it; nil
  ///     if it can be mended.
  /// - Returns: a clause or two.
  public func offer(at moment: Moment, insteadOf database: String? = nil) -> String {
    do throws(StoreError) {
      if let copy = try newestSound(at: moment) {
        return
          "“starling restore \(copy.path)” brings back the copy of \(copy.day) and keeps what is there"
      }
      let none =
        try all().isEmpty
        ? "there is no safety copy" : "none of the safety copies can be brought back"
      let anew = database.map { "; “mv \($0) \($0).old” begins anew and keeps what is there" } ?? ""
      return "\(none); “starling restore PATH” brings back one that you made\(anew)"
    } catch {
      return "whether there is a safety copy is not known: \(error.description)"
    }
  }
}

extension DatabaseFile {
  /// Why restoring would refuse the file as it is; nil if it would take it.
  ///
  /// Goes by the same rules, but changes and copies nothing.
  ///
  /// - Parameter thoroughly: whether every page is looked at, too, which takes a second for a large file.
  /// - Returns: the refusal.
  public func refusal(thoroughly: Bool = true) -> CopyRefusal? {
    guard let status = FileStatus(path) else {
      let detail = SystemError.last.reason
      return Barrier(onWayTo: path).map {
        CopyRefusal(detail: "it may not be read", remedy: .entering($0))
      } ?? CopyRefusal(detail: detail, remedy: .olderCopy)
    }
    let isFile = status.kind == .file
    guard !isFile || Disk.mayRead(path) else {
      return CopyRefusal(detail: SystemError.last.reason, remedy: .mode(600))
    }
    guard isFile else {
      return CopyRefusal(detail: "it is not an ordinary file", remedy: .olderCopy)
    }
    guard status.size > 0 else {
      return CopyRefusal(detail: "there is nothing in it", remedy: .olderCopy)
    }
    guard status.size <= FileCopy.limit else {
      return CopyRefusal(detail: FileCopy.tooLarge, remedy: .olderCopy)
    }
    guard isContinuedByItsLog() else {
      return CopyRefusal(
        detail: "the log beside it is that of another database", remedy: .olderCopy)
    }
    do {
      let file = try open()
      var queue = file
      if thoroughly {
        // SQLite does not look at CHECK in what it may not write to.
        queue = try DatabaseQueue(configuration: CopyCheck.careful)
        try file.backup(to: queue)
      }
      try queue.inDatabase { db in
        let inspection = CopyInspection(path: path)
        try inspection.check(db, thoroughly: thoroughly)
        try inspection.checkValues(db)
      }
      try file.close()
      return nil
    } catch let refusal as CopyRefusal {
      return refusal
    } catch {
      switch StoreError(error, doing: .reading, path: path) {
      case .newerSchema:
        return CopyRefusal(detail: "a newer Starling has written it", remedy: .updating)
      case .damaged(_, let detail), .cannotRead(_, let detail), .cannotOpen(_, let detail):
        return CopyRefusal(detail: detail, remedy: .olderCopy)
      case let other: return CopyRefusal(detail: other.description, remedy: .olderCopy)
      }
    }
  }
}
