extension Key {
  /// The key as the screens, the help and the settings name it: `w`, `Space`, `Ctrl-L`, `PgUp`.
  public var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "Ctrl-" + String(character).uppercased()
    case .function(let number): "F\(number)"
    default: Self.names.first { $0.key == self }?.name ?? ""
    }
  }

  /// The key of that name, however capitals are used; nil if there is none.
  public init?(name: String) {
    let lowered = name.lowercased()
    if let known = Self.names.first(where: { $0.name.lowercased() == lowered }) {
      self = known.key
    } else if name.count == 1, let character = name.first, !character.isWhitespace {
      self = .character(character)
    } else if lowered == "space" {
      self = .character(" ")
    } else if lowered.hasPrefix("ctrl-"), lowered.count == 6, let letter = lowered.last {
      self = .control(letter)
    } else if lowered.hasPrefix("f"), let number = Int(lowered.dropFirst()),
      (1...63).contains(number)
    {
      self = .function(number)
    } else {
      return nil
    }
  }

  private static let names: [(key: Key, name: String)] = [
    (.enter, "Enter"), (.escape, "Esc"), (.backspace, "Backspace"), (.tab, "Tab"),
    (.backTab, "Shift-Tab"), (.up, "↑"), (.down, "↓"), (.left, "←"), (.right, "→"),
    (.pageUp, "PgUp"), (.pageDown, "PgDn"), (.home, "Home"), (.end, "End"), (.delete, "Del"),
    (.wordLeft, "Ctrl-←"), (.wordRight, "Ctrl-→"), (.textStart, "Ctrl-Home"),
    (.textEnd, "Ctrl-End"), (.deleteWord, "Ctrl-Del"),
    // Other words for the same, which are easier to type.
    (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"),
    (.wordLeft, "Ctrl-Left"), (.wordRight, "Ctrl-Right"),
  ]
}
