import Decks
import Practice
import Screen

extension CardsScreen {
  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    let cards = list.total.of("card")
    let count = shown.count == list.total ? cards : "\(shown.count) of \(cards)"
    let filtered = list.filter.text.isEmpty ? "" : " · \(list.filter.text)"
    frame.drawHeader(title, "\(count)\(filtered)", on: &canvas)
    drawSearchLine(in: frame, on: &canvas)
    if shown.isEmpty { drawEmpty(in: frame, on: &canvas) }
    frame.drawList(position, from: frame.listTop, isActive: !search.isTyping, on: &canvas) {
      guard let card = listing(at: $0) else { return }
      $3.draw(card.stateText.padded(to: 7), x: 1, y: $1, style: $2)
      if let sign = card.sign, $2 == .plain {
        let place = card.stateText.count - 1
        $3.tint(card.stateText, place..<place + 1, x: 1, y: $1, sign)
      }
      $3.draw(
        "\(card.id.card.padded(to: 7)) \(card.ask)".truncated(to: frame.size.width - 10), x: 9,
        y: $1, style: $2)
    }
    if search.isTyping { canvas.focus = (searchColumn, frame.listTop - 1) }
  }

  /// Says why there is no card.
  private func drawEmpty(in frame: Frame, on canvas: inout Canvas) {
    var page = Page(width: frame.size.width - 2)
    if let fault { page.add(fault) } else { page.add("No card here is like that.") }
    page.draw(on: &canvas, x: 1, y: frame.listTop, height: frame.listHeight)
  }

  private var searchLabel: String { "Search: " }

  private var searchColumn: Int { 1 + searchLabel.displayWidth + search.query.displayWidth }

  private func drawSearchLine(in frame: Frame, on canvas: inout Canvas) {
    let y = frame.listTop - 1
    if search.isTyping || !search.query.isEmpty {
      canvas.draw(searchLabel, x: 1, y: y, style: .bold)
      canvas.draw(search.query, x: 1 + searchLabel.displayWidth, y: y)
      canvas.isCursorShown = search.isTyping
    } else if frame.isNarrow, !list.filter.text.isEmpty {
      // The header has no room for it, and without it the deck would seem to have no more cards.
      canvas.draw(
        "\(shown.count) of \(list.total) · \(list.filter.text)".truncated(to: frame.size.width - 2),
        x: 1, y: y)
    } else {
      canvas.draw(
        "recall  card    question\(frame.isNarrow ? "" : "   (• due, ! weak)")", x: 1, y: y)
    }
  }
}

extension CardListing {
  /// What the sign stands for at the end of ``stateText``; nil if none is there.
  fileprivate var sign: Style.Role? {
    guard !isSuspended, !isOff, recall != nil else { return nil }
    return isWeak ? .weak : isDue ? .due : nil
  }

  /// The state of the card in a few columns: `new`, `off` when it or its deck is kept out of practice,
  /// `n/a` when it does not apply, or its recall.
  var stateText: String {
    if isSuspended { return reason == .doesNotApply ? "n/a" : "off" }
    if isOff { return "off" }
    guard let recall else { return "new" }
    return "\(recall.percent)%\(isWeak ? " !" : isDue ? " •" : "")"
  }
}
