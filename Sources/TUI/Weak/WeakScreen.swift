import Decks
import Practice
import Screen

/// The weak cards, the weakest first, and below them those of which a part needs work.
struct WeakScreen: ScreenModel {
  /// A line of the list: a head, or a card by its place.
  private enum Row {
    case head(String)
    case weak(Int)
    case part(Int)
  }

  private let cards: [WeakCard]
  private var position: ListPosition
  private let weak: [Int]
  private let parts: [Int]

  init(cards: [WeakCard], position: ListPosition = ListPosition()) {
    self.cards = cards
    self.position = position
    // Found once, as there may be thousands.
    weak = cards.indices.filter { cards[$0].isWeak }
    parts = cards.indices.filter { !cards[$0].needsWork.isEmpty }
  }

  private var count: Int { [weak, parts].reduce(0) { $0 + ($1.isEmpty ? 0 : $1.count + 1) } }

  private func row(_ index: Int, isAhead: Bool) -> Row {
    var index = index
    for (list, isPart) in [(weak, false), (parts, true)] where !list.isEmpty {
      if index == 0 { return .head(isPart ? partsHead : weakHead(isAhead: isAhead)) }
      if index <= list.count { return isPart ? .part(list[index - 1]) : .weak(list[index - 1]) }
      index -= list.count + 1
    }
    return .head("")
  }

  private func weakHead(isAhead: Bool) -> String {
    let percent = Weakness.recallThreshold.percent
    return isAhead
      ? "Would not come back on the day: \(weak.count) (recall below \(percent)%)"
      : "Would not come back now: \(weak.count) (recall below \(percent)%, or the last answer was Again)"
  }

  private var partsHead: String {
    "A part needs work: \(parts.count) (a mark below \(Profile.sound) of 5)"
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
    position.settle(count: count, height: stage.frame.height())
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
    frame.drawList(position, from: frame.top, on: &canvas) { index, y, style, canvas in
      switch row(index, isAhead: isAhead) {
      case .head(let text):
        canvas.draw(text.truncated(to: frame.size.width - 2), x: 1, y: y, style: .bold)
      case .weak(let place):
        let card = cards[place]
        let state = !isAhead && card.hasSlipped ? "Again" : "\(card.recall.percent)%"
        draw(state, card, y: y, style, frame, on: &canvas)
      case .part(let place):
        let parts = cards[place].needsWork.map { String($0.letter) }.joined(separator: " ")
        draw(parts, cards[place], y: y, style, frame, on: &canvas)
      }
    }
  }

  private func draw(
    _ state: String, _ card: WeakCard, y: Int, _ style: Style, _ frame: Frame,
    on canvas: inout Canvas
  ) {
    canvas.draw(state, x: 1, y: y, style: style)
    let x = max(8, state.displayWidth + 3)
    canvas.draw(
      "\(card.id.card)  \(card.ask)".truncated(to: max(0, frame.size.width - x - 1)), x: x, y: y,
      style: style)
  }
}
