import Campaign
import Store

/// Why an edit is not kept: another program has changed the thing since it was read.
struct ChangedMeanwhile: Error, CustomStringConvertible {
  /// The thing, in words.
  let what: String

  var description: String { "\(what) was changed meanwhile, so your edit is not kept" }
}

extension Workspace {
  /// Refuses to keep an edit of a thing where another program has changed it since it was read: the
  /// edit would take that back. One that is gone is for the database to say.
  ///
  /// - Parameters:
  ///   - old: the thing as it was read.
  ///   - what: the thing, in words.
  ///   - find: finds it as it is now.
  /// - Throws: ``ChangedMeanwhile``.
  func refuseIfChanged<Thing: Equatable>(
    _ old: Thing, _ what: String, _ find: (Notebook) -> Thing?
  ) throws {
    guard let now = find(try store.notebook()), now != old else { return }
    throw ChangedMeanwhile(what: what)
  }
}
