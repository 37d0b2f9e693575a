import Exchange
import Files
import Practice
import Scheduler
import Store
import TUI

/// A machine that has something in the place.
struct MachineThere {
  var home: String
  var name: String
  /// The name, with what tells it from another of that name.
  var title: String
  var isThis: Bool
  var isRejected: Bool
  /// How many lines lie in its folder.
  var changes: Int
  /// When the latest of what they say was done, in milliseconds since 1970 by its clock.
  var last: Int64?
}

extension Meeting {
  /// This home, and all others that have something in the place.
  ///
  /// - Throws: ``Failure`` when the place cannot be read.
  func machines() throws(Failure) -> [MachineThere] {
    let batches = Dictionary(grouping: try folder.contents().batches, by: \.home)
    let rejected = memory.rejected
    let homes = try folder.homesAndThis()
    let titles = SyncFolder.titles(of: homes)
    return homes.map { home, name in
      let lines = batches[home]?.flatMap(\.lines) ?? []
      return MachineThere(
        home: home, name: name, title: titles[home] ?? name,
        isThis: home == folder.home, isRejected: rejected.contains(home), changes: lines.count,
        last: lines.lazy.compactMap(\.timeOfLine).max())
    }
  }
}

extension SyncFolder {
  /// This home, which may have nothing there yet, and those that have, each with the name of its machine.
  func homesAndThis() throws(Failure) -> [(home: String, name: String)] {
    [(home, MachineName.own)] + (try homes().filter { $0.home != home })
  }

  /// What each home is called: the name of its machine, and where another has the same the beginning of
  /// the home's own.
  static func titles(of homes: [(home: String, name: String)]) -> [String: String] {
    let counts = Dictionary(grouping: homes, by: \.name)
    return Dictionary(
      homes.map { home, name in
        (home, (counts[name]?.count ?? 0) < 2 ? name : "\(name) \(home.prefix(6))")
      }
    ) { first, _ in first }
  }
}

extension String {
  /// When what a line says was done: what it begins with, as all that Starling writes do.
  var timeOfLine: Int64? {
    let head = "{\"at\":"
    guard hasPrefix(head) else { return nil }
    return Int64(dropFirst(head.count).prefix { $0 == "-" || $0.isNumber })
  }
}

/// Which machine has written what was changed on two of them.
struct WordingMachines {
  private var own = "\(MachineName.own) (this one)"
  /// The lines of the other homes that have something there, with what each is called.
  private var others: [(name: String, lines: [String])] = []

  /// - Parameters:
  ///   - conflicts: what was changed on two; where nothing was, the place is not looked at.
  ///   - workspace: this home.
  ///   - isForPeople: whether those of one name are told apart.
  /// - Throws: ``Failure`` when this home has no name there, and can get none.
  init(
    of conflicts: [Store.Conflict], in workspace: Workspace, isForPeople: Bool = true
  ) throws(Failure) {
    let place = workspace.settings.syncPlace
    guard !conflicts.isEmpty, !place.isEmpty else { return }
    let folder = try Meeting(workspace, at: SyncPlace(place)).folder
    // A place that is away now leaves them without names.
    guard let batches = try? folder.contents().batches else { return }
    let titles = isForPeople ? SyncFolder.titles(of: try folder.homesAndThis()) : [:]
    own = "\(titles[folder.home] ?? MachineName.own) (this one)"
    let times = conflicts.flatMap(\.wordings).map { "{\"at\":\($0.at)," }
    for (home, batches) in Dictionary(grouping: batches, by: \.home) where home != folder.home {
      let lines = batches.flatMap(\.lines).filter { line in times.contains { line.hasPrefix($0) } }
      others.append((titles[home] ?? folder.name(of: home) ?? home, lines))
    }
    others.sort { $0.name < $1.name }
  }

  func name(of wording: Store.Conflict.Wording, in conflict: Store.Conflict) -> String {
    if wording.isOfThisHome { return own }
    let found = others.first { $0.lines.contains { conflict.isSaid(wording, by: $0) } }
    return found?.name ?? "another machine"
  }
}
