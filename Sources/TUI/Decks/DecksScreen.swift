import Decks
import Practice
import Screen

/// The decks, with how much of each is ready.
struct DecksScreen: ScreenModel {
  private var position = ListPosition()

  init() {}

  /// On the first role pack of the list.
  init(atPacksOf decks: [DeckListing]) {
    if let first = decks.firstIndex(where: \.isPack) { position.select(first) }
  }

  enum Action: Sendable {
    case open, search, practise, turn
    case move(ListMove)
  }

  private static let keys: [Binding<Action>] =
    [
      Binding(.enter, action: .open, footer: "open", help: "See the deck's cards"),
      Binding("/", action: .search, footer: "search", help: "Search all cards"),
      Binding("p", action: .practise, footer: "practise", help: "Practise this deck now"),
      Binding(
        "r", action: .turn, footer: "on/off",
        help: "Turn the deck on or off; the role packs are off until you choose yours"),
    ] + ListMove.keys(of: "deck").mapped(Action.move)

  static let help = [HelpSection("Decks", keys.hints())]

  func keys(on stage: Stage) -> [Binding<Action>] { Self.keys }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .search: return [.loadCards(CardFilter())]
    case .move(let move): position.move(move)
    case .open: return deck(on: stage).map { [.loadCards(CardFilter(deck: $0.id))] } ?? []
    case .practise:
      guard let deck = deck(on: stage) else { return [] }
      guard deck.isOn else {
        stage.say("This deck is off; r turns it on.")
        return []
      }
      var request = stage.daily
      request.decks = [deck.id]
      return [.startSession(request)]
    case .turn:
      guard let deck = deck(on: stage) else { return [] }
      stage.say(
        deck.isOn
          ? "\(deck.title) is off: none of its cards is asked. r turns it on."
          : "\(deck.title) is on: \(deck.cards.of("card")).")
      return [.setDeck(deck.id, on: !deck.isOn)]
    }
    return []
  }

  /// The deck the person is on.
  private func deck(on stage: Stage) -> DeckListing? { stage.decks.selected(position) }

  static func opened(by outcome: Outcome, on stage: Stage) -> Self? {
    if case .decks = outcome { Self() } else { nil }
  }

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    if case .decks = outcome { [] } else { nil }
  }

  mutating func settle(on stage: Stage) {
    position.settle(count: stage.decks.count, height: stage.frame.listHeight)
  }

  var renewal: [Effect] { [.loadDecks] }

  func view(on canvas: inout Canvas, _ stage: Stage) {
    let (frame, decks) = (stage.frame, stage.decks)
    let inUse = decks.filter(\.isOn)
    let cards = inUse.reduce(0) { $0 + $1.cards }
    let off = decks.count - inUse.count
    frame.drawHeader(
      "Decks",
      "\(inUse.count.of("deck")) · \(cards.of("card"))\(off > 0 ? " · \(off) off" : "")",
      on: &canvas)
    // With an interview ahead the plan says what comes when, and what falls due says nothing.
    let isDated = stage.home?.interview == nil
    let due = isDated ? "  due" : ""
    canvas.draw(
      frame.isNarrow ? "ready\(due)  deck" : "ready           cards  seen \(due)  deck", x: 1,
      y: frame.listTop - 1)
    frame.drawList(position, from: frame.listTop, on: &canvas) {
      text(decks[$0], isNarrow: frame.isNarrow, isDated: isDated)
    }
  }

  private func text(_ deck: DeckListing, isNarrow: Bool, isDated: Bool) -> String {
    let ready = "\(deck.readiness.percent)%"
    let own = (deck.origin == .own ? " (yours)" : "") + (deck.isOn ? "" : " (off)")
    if isNarrow {
      let due = isDated ? " \(right(deck.due, 4))" : ""
      return "\(right(ready, 5))\(due)  \(deck.title)\(own)"
    }
    let counts = [(deck.cards, 6), (deck.seen, 5)] + (isDated ? [(deck.due, 5)] : [])
    let figures = counts.map { right($0, $1) }
    return
      "\(bar(share: deck.readiness, width: 8)) \(right(ready, 5)) \(figures.joined(separator: " "))  \(deck.title)\(own)"
  }

  private func right(_ value: some CustomStringConvertible, _ width: Int) -> String {
    value.description.padded(to: width, align: .right)
  }
}
