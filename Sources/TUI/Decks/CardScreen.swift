import Campaign
import Decks
import Practice
import Scheduler
import Screen

/// One card, as a person would read it.
struct CardScreen: ScreenModel {
  private(set) var card: SessionCard
  private(set) var listing: CardListing
  /// What is wrong in the deck since it was edited here.
  private(set) var fault: Fault?
  private(set) var scroll = 0

  enum Action: Sendable {
    case practise, suspend, edit, writeDown, copy
    case scroll(ListMove)
  }

  private static let keys: [Binding<Action>] =
    [
      CardsScreen.practiseKey(.practise), CardsScreen.suspendKey(.suspend),
      CardsScreen.editKey(.edit), Stage.copying(.copy, "the question"),
    ]
    + ListMove.scrollKeys(inFooter: 2).mapped(Action.scroll)

  static let help = [
    HelpSection("A card", keys.hints()),
    HelpSection(
      "A card that asks for something to be written", [Feed.key(Action.writeDown)].hints()),
  ]

  func keys(on stage: Stage) -> [Binding<Action>] {
    [Feed.key(Action.writeDown)].obstructed { _ in Feed.obstacle(fed) } + Self.keys
  }

  private var fed: [Feed] { Feed.places(for: card.card) }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .practise: return stage.practise(listing)
    case .copy: return stage.copy(listing.ask)
    case .suspend: return [listing.suspending]
    case .edit: return [fault.map { .mend($0) } ?? .editCard(listing.id)]
    case .writeDown: return [Feed.goThere(from: fed)]
    case .scroll(let move):
      scroll = page(stage.frame).top(scroll, after: move, height: stage.frame.height())
      return []
    }
  }

  static func opened(by outcome: Outcome, on stage: Stage) -> Self? {
    guard case .card(let card, let listing) = outcome else { return nil }
    return Self(card: card, listing: listing)
  }

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    switch outcome {
    case .card(let card, let listing): self = Self(card: card, listing: listing)
    case .practice(.suspended(listing.id, let isSuspended)):
      listing.isSuspended = isSuspended
      listing.reason = nil
      stage.saySuspended(listing.id, isSuspended)
    case .practice(.noteChanged(listing.id, let note)): card.note = note
    case .deckEdited(let fault):
      self.fault = fault
      if fault == nil { return [.loadCard(listing.id)] }
    default: return nil
    }
    return []
  }

  func view(on canvas: inout Canvas, _ stage: Stage) {
    stage.frame.drawHeader(listing.id.description, listing.stateText, on: &canvas)
    stage.frame.draw(page(stage.frame), from: scroll, on: &canvas)
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
    let points = GuidePoint.titles(of: card.card.guide)
    if !points.isEmpty { page.add("Serves: " + points.joined(separator: " · ")) }
    for section in CardSection.all(of: card.card) {
      page.add(section.title, items: section.items, marker: section.marker)
    }
    page.add("Your note", items: card.note.map { [$0] } ?? [], marker: "")
    return page
  }

  private var stateLine: String {
    var parts = [card.card.kind.title, card.card.competency]
    if card.card.isCore { parts.append("core") }
    if listing.isSuspended {
      parts.append("suspended" + (listing.reason.map { ": \($0.rawValue)" } ?? ""))
    }
    if listing.isOff { parts.append("its deck is off") }
    if let memory = card.memory {
      parts.append(memory.reps == 1 ? "practised once" : "practised \(memory.reps) times")
    } else {
      parts.append("never practised")
    }
    return parts.joined(separator: " · ")
  }
}
