import Practice
import Screen

extension CardsScreen {
  enum Action: Sendable {
    case open, search, state, kind, family, suspend, edit
    case up, down, pageUp, pageDown, top, bottom
  }

  static let listKeys: [Binding<Action>] = [
    Binding(.enter, action: .open, footer: "open", help: "Read the card"),
    Binding(.character("/"), action: .search, footer: "search", help: "Search as you type"),
    Binding(
      .character("f"), action: .state, footer: "filter",
      help: "Show all, due, weak, unseen, suspended or core cards"),
    Binding(.character("t"), action: .kind, footer: "kind", help: "Show one kind of card"),
    Binding(
      .character("c"), action: .family, footer: "family", help: "Show one competency family"),
    Binding(
      .character("x"), action: .suspend, footer: "suspend",
      help: "Keep the card out of practice, or let it come back"),
    Binding(
      .character("e"), action: .edit, footer: "edit",
      help: "Open the card's deck in your editor, at the card"),
    Binding(.down, .character("j"), action: .down, help: "Next card"),
    Binding(.up, .character("k"), action: .up, help: "Card before"),
    Binding(.pageDown, action: .pageDown, help: "A page down"),
    Binding(.pageUp, action: .pageUp, help: "A page up"),
    Binding(.home, action: .top, help: "First card"),
    Binding(.end, action: .bottom, help: "Last card"),
  ]

  enum SearchAction: Sendable { case done, cancel, delete, deleteWord, clear, up, down }

  /// While searching every character is text; these are the keys that are none.
  static let searchKeys: [Binding<SearchAction>] = [
    Binding(.enter, action: .done, footer: "to the list", help: "Keep what was found"),
    Binding(.escape, action: .cancel, footer: "end search", help: "End the search"),
    Binding(.backspace, action: .delete, help: "Delete a character"),
    Binding(.control("w"), action: .deleteWord, help: "Delete a word"),
    Binding(.control("u"), action: .clear, help: "Delete everything"),
    Binding(.down, action: .down, help: "Next card"),
    Binding(.up, action: .up, help: "Card before"),
  ]

  /// The lines of the key table that works now.
  var hints: [KeyHint] {
    guard !isSearching else { return Self.searchKeys.hints() }
    return Self.listKeys.map { binding in
      let isBack = binding.action == .suspend && selected?.isSuspended == true
      return KeyHint(
        keys: binding.keys.map(\.name), footer: isBack ? "bring back" : binding.footer,
        help: binding.help)
    }
  }
}
