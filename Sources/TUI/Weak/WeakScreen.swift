import Campaign
import Decks
import Practice
import Screen

/// The weak cards, and below them those of which a part needs work: two lists, each with its heads and its
/// own window, so that a long first one does not hide the second.
struct WeakScreen: ScreenModel {
  private let cards: [WeakCard]
  /// Those that have cards, the weak ones first.
  private var lists: [WeakList]
  /// Which of them the person is in.
  private var active = 0

  init(cards: [WeakCard]) {
    self.cards = cards
    // Found once, as there may be thousands.
    let weak = cards.indices.filter { cards[$0].isWeak }
    let parts = cards.indices.filter { !cards[$0].needsWork.isEmpty }
    lists = [WeakList(places: weak, isPart: false), WeakList(places: parts, isPart: true)]
      .filter { !$0.places.isEmpty }
  }

  private func count(isPart: Bool) -> Int {
    lists.first { $0.isPart == isPart }?.places.count ?? 0
  }

  private var selected: (card: WeakCard, isPart: Bool)? {
    guard lists.indices.contains(active), let place = lists[active].selected else { return nil }
    return (cards[place], lists[active].isPart)
  }

  enum Action: Sendable {
    case open, practise, practiseAll, rebuild
    case move(ListMove), otherList
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
      Binding(.tab, action: .otherList, footer: "other list", help: "The other list"),
    ] + ListMove.keys(of: "card").mapped(Action.move)

  static let help = [HelpSection("Weak cards", keys.hints())]

  func keys(on stage: Stage) -> [Binding<Action>] {
    Self.keys.obstructed { action in
      switch action {
      case .open, .practise, .practiseAll: cards.isEmpty ? "No card is weak." : nil
      case .rebuild: count(isPart: true) > 0 ? nil : "No part of an answer needs work."
      case .otherList: lists.count > 1 ? nil : "There is no other list."
      case .move: nil
      }
    }
  }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    var request = stage.daily
    switch action {
    case .move(let move):
      guard lists.indices.contains(active) else { return [] }
      let before = lists[active].position.selected
      lists[active].position.move(move)
      if lists[active].position.selected == before { step(beyond: move) }
      return []
    case .otherList:
      if lists.count > 1 { active = 1 - active }
      return []
    case .open: return selected.map { [.loadCard($0.card.id)] } ?? []
    case .practise: return selected.map { [.startSession(stage.request(for: $0.card.id))] } ?? []
    case .practiseAll:
      guard let selected else { return [] }
      request.weakOnly = !selected.isPart
      request.rebuildsOnly = selected.isPart
    case .rebuild:
      guard count(isPart: true) > 0 else { return [] }
      request.rebuildsOnly = true
    }
    return [.startSession(request)]
  }

  /// A step beyond the end of a list is one into the other, so that both can be walked as one.
  private mutating func step(beyond move: ListMove) {
    if move == .down, active + 1 < lists.count {
      active += 1
      lists[active].position.move(.top)
    } else if move == .up, active > 0 {
      active -= 1
      lists[active].position.move(.bottom)
    }
  }

  static func opened(by outcome: Outcome, on stage: Stage) -> Self? {
    if case .weak(let cards) = outcome { Self(cards: cards) } else { nil }
  }

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    guard case .weak(let cards) = outcome else { return nil }
    let (before, isPart) = (lists, selected?.isPart)
    self = Self(cards: cards)
    for index in lists.indices {
      if let same = before.first(where: { $0.isPart == lists[index].isPart }) {
        lists[index].position = same.position
      }
    }
    active = lists.firstIndex { $0.isPart == isPart } ?? 0
    return []
  }

  mutating func settle(on stage: Stage) {
    let frame = stage.frame
    var room = frame.height() - lists.reduce(0) { $0 + $1.headHeight(in: frame) }
    if lists.count > 1 {
      if !frame.isLow { room -= 1 }
      let least = min(lists[1].places.count, frame.isLow ? max(1, room / 3) : 5)
      let second = max(least, room - lists[0].places.count)
      lists[1].settle(height: min(second, room - 1))
      room -= min(second, room - 1)
    }
    if !lists.isEmpty { lists[0].settle(height: room) }
  }

  var renewal: [Effect] { [.loadWeak] }

  // MARK: - Looks

  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    let next = stage.home?.interview?.next
    let day = next.map { DateText.day($0.start.day(startHour: stage.startHour)) }
    let (weak, parts) = (count(isPart: false), count(isPart: true))
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
    let columns = WeakColumns(frame: frame, recall: weekday.map { "on \($0)" } ?? "recall")
    var top = frame.top
    for (index, list) in lists.enumerated() {
      let title = list.isPart ? partsTitle(parts, frame) : weakTitle(weak, day: day, frame)
      if frame.isLow {
        let head = list.isPart ? columns.part(title) : columns.recall(title)
        canvas.draw(head, x: 1, y: top, style: .bold)
      } else {
        canvas.draw(title.truncated(to: frame.size.width - 2), x: 1, y: top, style: .bold)
        canvas.draw(list.isPart ? columns.partHeads : columns.heads, x: 1, y: top + 1)
      }
      top += list.headHeight(in: frame)
      let position = list.position
      frame.drawList(position, from: top, isActive: index == active, on: &canvas) {
        row, y, style, canvas in
        let card = cards[list.places[row]]
        if list.isPart {
          let names = card.needsWork.map(\.title).joined(separator: ", ")
          canvas.draw(columns.line(part: names, card.ask), x: 1, y: y, style: style)
        } else {
          let state = day == nil && card.hasSlipped ? "Again" : "\(card.recall.percent)%"
          let text = columns.line(state, family(of: card, on: stage), card.ask)
          canvas.draw(text, x: 1, y: y, style: style)
          if style == .plain { canvas.draw(state, x: 1, y: y, style: Style(.weak)) }
        }
      }
      top += position.window.count + (frame.isLow ? 0 : 1)
    }
  }

  private func family(of card: WeakCard, on stage: Stage) -> String {
    guard card.id.deck != Notebook.deckID else { return stage.families.shortTitle(of: "NOTE") }
    return stage.competencies.family(of: card.competency).map {
      stage.families.shortTitle(of: $0.code)
    } ?? ""
  }

  private func weakTitle(_ count: Int, day: String?, _ frame: Frame) -> String {
    let percent = Weakness.recallThreshold.percent
    if frame.isLow { return "below \(percent)%: \(count)" }
    return day.map { "Would not come back on \($0): \(count) (below \(percent)%)" }
      ?? "Would not come back now: \(count) (below \(percent)%, or the last answer was Again)"
  }

  private func partsTitle(_ count: Int, _ frame: Frame) -> String {
    frame.isLow
      ? "thin, below \(Profile.sound) of 5: \(count)"
      : "Came, but a part is thin: \(count) (a mark below \(Profile.sound) of 5)"
  }
}
