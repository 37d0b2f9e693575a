import Files
import Practice
import Store

extension Meeting {
  /// Takes in what a machine has put there, and then its folder away: what it had is in this one's.
  ///
  /// - Parameter name: what it is called, or how the name of its folder begins.
  /// - Throws: ``Failure`` when there is none, or something of it cannot be taken in.
  func forget(_ name: String) throws {
    let home = try self.home(named: name)
    let now = workspace.clock.now
    try carried {
      _ = try meet(isDry: false, at: now)
      let contents = try folder.contents()
      let here = try workspace.store.lines()
      let left = contents.lines { $0 == home }.subtracting(contents.lines { $0 != home })
        .subtracting(here.all)
      let arrival = try workspace.store.arrival(of: left, besides: here, at: now.time) { _, _ in
        true
      }
      let unknown = left.subtracting(arrival.erased)
      guard unknown.isEmpty || memory.rejected.contains(home) else {
        throw Failure(
          .badData,
          "\(unknown.count.of("line")) of \(name) cannot be taken in here; it stays, until a Starling that can has met it"
        )
      }
      try folder.remove(home)
      _ = try meet(isDry: false, at: now)
      return true
    }
    try memory.keepRejected(memory.rejected.subtracting([home]))
    Output.warn("\(name) is forgotten; what it had stays")
  }

  /// Takes in nothing more of a machine; what came of it stays, and others may still pass on what they took.
  func reject(_ name: String) throws {
    let home = try self.home(named: name)
    try memory.keepRejected(memory.rejected.union([home]))
    Output.warn(
      "nothing more is taken in of \(name); what came stays (“starling undo” does not take it back)"
    )
  }

  private func carried(_ change: () throws -> Bool) throws {
    switch place {
    case .folder: _ = try change()
    case .git(let address):
      try GitCarrier(address: address, clone: memory.clone(of: address)).carry(change)
    }
  }

  private func home(named name: String) throws(Failure) -> String {
    let all = try folder.homesAndThis()
    let homes = all.filter { $0.home != folder.home }
    // As it is listed, too, where two are called the same.
    let titles = SyncFolder.titles(of: all)
    let found = homes.filter {
      $0.name == name || titles[$0.home] == name || name.count > 3 && $0.home.hasPrefix(name)
    }
    guard let only = found.first, found.count == 1 else {
      let known = homes.map { "\($0.name) (\($0.home.prefix(6)))" }.joined(separator: ", ")
      throw Failure(
        .badData,
        "\(found.isEmpty ? "no other machine" : "more than one machine") is called “\(name)”; there \(homes.count == 1 ? "is" : "are") \(known.isEmpty ? "none" : known)"
      )
    }
    return only.home
  }
}
