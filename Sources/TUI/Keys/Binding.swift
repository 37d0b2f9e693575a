import Screen

/// One line of a key table: which keys, what they do, and how the footer and the help say it.
///
/// The same table drives all three, so that they cannot disagree.
struct Binding<Action: Sendable>: Sendable {
  /// The keys that do it; the first is the one shown.
  var keys: [Key]
  var action: Action
  /// One or two words for the footer; nil keeps it out of the footer.
  var footer: String?
  /// What it does, for the help.
  var help: String
  /// Why it cannot be done just now; nil if it can be.
  var obstacle: String?
  /// The lines with which it is one where a screen's keys are to fit on one page.
  var group: KeyGroup?

  init(
    _ keys: Key..., action: Action, footer: String? = nil, help: String, group: KeyGroup? = nil
  ) {
    self.keys = keys
    self.action = action
    self.footer = footer
    self.help = help
    self.group = group
  }
}

/// Lines of a key table that are one in the help of one screen: the digits that grade, the ways to move.
struct KeyGroup: Equatable, Sendable {
  /// What they do together.
  let help: String
  /// How many of them are named.
  var shown = 4
}

/// A line that the footer and the help show.
struct KeyHint: Equatable, Sendable {
  var keys: [String]
  var footer: String?
  var help: String
  var group: KeyGroup?

  /// The line with the keys that the person has put in the place of these.
  func changed(by changes: KeyChanges) -> KeyHint {
    guard !changes.isEmpty else { return self }
    var hint = self
    hint.keys = keys.flatMap { name in
      Key(name: name).map { changes.keys(for: $0).map(\.name) } ?? [name]
    }
    return hint
  }

  /// The line with the keys that the person has put in the place of these, and by names that can be drawn.
  func named(on stage: Stage) -> KeyHint {
    named(changedBy: stage.keyChanges, hasSigns: stage.hasSigns)
  }

  func named(changedBy changes: KeyChanges, hasSigns: Bool) -> KeyHint {
    var hint = changed(by: changes)
    guard !hasSigns else { return hint }
    hint.keys = hint.keys.map(Self.spelled)
    hint.footer = hint.footer.map(Self.spelled)
    hint.help = Self.spelled(hint.help)
    // “Down” says what it does.
    if hint.footer?.lowercased() == hint.keys.first?.lowercased() { hint.footer = "" }
    return hint
  }

  /// A text with arrows by their names: “v” and “<” are other keys.
  private static func spelled(_ text: String) -> String {
    [("↑", "Up"), ("↓", "Down"), ("←", "Left"), ("→", "Right")].reduce(text) {
      $0.replacing($1.0, with: $1.1)
    }
  }

  /// Columns that it takes in the footer.
  var footerWidth: Int {
    let word = (footer ?? "").displayWidth
    return (keys.first ?? "").displayWidth + (word > 0 ? word + 1 : 0)
  }
}

extension [Binding<EverywhereAction>] {
  /// Keys that mean the same on every screen.
  static let everywhere: Self = [
    Binding(
      .escape, "q", action: .back, footer: "back", help: "Back; at home, q quits", group: .ways),
    Binding(
      "?", .function(1), action: .help, footer: "help",
      help: "Help for the screen that you are on; F1 in text", group: .ways),
    Binding(
      ":", .control("p"), action: .palette,
      help: "Do anything that can be done here, or go anywhere, by its name"),
    Binding("u", action: .undo, help: "Take back what was done last: it is named first"),
    Binding(
      .control("l"), action: .redraw, help: "Draw the screen again", group: .theTerminal),
  ]
}

extension KeyGroup {
  /// The ways out and to the help.
  static let ways = KeyGroup(help: "Back, at home q quits; help for the screen that you are on")
  /// What is done with the terminal itself.
  static let theTerminal = KeyGroup(help: "Draw the screen again; to the shell and, by “fg”, back")
}

enum EverywhereAction: Sendable { case help, palette, back, undo, redraw }

extension Array {
  /// What `key` does, by this table.
  func action<Action>(for key: Key) -> Action? where Element == Binding<Action> {
    first { $0.keys.contains(key) && $0.obstacle == nil }?.action
  }

  /// The same table, of which some keys cannot do anything just now: each of those says why.
  func obstructed<Action>(by obstacle: (Action) -> String?) -> Self
  where Element == Binding<Action> {
    map {
      var binding = $0
      binding.obstacle = obstacle($0.action)
      return binding
    }
  }

  /// The lines of this table for the footer and the help.
  func hints<Action>() -> [KeyHint] where Element == Binding<Action> {
    filter { $0.obstacle == nil }.map {
      KeyHint(keys: $0.keys.map(\.name), footer: $0.footer, help: $0.help, group: $0.group)
    }
  }
}

extension Sequence {
  /// The same keys in a table of other actions.
  func mapped<Action, Other>(_ action: (Action) -> Other) -> [Binding<Other>]
  where Element == Binding<Action> {
    map { binding in
      var mapped = Binding<Other>(action: action(binding.action), help: binding.help)
      (mapped.keys, mapped.footer, mapped.group) = (binding.keys, binding.footer, binding.group)
      mapped.obstacle = binding.obstacle
      return mapped
    }
  }
}
