import Testing

@testable import Practice

/// Words, sentences and quotations, and the checks at the edges that they have in common.
@Suite struct ProseTests {
  private func quoted(_ text: String) -> [String] {
    Prose(text).words.filter(\.isQuoted).map(\.text)
  }

  @Test(
    arguments: [
      ("He said 'leave it now' to me", ["leave", "it", "now"]), ("I don't know what's here", []),
      ("I don't know the lads' van", []), ("'I don't know' he said", ["i", "don't", "know"]),
      ("‘Leave it’ he said", ["leave", "it"]), ("He said“leave it” now", ["it"]),
      ("The lads' van and the boys' hall", []), ("“Leave it\nnow”", []), ("«Leave» it", ["leave"]),
      ("„Leave“ it", ["leave"]), ("„Leave” it", ["leave"]), ("\"Leave it\" now", ["leave", "it"]),
    ] as [(String, [String])]) func isSomebodysWords(text: String, words: [String])
  {
    #expect(quoted(text) == words)
  }

  @Test(arguments: [
    ("Left! Came? Gone. Done", 4), ("Mr. Smith left, e.g. home.", 1), ("He left. Mr Smith", 2),
    ("漢。漢", 2), ("One\ntwo", 2), ("One 2.5 two", 1),
  ]) func isASentence(text: String, count: Int) {
    #expect(Prose(text).sentences.count == count)
  }

  // MARK: - Checks

  private func isSeen(
    _ kind: ObservationKind, situation: String = "", task: String = "", action: String = "",
    result: String = "", _ change: (inout ObservationContext) -> Void = { _ in }
  ) -> Bool {
    var context = ObservationContext(competency: "data")
    change(&context)
    return !StarAnswer(situation: situation, task: task, action: action, result: result)
      .observations(in: context, kinds: [kind]).isEmpty
  }

  @Test(arguments: ["would", "wouldn't", "i'd", "we'd", "you'd"])
  func whatWasOftenSoIsNoHabitOfToday(_ word: String) {
    #expect(
      !isSeen(.falseStar, action: "And \(word) go there every day. And \(word) go each week."))
    #expect(isSeen(.falseStar, action: "And \(word) go there. And \(word) go to the shop."))
  }

  @Test(arguments: ["I'd", "We'd", "You'd"], ["written", "went", "better", "seen"])
  func itIsHadBeforeAParticiple(_ word: String, _ next: String) {
    #expect(!isSeen(.falseStar, action: "\(word) \(next) to it. \(word) \(next) to the shop."))
  }

  @Test(arguments: ["drive", "drove", "driven", "driving"])
  func whoDrivesSomewhereIsOnTheRoad(_ word: String) {
    let text = "They \(word) to it. They \(word) home. They \(word) there."
    #expect(!isSeen(.emptyVerbs, action: text))
    #expect(isSeen(.emptyVerbs, action: text.replacing(/to|home|there/, with: "change")))
  }

  @Test(arguments: [
    "I was asked. I was asked", "We were asked. We were asked",
    "I had been asked. We had been asked", "I have been asked. We have been asked",
    "I has been asked. We has been asked", "I was being asked. We was being asked",
    "I were being asked. We were being asked", "I had soon been asked. We had now been asked",
  ]) func whoWasAskedIsKnown(_ text: String) {
    #expect(!isSeen(.passive, action: text))
    let other = text.replacing(/I|We/, with: "They")
    #expect(isSeen(.passive, action: other))
  }

  @Test func adverbsStandBetween() {
    #expect(isSeen(.passive, action: "It was quickly moved. It was soon moved."))
  }

  @Test func evidenceIsThreeWordsOrAWayFromOneToAnother() {
    #expect(isSeen(.evidence, result: "“Well done” it was for the shop"))
    #expect(!isSeen(.evidence, result: "“Well done everybody” it was for the shop"))
    #expect(!isSeen(.evidence, result: "It is from Leeds to the new shop"))
    #expect(isSeen(.evidence, result: "It is from Leeds to Hull"))
  }

  @Test func whatHasBeenSoSinceThenIsALesson() {
    #expect(!isSeen(.learning, result: "It is so since then") { $0.isAboutFailure = true })
    #expect(isSeen(.learning, result: "It is so then") { $0.isAboutFailure = true })
  }

  @Test func theFirstWordsOfAPartCount() {
    #expect(!isSeen(.occasion, situation: "Last week our work is hard and of the best kind"))
    #expect(!isSeen(.hedges, situation: "What kind of door", task: "Which sort of lock"))
  }

  @Test(arguments: [(98, true), (99, false)]) func hedgesAreTwoInAHundred(
    others: Int, isNoted: Bool
  ) {
    let the = [String](repeating: "the", count: others).joined(separator: " ")
    #expect(isSeen(.hedges, action: "Maybe \(the) hopefully") == isNoted)
  }

  @Test func whatIsSpokenOrInOnePieceIsLookedAtLess() {
    let passive = "It was moved. It was moved to the shop and the hall of the town."
    let empty = "They aligned it and ensured it and fostered it."
    #expect(isSeen(.passive, action: passive) && isSeen(.emptyVerbs, action: empty))
    #expect(!isSeen(.passive, action: passive) { $0.spoken = 60_000 })
    #expect(isSeen(.emptyVerbs, action: empty) { $0.spoken = 60_000 })
    #expect(!isSeen(.emptyVerbs, action: empty) { $0.isInOnePiece = true })
    #expect(isSeen(.tone, action: "He was an idiot to the shop.") { $0.isInOnePiece = true })
  }
}
