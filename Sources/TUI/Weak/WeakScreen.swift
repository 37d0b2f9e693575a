import Decks
import Practice
import Screen

/// The weak cards, the weakest first.
struct WeakScreen: Equatable {
  let cards: [WeakCard]
  var position: ListPosition
  /// Columns for the letters of the parts that need work; found once, as there may be thousands.
  private let partsWidth: Int

  init(cards: [WeakCard], position: ListPosition = ListPosition()) {
    self.cards = cards
    self.position = position
    let letters = cards.reduce(0) { max($0, $1.needsWork.count) }
    partsWidth = letters > 0 ? letters + 1 : 0
  }

  enum Action: Sendable { case practise, rebuild, up, down, top, bottom }

  static let keys: [Binding<Action>] = [
    Binding(.enter, action: .practise, footer: "practise these", help: "Practise the weak cards"),
    Binding(
      .character("r"), action: .rebuild, footer: "rebuild parts",
      help: "Practise only the parts that need work"),
    Binding(.down, .character("j"), action: .down, footer: "down", help: "Next card"),
    Binding(.up, .character("k"), action: .up, footer: "up", help: "Card before"),
    Binding(.home, action: .top, help: "First card"),
    Binding(.end, action: .bottom, help: "Last card"),
  ]

  mutating func move(by lines: Int) { position.move(by: lines, count: cards.count) }
}

extension WeakScreen {
  /// `isAhead` says whether recall is that at an interview to come, and not that of now.
  func draw(in frame: Frame, on canvas: inout Canvas, isAhead: Bool) {
    let count = cards.count.of("card")
    frame.drawHeader(isAhead ? "Weak on the day" : "Weak cards", count, on: &canvas)
    guard !cards.isEmpty else {
      canvas.draw(
        isAhead ? "No card you practised will be weak on the day." : "No card is weak now.",
        x: frame.left, y: frame.top)
      canvas.focus = (frame.left, frame.top)
      return
    }
    for (row, index) in position.window(height: frame.height(), count: cards.count).enumerated() {
      let card = cards[index]
      let y = frame.top + row
      let style = frame.drawRow(y, isSelected: index == position.selected, on: &canvas)
      let state = card.hasSlipped ? "Again" : "\(card.recall.percent) %"
      canvas.draw(state.padded(to: 6), x: 1, y: y, style: style)
      canvas.draw(String(card.needsWork.map(\.letter)), x: 8, y: y, style: style)
      let x = 8 + partsWidth
      canvas.draw(
        "\(card.id.card)  \(card.ask)".truncated(to: frame.size.width - x - 1), x: x, y: y,
        style: style)
    }
  }
}
