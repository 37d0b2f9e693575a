import Campaign
import Decks
import Practice
import Scheduler
import Screen
import Testing

@testable import TUI

/// What was typed and could not be saved stays, and is tried again.
@Suite struct UnsavedTests {
  private static let reason = "the disk is full"

  /// A session with words in the first box, and nothing that can be kept.
  private func refused() -> AppFixture {
    var fixture = AppFixture()
    fixture.press(.enter, .character("t"))
    fixture.type("one two")
    fixture.refusal = Self.reason
    return fixture
  }

  @Test func theBoxesOpenWithItAgain() {
    var fixture = refused()
    fixture.press(.escape)
    #expect(fixture.app.view().text.contains("! Not saved yet: the disk is full."))
    #expect(fixture.app.view().text.contains("What you typed here is not saved yet"))
    fixture.press(.character("t"))
    #expect(fixture.app.view().text.contains("one two"))
    #expect(fixture.drafts.isEmpty)
  }

  @Test func itIsTriedAgainAfterAWhileAndThenItIsSaid() {
    var fixture = refused()
    fixture.send(.tick, after: 1)
    #expect(fixture.app.view().text.contains("! Not saved yet"))
    // Not at once: one attempt may keep the keys waiting.
    #expect(fixture.app.nextChange == 5000)
    fixture.press(.character("!"), after: 1)
    #expect(fixture.drafts.isEmpty && fixture.app.nextChange == 4000)
    fixture.refusal = nil
    fixture.send(.tick, after: 4)
    #expect(fixture.drafts.map { $0[0] } == ["one two!"])
    #expect(fixture.app.view().text.contains("What you typed is saved now."))
    #expect(fixture.app.nextChange == nil)
  }

  /// Who types without a pause leaves no time between keys.
  @Test func itIsTriedAgainAtAKeyWhenThereIsNoPause() {
    var fixture = refused()
    fixture.send(.tick, after: 1)
    fixture.refusal = nil
    for _ in 0..<7 { fixture.press(.character("x"), after: 1) }
    #expect(fixture.drafts.first?.first == "one twoxxxxxx")
  }

  @Test func itOutlivesTheRevealTheGradeThatFailsAndTheSession() {
    var fixture = refused()
    fixture.press(.control("d"))
    #expect(fixture.app.view().text.contains("! Not saved yet"))
    fixture.press(.character("3"))
    #expect(fixture.recorded.isEmpty)
    fixture.press(.escape, .escape, .escape)
    #expect(fixture.app.unsavedTexts.map { $0.texts[0] } == ["one two"])
    // Home, and a session anew.
    fixture.press(.enter, .character("t"))
    #expect(fixture.app.view().text.contains("one two"))
    fixture.refusal = nil
    fixture.send(.tick, after: 6)
    #expect(fixture.drafts.map { $0[0] } == ["one two"])
  }

  @Test func anAnswerThatIsKeptLeavesNoDraftToBeTriedAgain() {
    var fixture = refused()
    fixture.press(.control("d"))
    fixture.refusal = nil
    fixture.press(.character("3"))
    #expect(fixture.attempts.map { $0.texts[0] } == ["one two"])
    #expect(fixture.app.unsavedTexts.isEmpty && fixture.app.nextChange == nil)
  }

  @Test(arguments: [InputEvent.signal(15), .hangUp]) func anEndKeepsTheLastKey(event: InputEvent) {
    var fixture = AppFixture()
    fixture.press(.enter, .character("t"))
    fixture.type("one")
    fixture.send(event)
    #expect(fixture.drafts.map { $0[0] } == ["one"])
    #expect(fixture.effects == [.quit])
    #expect(fixture.app.unsavedTexts.isEmpty)

    var full = refused()
    full.send(event)
    #expect(full.effects == [.quit])
    #expect(full.app.unsavedTexts.map { $0.texts[0] } == ["one two"])
  }

  /// Only some boxes are open then; the others hold what was written of the whole answer.
  @Test func aPartThatIsRebuiltLeavesTheOtherBoxesAlone() {
    var card = AppFixture.cards[0]
    var attempt = Attempt(card: card.card.id, kind: .star, moment: AppFixture.evening)
    attempt.id = 1
    attempt.setTicks([.s1, .s2, .t1, .a1, .a2, .r2, .d1, .d2, .d3])
    card.history = CardHistory([attempt])
    card.draft = ["a Monday", "the shift", "I counted", "well"]
    var fixture = AppFixture(cards: [card], tasks: [.rebuild])
    fixture.press(.enter, .character("t"))
    fixture.type(" done")
    fixture.press(.escape)
    #expect(fixture.drafts.last?.count == 4)
    #expect(fixture.drafts.last?.prefix(3) == ["a Monday", "the shift", "I counted"])
    #expect(fixture.drafts.last?[3].contains("done") == true)
    fixture.press(.character("t"), .control("d"), .tab, .enter)
    #expect(fixture.attempts.first?.texts.prefix(3).joined() == "")
  }

  // MARK: - The log of a round

  private func log() -> AppFixture {
    var fixture = AppFixture()
    fixture.notebook = AppFixture.notebook
    fixture.press(.character("i"), .enter, .character("l"))
    return fixture
  }

  @Test func theLineOfALogIsADraftAfterASecond() {
    var fixture = log()
    fixture.type("Why us")
    #expect(fixture.drafts.isEmpty && fixture.app.nextChange == 1000)
    fixture.send(.tick, after: 1)
    #expect(fixture.drafts == [["Why us"]])
    fixture.type("?")
    fixture.press(.enter)
    #expect(fixture.drafts.last == [], "the line is kept now")
    #expect(fixture.notebook.entries.last?.text == "Why us?")
  }

  @Test func aLogIsGoneOnWithAtTheLineThatWasLeft() {
    var fixture = AppFixture()
    fixture.notebook = AppFixture.notebook
    fixture.leftDraft = ["", "", "send the rota\ncall An"]
    fixture.press(.character("i"), .enter, .character("l"))
    #expect(fixture.app.view().text.contains("What did you say you would do?"))
    #expect(fixture.app.view().text.contains("> call An"))
    #expect(fixture.notebook.promises.last?.text == "send the rota")
    fixture.type("a")
    fixture.press(.enter)
    #expect(fixture.notebook.promises.last?.text == "call Ana")
  }

  @Test func linesOfALogThatCouldNotBeKeptAreTriedAgainInOrder() {
    var fixture = log()
    let before = fixture.notebook
    fixture.refusal = Self.reason
    for line in ["Why us?", "What went wrong?"] {
      fixture.type(line)
      fixture.press(.enter)
      #expect(fixture.app.view().text.contains("! Not saved yet: the disk is full."))
    }
    fixture.type("half a")
    #expect(fixture.notebook.entries == before.entries)
    #expect(
      fixture.app.unsavedTexts.map(\.texts) == [["Why us?\nWhat went wrong?\nhalf a"]])
    fixture.refusal = nil
    fixture.send(.tick, after: 6)
    fixture.send(.tick, after: 1)
    let texts = fixture.notebook.entries.map(\.text)
    #expect(texts.suffix(2) == ["Why us?", "What went wrong?"])
    #expect(fixture.app.unsavedTexts.isEmpty)
  }

  /// The draft on disk is all that a kill leaves of a line which could not be kept.
  @Test func aLineThatCouldNotBeKeptStaysInTheDraftUntilItIs() {
    var fixture = log()
    fixture.type("Why us?")
    fixture.send(.tick, after: 1)
    fixture.refusal = Self.reason
    fixture.press(.enter)
    fixture.refusal = nil
    fixture.type("half")
    fixture.send(.tick, after: 6)
    #expect(fixture.drafts.last == ["Why us?\nhalf"])
    fixture.send(.tick, after: 1)
    #expect(fixture.notebook.entries.last?.text == "Why us?")
    #expect(fixture.drafts.last == ["half"])
  }

  @Test func anAnswerBeforeAPanelThatIsNotKeptWaits() {
    var fixture = AppFixture()
    let attempt = Attempt(
      card: AppFixture.cards[0].card.id, kind: .star, moment: AppFixture.evening, purpose: .panel)
    fixture.take(.answerUnkept(attempt, Self.reason))
    #expect(fixture.app.unsavedAnswers == [attempt])
    fixture.send(.tick, after: 6)
    #expect(fixture.app.unsavedAnswers.isEmpty)
  }

  @Test func oneLineOfWhatNobodyAskedDoesNotReplaceTheOther() {
    var fixture = log()
    fixture.press(.control("d"))
    while !fixture.app.view().text.contains("What did nobody touch") {
      fixture.press(fixture.app.view().text.contains("n go on") ? .character("n") : .control("d"))
    }
    fixture.refusal = Self.reason
    for line in ["the audit", "the rota"] {
      fixture.type(line)
      fixture.press(.enter)
    }
    fixture.refusal = nil
    fixture.send(.tick, after: 6)
    let notAsked = fixture.notebook.interviews.map(\.notAsked)
    #expect(notAsked.contains { $0.suffix(2) == ["the audit", "the rota"] }, "\(notAsked)")
  }
}

extension AppFixture {
  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }
}
