import Decks
package import Exchange
package import Files
import Practice
import Scheduler
import Store

/// Takes in an archive that `export` has written: what is here stays, what is missing is added.
///
/// All or nothing: rows and deck files are looked at before anything is written, and go in together.
package struct ArchiveImport {
  package let archive: Archive
  package let path: String

  package init(_ bytes: [UInt8], path: String) throws(Failure) {
    self.path = path
    do throws(Archive.Fault) {
      archive = try Archive(json: bytes)
    } catch {
      let hint = error.isOfOther ? "; “starling export” writes one" : ""
      throw Failure(.badData, "\(path):\(error)\(hint); nothing was imported")
    }
    if let fault = archive.deckFault {
      throw Failure(.badData, "\(path): \(fault); nothing was imported")
    }
  }

  package func run(in surroundings: any Surroundings) throws {
    let workspace = try Workspace.forCommand(.truth, in: surroundings)
    let now = surroundings.clock.now
    try refusing { () throws(StoreError) in
      try workspace.store.check(archive.tables, at: now.time)
    }
    var decks = try NewDeckFiles(archive.decks, in: workspace.places.decks)
    let merging: Store.Merging
    do {
      try workspace.store.makeCopy(.import, at: now)
      merging = try merge(into: workspace.store, at: now.time, with: &decks)
    } catch {
      decks.takeBack()
      throw error
    }
    let known =
      merging.known == 0 ? "" : ", \(merging.known.of("row was", "rows were")) there already"
    Output.warn("\(merging.added.of("row")) and \(decks.count.of("file")) were added\(known)")
    name(merging.others + decks.others)
    if archive.settings != nil {
      let file = path == "-" ? "FILE" : path
      Output.warn(
        "settings are left as they are here; “starling config --from \(file)” takes those of the file"
      )
    }
  }

  private func merge(
    into store: Store, at now: Timestamp, with decks: inout NewDeckFiles
  ) throws -> Store.Merging {
    // The store makes an error of its own of what goes wrong within its transaction.
    var failure: Failure?
    return try refusing { () throws(StoreError) in
      try store.merge(archive.tables, at: now) {
        do throws(Failure) {
          try decks.place()
        } catch {
          failure = error
          throw error
        }
      }
    } unless: {
      failure
    }
  }

  /// Does something that refuses what does not fit, and says so of the file.
  private func refusing<Value>(
    _ body: () throws(StoreError) -> Value, unless other: () -> Failure? = { nil }
  ) throws -> Value {
    do throws(StoreError) {
      return try body()
    } catch {
      if let other = other() { throw other }
      guard case .unfitting(let detail) = error else { throw error }
      throw Failure(.badData, "\(path): \(detail); nothing was imported")
    }
  }

  /// Says what is another one here, and stays.
  private func name(_ others: [String]) {
    for other in others.prefix(Self.mostNamed) {
      Output.warn("\(other) is another one here and stays as it is")
    }
    let more = others.count - Self.mostNamed
    if more > 0 {
      Output.warn(
        more == 1
          ? "1 more is another one here and stays as it is"
          : "\(more) more are others here and stay as they are")
    }
  }

  private static let mostNamed = 20
}
