public import Screen

/// What the keys of a screen do, or of a part of it.
public struct HelpSection: Sendable {
  public let title: String
  let hints: [KeyHint]

  init(_ title: String, _ hints: [KeyHint]) {
    self.title = title
    self.hints = hints
  }

  /// The lines: the keys by their names, and what they do.
  public var lines: [(keys: [String], help: String)] { hints.map { ($0.keys, $0.help) } }

  /// The same with the keys that the person has put in the place of these, and by names that can be shown.
  public func lines(
    changedBy changes: KeyChanges, hasSigns: Bool
  ) -> [(keys: [String], help: String)] {
    named(changedBy: changes, hasSigns: hasSigns).lines
  }

  /// All of them: where, and what works there.
  public static var all: [HelpSection] { [everywhere] + Screens.all.flatMap { $0.help } }

  /// What works on every screen.
  static let everywhere = HelpSection(
    "Everywhere", [Binding<EverywhereAction>].everywhere.hints() + [terminalHint])

  /// Handled by the terminal itself, so it is in no table.
  private static let terminalHint = KeyHint(
    keys: ["Ctrl-Z"], footer: nil, help: "Back to the shell; “fg” returns", group: .theTerminal)

  /// The same with those lines in one that are called something together, so that they fit on one
  /// page.
  ///
  /// - Parameter isShort: whether only the first key of each line is named.
  /// - Returns: the section, with fewer lines.
  func folded(isShort: Bool) -> HelpSection {
    var folded: [KeyHint] = []
    for hint in hints {
      // What stands alone in its group is what it is.
      guard let group = hint.group, hints.count(where: { $0.group == group }) > 1 else {
        folded.append(hint)
        folded[folded.count - 1].group = nil
        if isShort { folded[folded.count - 1].keys = Array(hint.keys.prefix(1)) }
        continue
      }
      if let index = folded.firstIndex(where: { $0.group == group }) {
        folded[index].keys += hint.keys.prefix(1)
      } else {
        var first = hint
        (first.keys, first.help) = (Array(hint.keys.prefix(1)), group.help)
        folded.append(first)
      }
    }
    for index in folded.indices {
      guard let group = folded[index].group else { continue }
      let keys = folded[index].keys
      folded[index].keys = keys.prefix(group.shown) + (keys.count > group.shown + 2 ? ["…"] : [])
    }
    return HelpSection(title, folded)
  }

  func named(on stage: Stage) -> HelpSection {
    named(changedBy: stage.keyChanges, hasSigns: stage.hasSigns)
  }

  func named(changedBy changes: KeyChanges, hasSigns: Bool) -> HelpSection {
    HelpSection(title, hints.map { $0.named(changedBy: changes, hasSigns: hasSigns) })
  }
}
