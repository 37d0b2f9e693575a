import Decks
import Exchange
package import Files
import Practice
import Scheduler
import Store

/// Takes in an archive that `export` has written, or another database: what two homes have comes together.
///
/// All or nothing: rows, records and deck files are looked at before anything is written, and go in together.
package struct ArchiveImport {
  private let source: Source
  private let path: String

  private enum Source {
    case archive(Archive)
    /// A database, at a path.
    case database(String)
  }

  package init(_ bytes: [UInt8], path: String) throws(Failure) {
    self.path = path
    let archive: Archive
    do throws(Archive.Fault) {
      archive = try Archive(json: bytes)
    } catch {
      let hint = error.isOfOther ? "; “starling export” writes one" : ""
      throw Failure(.badData, "\(path):\(error)\(hint); nothing was imported")
    }
    if let fault = archive.deckFault {
      throw Failure(.badData, "\(path): \(fault); nothing was imported")
    }
    source = .archive(archive)
  }

  /// - Parameters:
  ///   - database: the file.
  ///   - path: what messages call it.
  package init(database: String, path: String) {
    source = .database(database)
    self.path = path
  }

  package func run(in surroundings: any Surroundings) throws {
    let workspace = try Workspace.forCommand(.truth, in: surroundings)
    let (store, now) = (workspace.store, surroundings.clock.now)
    let belongings = try belongings(store, workspace.places.store)
    try refusing { try store.check(belongings, at: now.time) }
    try workspace.noteDecks()
    try store.makeCopy(.import, at: now)
    let (merging, files) = try refusing {
      try workspace.placingDecks { (decks) throws(StoreError) in
        try store.merge(belongings, at: now.time, decks: decks)
      }
    }
    let known =
      merging.known == 0 ? "" : ", \(merging.known.of("row was", "rows were")) there already"
    let added = (files?.added ?? 0).of("file")
    Output.warn("\(merging.added.of("row")) and \(added) were added\(known)")
    tell(merging, others: files?.others ?? [])
    if case .archive(let archive) = source, archive.settings != nil {
      let file = path == "-" ? "FILE" : path
      Output.warn(
        "settings are left as they are here; “starling config --from \(file)” takes those of the file"
      )
    }
  }

  private func belongings(_ store: Store, _ location: StoreLocation) throws -> Belongings {
    switch source {
    case .archive(let archive): return archive.belongings
    case .database(let database):
      do throws(StoreError) {
        return try store.belongings(ofDatabase: database, beside: location)
      } catch {
        switch error {
        case .notACopy(_, let detail):
          throw Failure(
            .badData, "\(path) cannot be taken in: \(detail); nothing was imported")
        case .newerSchema:
          throw Failure(
            .unavailable,
            "\(path) was written by a newer Starling; update this one, nothing was imported")
        default: throw error
        }
      }
    }
  }

  /// Does something that refuses what does not fit, and says so of the file.
  private func refusing<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch StoreError.unfitting(let detail) {
      throw Failure(.badData, "\(path): \(detail); nothing was imported")
    }
  }

  /// Says what differs, by name.
  private func tell(_ merging: Store.Merging, others: [String]) {
    name(merging.others + others) {
      $0 == 1 ? "is another one here and stays as it is" : "are others here and stay as they are"
    }
    name(merging.conflicts) { _ in
      "changed here and there: the later wording is shown, the other is kept"
    }
    if !merging.others.isEmpty || !merging.conflicts.isEmpty {
      Output.warn("“starling sync --conflicts” shows what was changed on both, and settles it")
    }
    name(merging.changed) {
      $0 == 1 ? "was changed, as it was there" : "were changed, as they were there"
    }
    name(merging.gone) {
      $0 == 1
        ? "was deleted there, and is deleted here" : "were deleted there, and are deleted here"
    }
    if !merging.staysDeleted.isEmpty {
      let first = merging.staysDeleted.firstFew
      Output.warn("deleted here, and stays so: \(first); “starling deleted” has the way back")
    }
    if merging.unread > 0 {
      Output.warn(
        "\(merging.unread.of("change")) of a newer Starling cannot be read by this one, and \(merging.unread == 1 ? "is" : "are") kept"
      )
    }
  }

  private func name(_ titles: [String], _ words: (Int) -> String) {
    for title in titles.prefix(Self.mostNamed) { Output.warn("\(title) \(words(1))") }
    let more = titles.count - Self.mostNamed
    if more > 0 { Output.warn("\(more) more \(words(more))") }
  }

  private static let mostNamed = 20
}
