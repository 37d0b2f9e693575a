package import Campaign
import Store

/// Why an edit is not kept: another program has changed the thing since it was read.
package struct ChangedMeanwhile: Error, CustomStringConvertible {
  /// The thing, in words.
  package let what: String

  package var description: String { "\(what) was changed meanwhile, so your edit is not kept" }
}

extension Workspace {
  /// Refuses to keep an edit of a thing that another program has changed since it was read.
  ///
  /// The edit would take that back. Of one that is gone the database says so.
  ///
  /// - Parameters:
  ///   - old: the thing as it was read.
  ///   - what: the thing, in words.
  ///   - find: finds it as it is now.
  /// - Throws: ``ChangedMeanwhile``.
  package func refuseIfChanged<Thing: Equatable>(
    _ old: Thing, _ what: String, _ find: (Notebook) -> Thing?
  ) throws {
    guard let now = find(try store.notebook()), now != old else { return }
    throw ChangedMeanwhile(what: what)
  }
}
