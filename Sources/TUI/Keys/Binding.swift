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

  init(_ keys: Key..., action: Action, footer: String? = nil, help: String) {
    self.keys = keys
    self.action = action
    self.footer = footer
    self.help = help
  }
}

extension Key {
  /// The key as the footer and the help name it.
  var label: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .enter: "Enter"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .delete: "Del"
    case .function(let number): "F\(number)"
    case .control(let character): "Ctrl-" + String(character).uppercased()
    default: ""
    }
  }
}

/// A line that the footer and the help show.
struct KeyHint: Equatable, Sendable {
  var keys: [String]
  var footer: String?
  var help: String

  /// Columns that it takes in the footer.
  var footerWidth: Int { (keys.first ?? "").displayWidth + 1 + (footer ?? "").displayWidth }
}

extension [Binding<EverywhereAction>] {
  /// Keys that mean the same on every screen.
  static let everywhere: Self = [
    Binding(.escape, .character("q"), action: .back, footer: "back", help: "Back; at home, quit"),
    Binding(.character("?"), action: .help, footer: "help", help: "This list of keys"),
    Binding(.control("l"), action: .redraw, help: "Draw the screen again"),
  ]
}

enum EverywhereAction: Sendable { case help, back, redraw }

extension Array {
  /// What `key` does, by this table.
  func action<Action>(for key: Key) -> Action? where Element == Binding<Action> {
    first { $0.keys.contains(key) }?.action
  }

  /// The lines of this table for the footer and the help.
  func hints<Action>() -> [KeyHint] where Element == Binding<Action> {
    map { KeyHint(keys: $0.keys.map(\.label), footer: $0.footer, help: $0.help) }
  }
}
