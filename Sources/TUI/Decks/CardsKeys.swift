import Practice
import Screen

extension CardsScreen {
  enum Action: Equatable, Sendable {
    case open, practise, search, state, kind, family, point, tag, suspend, edit
    case move(ListMove)
    case type(LineAction)
  }

  private static let listKeys: [Binding<Action>] =
    [
      Binding(.enter, action: .open, footer: "open", help: "Read the card"),
      practiseKey(.practise),
      Binding("/", action: .search, footer: "search", help: "Search as you type"),
      Binding(
        "f", action: .state, footer: "filter",
        help: "Show all, due, weak, unseen, suspended or core cards"),
      Binding("t", action: .kind, footer: "kind", help: "Show one kind of card"),
      Binding("c", action: .family, footer: "family", help: "Show one family"),
      Binding(
        "v", action: .point, footer: "guide", help: "Show what serves one point of the guide"),
      Binding("#", action: .tag, help: "Show the cards with one tag of your own"),
      suspendKey(.suspend), editKey(.edit),
    ] + ListMove.keys(of: "card").mapped(Action.move)

  private static let searchKeys =
    Search.keys.mapped(Action.type)
    + [
      Binding(.down, action: .move(.down), help: "Next card"),
      Binding(.up, action: .move(.up), help: "Card before"),
    ]

  static let help = [
    HelpSection("Cards of a deck", listKeys.hints()), HelpSection("Searching", searchKeys.hints()),
  ]

  var helpTitle: String { Self.help[search.isTyping ? 1 : 0].title }

  static func practiseKey<Action>(_ action: Action) -> Binding<Action> {
    Binding("p", action: action, footer: "practise", help: "Practise this card now")
  }

  static func suspendKey<Action>(_ action: Action) -> Binding<Action> {
    Binding(
      "x", action: action, footer: "suspend",
      help: "Keep the card out of practice, or let it come back")
  }

  static func editKey<Action>(_ action: Action) -> Binding<Action> {
    Binding(
      "e", action: action, footer: "edit",
      help: "A card of your own: open its deck in your editor; another: write a note on it")
  }

  func keys(on stage: Stage) -> [Binding<Action>] {
    search.isTyping
      ? Self.searchKeys
      : Self.listKeys.obstructed { action in
        guard selected == nil else { return nil }
        return switch action {
        case .edit where fault != nil: nil
        case .open, .practise, .suspend, .edit: "No card is shown."
        default: nil
        }
      }
  }

  func hints(on stage: Stage) -> [KeyHint] {
    keys(on: stage).map { binding in
      var binding = binding
      if binding.action == .suspend, selected?.isSuspended == true { binding.footer = "bring back" }
      return binding
    }.hints()
  }
}
