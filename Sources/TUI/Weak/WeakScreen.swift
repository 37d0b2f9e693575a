import Campaign
import Decks
import Practice
import Screen

/// The weak cards, and below them those of which a part needs work: two lists, each with its heads.
struct WeakScreen: ScreenModel {
  /// A line of the two lists: words above a list, a card by its place, or the gap between them.
  private enum Line {
    case title(isPart: Bool), heads(isPart: Bool)
    case card(Int, isPart: Bool)
    case gap
  }

  private let cards: [WeakCard]
  private var position: ListPosition
  /// Found once, as there may be thousands.
  private let lines: [Line]
  private let weak: Int
  private let parts: Int

  init(cards: [WeakCard], position: ListPosition = ListPosition()) {
    self.cards = cards
    self.position = position
    func lines(_ places: [Int], isPart: Bool) -> [Line] {
      places.isEmpty
        ? []
        : [.title(isPart: isPart), .heads(isPart: isPart)]
          + places.map { .card($0, isPart: isPart) }
    }
    let weak = cards.indices.filter { cards[$0].isWeak }
    let parts = cards.indices.filter { !cards[$0].needsWork.isEmpty }
    (self.weak, self.parts) = (weak.count, parts.count)
    let lists = [lines(weak, isPart: false), lines(parts, isPart: true)].filter { !$0.isEmpty }
    self.lines = Array(lists.joined(separator: [.gap]))
  }

  private func isCard(_ index: Int) -> Bool {
    if lines.indices.contains(index), case .card = lines[index] { true } else { false }
  }

  private var selected: (card: WeakCard, isPart: Bool)? {
    guard case .card(let place, let isPart) = lines.selected(position) else { return nil }
    return (cards[place], isPart)
  }

  enum Action: Sendable {
    case open, practise, practiseAll, rebuild
    case move(ListMove)
  }

  private static let keys: [Binding<Action>] =
    [
      Binding(.enter, action: .open, footer: "open", help: "Read the card"),
      Binding("p", action: .practise, footer: "practise", help: "Practise this card now"),
      Binding(
        "P", action: .practiseAll, footer: "practise all", help: "Practise the list that you are in"
      ),
      Binding(
        "r", action: .rebuild, footer: "rebuild parts",
        help: "Practise only the parts that need work"),
    ] + ListMove.keys(of: "card").mapped(Action.move)

  static let help = [HelpSection("Weak cards", keys.hints())]

  func keys(on stage: Stage) -> [Binding<Action>] {
    Self.keys.filter { binding in
      switch binding.action {
      case .open, .practise, .practiseAll: !cards.isEmpty
      case .rebuild: parts > 0
      case .move: true
      }
    }
  }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    var request = stage.daily
    switch action {
    case .move(let move):
      position.move(move, where: isCard)
      return []
    case .open: return selected.map { [.loadCard($0.card.id)] } ?? []
    case .practise: return selected.map { [.startSession(stage.request(for: $0.card.id))] } ?? []
    case .practiseAll:
      guard let selected else { return [] }
      request.weakOnly = !selected.isPart
      request.rebuildsOnly = selected.isPart
    case .rebuild:
      guard parts > 0 else { return [] }
      request.rebuildsOnly = true
    }
    return [.startSession(request)]
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
    position.settle(count: lines.count, height: stage.frame.height(), where: isCard)
  }

  var renewal: [Effect] { [.loadWeak] }

  // MARK: - Looks

  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    let next = stage.home?.interview?.next
    let day = next.map { DateText.day($0.start.day(startHour: stage.startHour)) }
    let counts = [
      weak == 0 ? "" : weak.of("card"), parts == 0 ? "" : parts.of("part"),
    ].inOneLine
    var title = day.map { "on \($0)" } ?? "now"
    if let next, let day, !frame.isNarrow { title = "\(next.interview.title), \(day)" }
    frame.drawHeader("Weak · \(title)", cards.isEmpty ? "none" : counts, on: &canvas)
    guard !cards.isEmpty else {
      var page = Page(width: frame.textWidth)
      page.add(
        day.map { "None. Nothing that you practised would be lost on \($0)." }
          ?? "None. Nothing that you practised is weak now.")
      return frame.draw(page, on: &canvas)
    }
    let weekday = day?.prefix { $0 != " " }
    let columns = Columns(frame: frame, recall: weekday.map { "on \($0)" } ?? "recall")
    frame.drawList(position, from: frame.top, on: &canvas) { index, y, style, canvas in
      switch lines[index] {
      case .gap: break
      case .title(let isPart):
        let text = isPart ? partsTitle : weakTitle(day: day)
        canvas.draw(text.truncated(to: frame.size.width - 2), x: 1, y: y, style: .bold)
      case .heads(let isPart):
        canvas.draw(isPart ? columns.partHeads : columns.heads, x: 1, y: y)
      case .card(let place, isPart: false):
        let card = cards[place]
        let state = day == nil && card.hasSlipped ? "Again" : "\(card.recall.percent)%"
        let text = columns.line(state, family(of: card, on: stage), card.ask)
        canvas.draw(text, x: 1, y: y, style: style)
        if style == .plain { canvas.draw(state, x: 1, y: y, style: Style(.weak)) }
      case .card(let place, isPart: true):
        let names = cards[place].needsWork.map(\.title).joined(separator: ", ")
        canvas.draw(columns.line(part: names, cards[place].ask), x: 1, y: y, style: style)
      }
    }
  }

  private func family(of card: WeakCard, on stage: Stage) -> String {
    guard card.id.deck != Notebook.deckID else { return stage.families.shortTitle(of: "NOTE") }
    return stage.competencies.family(of: card.competency).map {
      stage.families.shortTitle(of: $0.code)
    } ?? ""
  }

  private func weakTitle(day: String?) -> String {
    let percent = Weakness.recallThreshold.percent
    return day.map { "Would not come back on \($0): \(weak) (below \(percent)%)" }
      ?? "Would not come back now: \(weak) (below \(percent)%, or the last answer was Again)"
  }

  private var partsTitle: String {
    "Came, but a part is thin: \(parts) (a mark below \(Profile.sound) of 5)"
  }
}

/// The columns of the two lists, in a window of that width.
private struct Columns {
  let width: Int
  let recall: String
  /// Whether there is room for the family.
  let hasFamily: Bool

  init(frame: Frame, recall: String) {
    width = frame.size.width - 2
    self.recall = recall
    hasFamily = !frame.isNarrow
  }

  var heads: String { line(recall, "family", "question") }
  var partHeads: String { line(part: "part", "question") }

  func line(_ state: String, _ family: String, _ ask: String) -> String {
    fitted(state.padded(to: 8) + (hasFamily ? family.padded(to: 14) : ""), ask)
  }

  func line(part: String, _ ask: String) -> String {
    fitted(part.padded(to: hasFamily ? 22 : 8), ask)
  }

  /// With a space before the question, however long what stands before it is.
  private func fitted(_ start: String, _ ask: String) -> String {
    (start + (start.hasSuffix(" ") ? "" : " ") + ask).truncated(to: width)
  }
}
