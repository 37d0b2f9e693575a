import Decks
import Practice
import Scheduler
import Testing

@Suite struct CardHistoryTests {
  private static let noon = Timestamp(milliseconds: 1_795_435_200_000)

  private func attempt(
    _ purpose: Attempt.Purpose = .answer, _ mode: AnswerMode = .spoken, id: Int64 = 1,
    day: Int = 0, ticks: String? = nil, texts: [String] = []
  ) -> Attempt {
    var attempt = Attempt(
      card: CardID(deck: "d", card: "c"), kind: .star,
      moment: Moment(time: Self.noon.adding(days: Double(day)), utcOffset: 0), purpose: purpose)
    attempt.id = id
    attempt.mode = mode
    attempt.texts = texts
    if mode == .spoken { attempt.duration = 90_000 }
    if let ticks {
      attempt.setTicks(Set(ticks.split(separator: " ").map { Tick(rawValue: String($0)) }))
    }
    return attempt
  }

  private static let sound = "S1 S2 T1 A1 R1 D1 D2 D3"
  private static let thin = "S1 S2 T1 A1 R2 D1 D2 D3"

  @Test func theLastThreeWrittenAnswersAndTheStoryNamedLastAreRemembered() {
    var history = CardHistory()
    for number in 1...4 {
      history.add(attempt(.answer, .typed, id: Int64(number), texts: ["take \(number)"]))
      history.add(attempt(id: 10))
    }
    #expect(history.written.map(\.id) == [2, 3, 4])
    #expect(history.story == nil)
    var pick = attempt(.answer, .pick)
    pick.story = 7
    history.add(pick)
    history.add(attempt())
    #expect(history.story == 7)
  }

  @Test func observationsLookAtEarlierAnswersWithTheSameStoryAndAtWhatWasTold() {
    func written(_ result: String) -> Attempt {
      var attempt = attempt(
        .answer, .typed, texts: ["In March.", "Mine.", "I counted the freezers.", result])
      attempt.story = 7
      return attempt
    }
    let card = Card(
      id: CardID(deck: "d", card: "c"), kind: .star, competency: "teamwork", ask: "When?")
    var asked = SessionCard(card: card, history: CardHistory([written("Cut waste by 30 %.")]))
    asked.freshStory = "Night list"
    let now = written("Cut waste by 40 %.")
    func seen(_ stories: [SessionStory], _ observing: Set<ObservationKind>) -> [Observation] {
      asked.observations(
        of: now,
        in: SessionStart(
          session: Session(items: []), cards: [asked], stories: stories, observing: observing))
    }
    let drift = seen([], [.figuresChanged])
    #expect(drift.map(\.note) == ["Last time 30 %, now 40 %."])
    let told = SessionStory(number: 7, title: "Audit", texts: [], listener: "Acme, round 1")
    let warned = seen([told], [.toldBefore])
    #expect(warned.map(\.note) == ["Told to Acme, round 1."])
    #expect(warned.map(\.question) == ["Use “Night list” instead?"])
    #expect(seen([told], []).isEmpty)
    // A story of another number that nobody told is no reason to warn.
    #expect(seen([SessionStory(number: 7, title: "Audit")], [.toldBefore]).isEmpty)
  }

  @Test func aPartBelowThreeNeedsWorkUntilItIsRebuilt() {
    var history = CardHistory([attempt(ticks: Self.thin)])
    #expect(history.needsWork == [.result])
    var rebuild = attempt(.rebuild, ticks: "R1 R2 S3")
    rebuild.parts = [.result]
    history.add(rebuild)
    #expect(history.needsWork == [])
    #expect(
      history.ticks
        == Set(["S1", "S2", "T1", "A1", "R1", "R2", "D1", "D2", "D3"].map { Tick(rawValue: $0) }))
  }

  @Test func theLastWholeAnswerStands() {
    let history = CardHistory([attempt(ticks: Self.sound), attempt(id: 2, ticks: Self.thin)])
    #expect(history.needsWork == [.result])
    #expect(history.lastAnswer?.id == 2)
  }

  @Test func drillsAndAnswersWithoutTicksChangeNoMarks() {
    var history = CardHistory([attempt(ticks: Self.thin)])
    history.add(attempt(.answer, .headline, id: 2, ticks: "sentence outcome time"))
    #expect(history.lastAnswer?.id == 1)
    history.add(attempt(id: 3))
    #expect(history.needsWork == [.result])
    #expect(history.lastAnswer?.id == 3)
    #expect(CardHistory([attempt()]).needsWork == [])
  }

  @Test func whatWasStuckStaysUntilItIsAnswered() {
    var first = attempt(ticks: Self.sound)
    first.probes = [
      ProbeAnswer(question: "a", result: .stuck), ProbeAnswer(question: "b", result: .stuck),
      ProbeAnswer(question: "c", result: .thin),
    ]
    var history = CardHistory([first])
    #expect(history.stuck == ["a", "b"])
    var probe = attempt(.probe, .probe)
    probe.probes = [ProbeAnswer(question: "a", result: .stuck)]
    history.add(probe)
    #expect(history.stuck == ["b", "a"])
    probe.probes = [ProbeAnswer(question: "a", result: .thin)]
    history.add(probe)
    #expect(history.stuck == ["b"])
  }

  @Test func aWrittenAnswerIsTickedAgainOnlyOnce() throws {
    var history = CardHistory([
      attempt(.answer, .typed, id: 7, ticks: Self.sound, texts: ["x", "", "", ""])
    ])
    #expect(history.uncheckedAnswer?.id == 7)
    var cold = attempt(.regrade, .typed, id: 8, day: 1, ticks: Self.thin)
    cold.regards = 7
    history.add(cold)
    #expect(history.uncheckedAnswer == nil)
    #expect(history.needsWork == [.result])
  }

  @Test func aWrittenAnswerThatWasPractisedAgainIsOverdue() {
    let history = CardHistory([
      attempt(.answer, .typed, id: 7, ticks: Self.sound, texts: ["x"]),
      attempt(id: 8, day: 1, ticks: Self.sound),
    ])
    #expect(history.uncheckedAnswer == nil)
  }

  @Test func calibrationCountsBothWays() {
    var calibration = Calibration()
    #expect(calibration.lines == [])
    calibration.count(confidence: 4, grade: .again)
    calibration.count(confidence: 3, grade: .good)
    calibration.count(confidence: 1, grade: .hard)
    calibration.count(confidence: nil, grade: .again)
    calibration.count(first: [.s1, .s2], cold: [.s1, .t1, .t2])
    #expect(calibration.sure.count == 2 && calibration.sure.held == 1)
    #expect(calibration.unsure.count == 1 && calibration.unsure.held == 1)
    #expect(
      calibration.lines == [
        "You were sure 2 times: 1 came back.",
        "You had doubts once: 1 came back all the same.",
        "A day later you took 1 tick back and added 2.",
      ])
  }
}

@Suite struct ProbeDrawTests {
  private func card(_ kind: CardKind, probes: [String]) -> Card {
    var card = Card(id: CardID(deck: "d", card: "c"), kind: kind, competency: "teamwork", ask: "?")
    card.probes = probes
    return card
  }

  private func drawAll(_ card: Card, stuck: [String] = [], seed: UInt64 = 1) -> [String] {
    var asked: [String] = []
    while let next = ProbeDraw.next(
      for: card, general: ["g1", "g2", "g3"], stuck: stuck, asked: asked, seed: seed)
    {
      asked.append(next)
    }
    return asked
  }

  @Test func theCardsOwnComeBeforeGeneralOnesAndNoneTwice() {
    let drawn = drawAll(card(.star, probes: ["p1", "p2"]))
    #expect(Set(drawn.prefix(2)) == ["p1", "p2"])
    #expect(Set(drawn.dropFirst(2)) == ["g1", "g2", "g3"])
    #expect(drawn.count == 5)
  }

  @Test func whatWasStuckComesFirst() {
    #expect(
      drawAll(card(.star, probes: ["p1", "p2"]), stuck: ["g2", "p2"]).prefix(2) == ["g2", "p2"])
  }

  @Test func generalOnesAreForStories() {
    #expect(drawAll(card(.concern, probes: ["p1"])) == ["p1"])
  }

  @Test func anotherSeedIsAnotherOrder() {
    let own = (1...5).map { "p\($0)" }
    let orders = Set((0..<20).map { drawAll(card(.star, probes: own), seed: $0) })
    #expect(orders.count > 10)
  }
}
