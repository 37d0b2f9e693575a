import Decks
import Practice
import Scheduler
import Screen

/// One card, as a person would read it.
struct CardScreen: Equatable {
  var card: SessionCard
  var listing: CardListing
  /// What is wrong in the deck since it was edited here.
  var fault: Fault?
  private(set) var scroll = 0

  enum Action: Sendable { case suspend, edit, up, down, pageUp, pageDown }

  static let keys: [Binding<Action>] = [
    Binding(
      .character("x"), action: .suspend, footer: "suspend",
      help: "Keep the card out of practice, or let it come back"),
    Binding(
      .character("e"), action: .edit, footer: "edit",
      help: "Open the card's deck in your editor, at the card"),
    Binding(.down, .character("j"), action: .down, footer: "down", help: "Scroll down"),
    Binding(.up, .character("k"), action: .up, footer: "up", help: "Scroll up"),
    Binding(.pageDown, .character(" "), action: .pageDown, help: "Scroll down a page"),
    Binding(.pageUp, action: .pageUp, help: "Scroll up a page"),
  ]

  mutating func scroll(by lines: Int, in frame: Frame) {
    scroll = min(max(0, scroll + lines), page(frame).lastTop(height: frame.height()))
  }

  func draw(in frame: Frame, on canvas: inout Canvas) {
    frame.drawHeader(listing.id.description, listing.stateText, on: &canvas)
    page(frame).draw(
      on: &canvas, x: frame.left, y: frame.top, height: frame.height(), from: scroll)
    canvas.focus = (frame.left, frame.top)
  }

  private func page(_ frame: Frame) -> Page {
    var page = Page(width: frame.textWidth)
    if let fault {
      page.add(fault)
      page.addGap()
    }
    page.add(card.card.ask, style: .bold)
    for other in card.card.alternatives { page.add(other, marker: "or: ") }
    page.addGap()
    page.add(stateLine)
    for section in CardSection.all(of: card.card) {
      page.add(section.title, items: section.items, marker: section.marker)
    }
    page.add("Your note", items: card.note.map { [$0] } ?? [], marker: "")
    return page
  }

  private var stateLine: String {
    var parts = [card.card.kind.title, card.card.competency]
    if card.card.isCore { parts.append("core") }
    if listing.isSuspended { parts.append("suspended") }
    if let memory = card.memory {
      parts.append(memory.reps == 1 ? "practised once" : "practised \(memory.reps) times")
    } else {
      parts.append("never practised")
    }
    if !card.card.guide.isEmpty { parts.append("guide " + card.card.guide.joined(separator: " ")) }
    return parts.joined(separator: " · ")
  }
}
