import Decks
import Exchange
import Files
import Practice
import Scheduler
import Store

/// Brings this home and the place where machines meet together: what each has, the other gets.
package struct Syncing {
  /// The place that the person names; nil for the one that is kept.
  private let named: String?
  private let isDry: Bool

  package init(with place: String?, isDry: Bool = false) {
    named = place
    self.isDry = isDry
  }

  package func run(in surroundings: any Surroundings) throws {
    let workspace = try Workspace.forCommand(.truth, in: surroundings, mayOnlyRead: isDry)
    let place = try workspace.syncPlace(named)
    let meeting = try Meeting(workspace, at: place)
    try meeting.come(isNamed: named != nil, isDry: isDry)
    if let named, !isDry { try workspace.keepSyncPlace(place, as: named) }
  }
}

extension Workspace {
  /// The place to go to.
  ///
  /// - Parameter named: what the person names; nil takes the one that is kept.
  /// - Returns: it.
  /// - Throws: ``Failure`` when there is none.
  func syncPlace(_ named: String?) throws(Failure) -> SyncPlace {
    let text = named ?? settings.syncPlace
    guard !text.isEmpty else {
      throw Failure(
        .usage,
        "where do your machines meet? “starling sync FOLDER” or “starling sync GIT-ADDRESS” says so once"
      )
    }
    return try SyncPlace(text)
  }

  fileprivate func keepSyncPlace(_ place: SyncPlace, as named: String) throws {
    guard settings.syncPlace != place.text else { return }
    try SettingsFile(places.settings).set(.known("sync.place"), to: place.text)
    let before = settings.syncPlace
    Output.warn(
      before.isEmpty
        ? "\(Self.goes(to: place.text)); whoever can read it can read your answers"
        : "\(Self.goes(to: place.text)), and no longer to \(before)")
  }

  static func goes(to place: String) -> String { "“starling sync” goes to \(place) from now on" }
}
