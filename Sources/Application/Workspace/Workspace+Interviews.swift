package import Campaign
import Exchange
import Files
import Practice
import Scheduler
import Store
import TUI

extension Workspace {
  /// The interviews that an argument names: by number, else all with that employer.
  ///
  /// - Throws: ``Failure`` if there is none.
  package func interviews(named name: String) throws -> [Kept<Interview>] {
    let all = try store.interviews()
    let found = all.filter { $0.id.description == name }
    let matching = found.isEmpty ? all.filter { $0.thing.isWith(name) } : found
    guard !matching.isEmpty else {
      throw Failure(
        .badData, "there is no interview “\(name)”; “starling interviews list” names them")
    }
    return matching
  }
}
