import Campaign
import Decks
import Scheduler
import Testing

@Suite struct PanelTests {
  private static let questions = (1...12).map { number in
    PanelQuestion(
      card: CardID(deck: "star", card: "Q-\(number)"), text: "Question \(number)?",
      family: ["TEAM", "DISA", "CUST"][number % 3], probes: ["Why \(number)?"])
  }

  private func panel(
    seed: UInt64, people: [Person] = Candidate().notebook.people.map(\.thing), minutes: Double = 20,
    questions: [PanelQuestion] = PanelTests.questions
  ) -> Panel {
    var generator = SeededGenerator(seed: seed)
    let personas = Persona.panel(of: people, using: &generator)
    return Panel(
      personas: personas, questions: questions, minutes: minutes, told: [Candidate.rota],
      using: &generator)
  }

  @Test func theSameSeedGivesTheSamePanel() {
    #expect(panel(seed: 7) == panel(seed: 7))
    #expect(panel(seed: 7) != panel(seed: 8))
  }

  @Test func thereAreThreeToFiveOfWhomOneIsSilentAndOneInterrupts() {
    let stock = panel(seed: 1, people: [])
    #expect(stock.personas.count == 4)
    let two = panel(seed: 1).personas.map(\.title)
    #expect(two.prefix(2) == ["Operations manager", "Noor, Team colleague"])
    #expect(
      two.dropFirst(2) == ["Human resources", "Director"], "those who are like nobody there")
    let crowd = (1...12).map { Person(employer: "Acme", name: "Person \($0)") }
    let many = panel(seed: 1, people: crowd)
    #expect(many.personas.count == 5)
    for panel in [stock, many] {
      #expect(panel.personas.count { $0.manner == .silent } == 1)
      #expect(panel.personas.count { $0.manner == .interrupting } == 1)
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func everyPanelKeepsTheRules(seed: UInt64) {
    let panel = panel(seed: seed)
    #expect(panel.turns.count == 8)
    let voices = panel.turns.flatMap { [$0.first] + ($0.second.map { [$0] } ?? []) }
    #expect(Set(voices.map(\.question.text)).count == voices.count, "each question once")
    #expect(voices.first?.question.text == "I was not there last time. Tell me about yourself.")
    #expect(voices.last?.question.text == "What would you like to ask us?")
    #expect(panel.turns.last?.second == nil)
    let manager = panel.personas.firstIndex { $0.title == "Operations manager" }
    #expect(voices.contains { $0.persona == manager }, "the manager speaks")
    #expect(panel.turns.count { $0.second != nil } == 1, "one turn of two at once")
    for (left, right) in zip(voices, voices.dropFirst()) {
      #expect(left.persona != right.persona, "nobody asks twice running")
    }
    let silent = panel.personas.firstIndex { $0.manner == .silent }
    #expect(!voices.dropLast(2).contains { $0.persona == silent })
    #expect(silent != manager)
    let interruptions = panel.turns.compactMap(\.interruption)
    #expect((2...3).contains(interruptions.count))
    for interruption in interruptions {
      #expect((20_000...50_000).contains(interruption.after))
      #expect(panel.personas[interruption.persona].manner == .interrupting)
    }
  }

  /// While there is a question of theirs that is not of the family just asked about.
  @Test(arguments: 0..<50 as Range<UInt64>) func eachAsksWhatSuitsTheirRole(seed: UInt64) {
    let families = ["TEAM", "DELV", "WHYU", "SOLV", "DISA", "OWNR", "INTG", "CUST"]
    let questions = (0..<40).map { number in
      PanelQuestion(
        card: CardID(deck: "star", card: "Q-\(number)"), text: "Question \(number)?",
        family: families[number % 8])
    }
    let panel = panel(seed: seed, people: [], questions: questions)
    let asked = panel.turns.flatMap { [$0.first] + ($0.second.map { [$0] } ?? []) }
    let suiting: [String: Set<String>] = [
      "Hiring manager": ["DELV", "OWNR"], "Future peer": ["TEAM", "DISA"],
      "Human resources": ["WHYU", "INTG"], "Director": ["SOLV", "CUST"],
    ]
    for voice in asked where voice.question.card?.deck != "panel" {
      let title = panel.personas[voice.persona].title
      // One of two is always left when the other was just asked about.
      #expect(suiting[title]?.contains(voice.question.family ?? "") == true, "\(title)")
    }
  }

  @Test func itEndsWhenTheQuestionsDo() {
    let short = panel(seed: 3, questions: Array(Self.questions.prefix(2)))
    #expect(short.turns.map(\.first.question.card?.card) == ["opening", "Q-1", "Q-2", "closing"])
    #expect(panel(seed: 3, questions: []).phase == .over)
  }

  /// Answers the turn at hand in so many seconds and says yes to all that is asked.
  private func answer(
    _ panel: inout Panel, from time: Int64, seconds: Int64, _ story: Number<Story>?
  ) {
    panel.begin(at: time)
    panel.pass(to: time + seconds * 1000)
    panel.finish(at: time + seconds * 1000)
    panel.name(story, at: time + seconds * 1000)
    if case .naming = panel.phase { panel.name(story, at: time + seconds * 1000) }
    while case .checking(let check) = panel.phase, check != .broughtInSilent {
      panel.check(true, at: time + seconds * 1000)
    }
  }

  @Test func someoneBreaksInWhenItsTimeHasComeAndNotBefore() throws {
    var panel = panel(seed: 5)
    while panel.turn?.interruption == nil { answer(&panel, from: 0, seconds: 10, nil) }
    let after = try #require(panel.turn?.interruption?.after)
    panel.begin(at: 1000)
    panel.pass(to: 1000 + after - 1)
    #expect(panel.phase == .answering(since: 1000))
    panel.pass(to: 1000 + after)
    #expect(panel.phase == .interrupted(since: 1000))
    panel.finish(at: 1000 + after + 5000)
    panel.name(nil, at: 0)
    #expect(panel.phase == .checking(.foundBack))
    panel.check(false, at: 0)
    #expect(panel.answers.last?.foundBack == false)
    #expect(panel.answers.last?.milliseconds == after + 5000)
  }

  @Test func aStoryToldBeforeIsAskedAboutOnceMore() {
    var panel = panel(seed: 9)
    answer(&panel, from: 0, seconds: 10, Candidate.audit)
    panel.begin(at: 0)
    panel.finish(at: 10_000)
    panel.name(Candidate.audit, at: 10_000)
    #expect(panel.phase == .naming(warned: Candidate.audit))
    panel.name(Candidate.nightList, at: 10_000)
    #expect(panel.answers.last?.story == Candidate.nightList)
    #expect(panel.answers.last?.isRepeat == false)
  }

  @Test func whatTheEmployerHasHeardWarnsTooAndMayBeKept() {
    var panel = panel(seed: 9)
    panel.begin(at: 0)
    panel.finish(at: 10_000)
    panel.name(Candidate.rota, at: 0)
    #expect(panel.phase == .naming(warned: Candidate.rota))
    panel.name(Candidate.rota, at: 0)
    #expect(panel.answers.last?.wasHeard == true)
    #expect(PanelReport(panel).heard == [Candidate.rota])
    #expect(PanelReport(panel).repeated.isEmpty)
  }

  @Test func itStopsWhenTheTimeIsUp() {
    var panel = panel(seed: 11, minutes: 20)
    for number in 0..<20 where panel.turn != nil {
      answer(&panel, from: Int64(number) * 300_000, seconds: 300, nil)
    }
    #expect(panel.answers.count == 4, "four answers of five minutes fill twenty")
  }

  @Test func atTheEndItAsksAfterTheSilentOneUnlessTheySpoke() throws {
    var endings: Set<Bool> = []
    for seed in 0..<20 as Range<UInt64> {
      var panel = panel(seed: seed)
      for number in 0..<8 as Range<Int64> {
        answer(&panel, from: number * 60_000, seconds: 60, nil)
      }
      let silent = try #require(panel.personas.firstIndex { $0.manner == .silent })
      let spoke = panel.turns.contains { $0.first.persona == silent }
      endings.insert(spoke)
      #expect(panel.phase == (spoke ? .over : .checking(.broughtInSilent)))
      if !spoke {
        panel.check(false, at: 0)
        #expect(PanelReport(panel).lines[silent].remarks == ["not brought in"])
      }
      #expect(panel.phase == .over && panel.turn == nil)
    }
    #expect(endings.count == 2)
  }

  @Test func theReportGoesByPerson() throws {
    var panel = panel(seed: 21)
    let stories = [Candidate.audit, Candidate.nightList, Candidate.audit]
    for number in 0..<8 {
      answer(
        &panel, from: Int64(number) * 100_000, seconds: number == 0 ? 200 : 60,
        number < 3 ? stories[number] : nil)
    }
    let report = PanelReport(panel)
    #expect(report.lines.map(\.questions).reduce(0, +) == 9, "eight turns, one of two questions")
    #expect(report.milliseconds == 620_000)
    #expect(report.lines.map(\.milliseconds).reduce(0, +) == 620_000)
    #expect(report.repeated == [Candidate.audit])
    let asker = panel.turns[0].first.persona
    #expect(report.lines[asker].remarks.contains("an answer over three minutes"))
    #expect(report.lines.flatMap(\.stories).count == 3)
  }

  @Test func keysThatDoNotFitThePhaseDoNothing() {
    var panel = panel(seed: 2)
    let before = panel
    panel.finish(at: 5)
    panel.name(nil, at: 5)
    panel.check(true, at: 5)
    panel.pass(to: 99_999)
    #expect(panel == before)
    panel.end(at: 0)
    panel.begin(at: 5)
    #expect(panel.phase == .over && PanelReport(panel).milliseconds == 0)
  }
}
