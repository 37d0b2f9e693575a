import Decks
import Practice
import Screen

/// The decks, with how much of each is ready.
struct DecksScreen: Equatable {
  var decks: [DeckListing]
  var position = ListPosition()

  enum Action: Sendable { case open, search, practise, up, down, pageUp, pageDown, top, bottom }

  static let keys: [Binding<Action>] = [
    Binding(.enter, action: .open, footer: "open", help: "See the deck's cards"),
    Binding(.character("/"), action: .search, footer: "search", help: "Search all cards"),
    Binding(
      .character("p"), action: .practise, footer: "practise", help: "Practise this deck now"),
    Binding(.down, .character("j"), action: .down, help: "Next deck"),
    Binding(.up, .character("k"), action: .up, help: "Deck before"),
    Binding(.pageDown, action: .pageDown, help: "A page down"),
    Binding(.pageUp, action: .pageUp, help: "A page up"),
    Binding(.home, action: .top, help: "First deck"),
    Binding(.end, action: .bottom, help: "Last deck"),
  ]

  /// The deck the person is on; nil when there is none.
  var selected: DeckListing? {
    decks.indices.contains(position.selected) ? decks[position.selected] : nil
  }
}

extension DecksScreen {
  func draw(in frame: Frame, on canvas: inout Canvas) {
    let cards = decks.reduce(0) { $0 + $1.cards }
    frame.drawHeader("Decks", "\(decks.count.of("deck")) · \(cards.of("card"))", on: &canvas)
    canvas.draw(
      frame.isNarrow ? "ready  due  deck" : "ready           cards  seen   due  deck", x: 1,
      y: frame.listTop - 1)
    let rows = position.window(height: frame.listHeight, count: decks.count)
    for (row, index) in rows.enumerated() {
      let y = frame.listTop + row
      let style = frame.drawRow(y, isSelected: index == position.selected, on: &canvas)
      canvas.draw(
        text(decks[index], isNarrow: frame.isNarrow).truncated(to: frame.size.width - 2), x: 1,
        y: y, style: style)
    }
  }

  private func text(_ deck: DeckListing, isNarrow: Bool) -> String {
    let ready = "\(deck.readiness.percent) %"
    let own = deck.origin == .own ? " (yours)" : ""
    if isNarrow {
      return "\(right(ready, 5)) \(right(deck.due, 4))  \(deck.title)\(own)"
    }
    let figures = [(deck.cards, 6), (deck.seen, 5), (deck.due, 5)].map { right($0, $1) }
    return
      "\(bar(share: deck.readiness, width: 8)) \(right(ready, 5)) \(figures.joined(separator: " "))  \(deck.title)\(own)"
  }

  private func right(_ value: some CustomStringConvertible, _ width: Int) -> String {
    value.description.padded(to: width, align: .right)
  }
}
