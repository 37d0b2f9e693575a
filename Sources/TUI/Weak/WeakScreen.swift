import Decks
import Practice
import Screen

/// The weak cards, the weakest first.
struct WeakScreen: ScreenModel {
  private let cards: [WeakCard]
  private var position: ListPosition
  /// Columns for the letters of the parts that need work; found once, as there may be thousands.
  private let partsWidth: Int

  init(cards: [WeakCard], position: ListPosition = ListPosition()) {
    self.cards = cards
    self.position = position
    let letters = cards.reduce(0) { max($0, $1.needsWork.count) }
    partsWidth = letters > 0 ? letters + 1 : 0
  }

  enum Action: Sendable {
    case practise, rebuild
    case move(ListMove)
  }

  private static let keys: [Binding<Action>] =
    [
      Binding(.enter, action: .practise, footer: "practise these", help: "Practise the weak cards"),
      Binding(
        "r", action: .rebuild, footer: "rebuild parts",
        help: "Practise only the parts that need work"),
    ] + ListMove.keys(of: "card", inFooter: 2).mapped(Action.move)

  static let help = [HelpSection("Weak cards", keys.hints())]

  func keys(on stage: Stage) -> [Binding<Action>] { Self.keys }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    var request = stage.daily
    switch action {
    case .practise: request.weakOnly = true
    case .rebuild: request.rebuildsOnly = true
    case .move(let move):
      position.move(move)
      return []
    }
    return cards.isEmpty ? [] : [.startSession(request)]
  }

  static func opened(by outcome: Outcome, on stage: Stage) -> Self? {
    if case .weak(let cards) = outcome { Self(cards: cards) } else { nil }
  }

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    guard case .weak(let cards) = outcome else { return nil }
    self = Self(cards: cards, position: position)
    return []
  }

  mutating func settle(on stage: Stage) {
    position.settle(count: cards.count, height: stage.frame.height())
  }

  var renewal: [Effect] { [.loadWeak] }

  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    // Before an interview recall is that at its start, and not that of now.
    let isAhead = stage.home?.interview != nil
    frame.drawHeader(
      isAhead ? "Weak on the day" : "Weak cards", cards.count.of("card"), on: &canvas)
    guard !cards.isEmpty else {
      canvas.draw(
        isAhead ? "No card you practised will be weak on the day." : "No card is weak now.",
        x: frame.left, y: frame.top)
      canvas.focus = (frame.left, frame.top)
      return
    }
    let x = 8 + partsWidth
    frame.drawList(position, from: frame.top, on: &canvas) { index, y, style, canvas in
      let card = cards[index]
      let state = card.hasSlipped ? "Again" : "\(card.recall.percent) %"
      canvas.draw(state.padded(to: 6), x: 1, y: y, style: style)
      canvas.draw(String(card.needsWork.map(\.letter)), x: 8, y: y, style: style)
      canvas.draw(
        "\(card.id.card)  \(card.ask)".truncated(to: frame.size.width - x - 1), x: x, y: y,
        style: style)
    }
  }
}
