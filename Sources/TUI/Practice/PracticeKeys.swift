import Decks
import Practice
import Scheduler
import Screen

extension PracticeScreen {
  enum Action: Equatable, Sendable {
    case speak, reveal, otherWording, bury, suspend, note, undo
    case pause, stop
    case grade(Grade), gradeSuggested
    case up, down, pageUp, pageDown
  }

  static let questionKeys: [Binding<Action>] = [
    Binding(
      .character(" "), action: .speak, footer: "speak",
      help: "Answer aloud, with a clock"),
    Binding(.enter, action: .reveal, footer: "reveal", help: "Show what a good answer holds"),
    Binding(
      .character("o"), action: .otherWording, footer: "reword",
      help: "Ask it in other words"),
    Binding(
      .character("b"), action: .bury, footer: "bury", help: "Put the card away until tomorrow"),
    Binding(
      .character("x"), action: .suspend, footer: "suspend",
      help: "Keep the card out of practice"),
  ]

  static let speakingKeys: [Binding<Action>] = [
    Binding(.enter, action: .reveal, footer: "done", help: "The answer is finished"),
    Binding(
      .character("p"), action: .pause, footer: "pause", help: "Stop the clock, or let it go on"),
    Binding(
      .escape, .character("q"), action: .stop, footer: "start over",
      help: "Back to the question, without an answer"),
  ]

  static let revealKeys: [Binding<Action>] = [
    Binding(.character("1"), action: .grade(.again), help: "Again: it did not come back"),
    Binding(.character("2"), action: .grade(.hard), help: "Hard: it came, with a part missing"),
    Binding(
      .character("3"), action: .grade(.good), help: "Good: all of it, in your own words, in time"),
    Binding(
      .character("4"), action: .grade(.easy), help: "Easy: as Good, and ready for any follow-up"),
    Binding(
      .enter, .character(" "), action: .gradeSuggested, footer: "Good",
      help: "The suggested grade, Good"),
    Binding(.down, .character("j"), action: .down, help: "Scroll down"),
    Binding(.up, .character("k"), action: .up, help: "Scroll up"),
    Binding(.pageDown, action: .pageDown, help: "Scroll down a page"),
    Binding(.pageUp, action: .pageUp, help: "Scroll up a page"),
  ]

  /// Keys that work both before and after the reveal.
  static let cardKeys: [Binding<Action>] = [
    Binding(
      .character("e"), action: .note, footer: "note",
      help: "Write a note of your own on the card, in your editor"),
    Binding(
      .character("u"), action: .undo, footer: "undo", help: "Take the last step back, at any depth"
    ),
  ]

  private var hasOtherWordings: Bool { (current?.card.wordings.count ?? 0) > 1 }

  /// The key table of what the person is at now.
  var keys: [Binding<Action>] {
    switch phase {
    case .question:
      Self.questionKeys.filter { $0.action != .otherWording || hasOtherWordings } + Self.cardKeys
    case .speaking: Self.speakingKeys
    case .reveal: Self.revealKeys + Self.cardKeys
    }
  }
}
