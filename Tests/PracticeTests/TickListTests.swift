import Decks
import Scheduler
import Testing

@testable import Practice

/// What is ticked for each kind of card and each drill, and what the clock ticks by itself.
@Suite struct TickListTests {
  static func card(_ kind: CardKind) -> Card {
    var card = Card(id: CardID(deck: "d", card: "c"), kind: kind, competency: "teamwork", ask: "?")
    card.ticks = ["goal said", "options named", "risk first"]
    return card
  }

  /// By kind; a card that is a follow-up has none, nor has any card whose follow-up is asked alone.
  @Test(
    arguments: [
      (.fit, "point reason proof link"), (.goal, "point reason proof link"),
      (.concern, "point reason proof link"), (.insight, "point reason proof link"),
      (.redflag, "better line"), (.ask, "memory why"), (.research, "done memory"),
      (.reflect, "done"), (.task, "1 2 3"), (.panel, "1 2 3"), (.probe, ""),
      (.star, "S1 S2 S3 T1 T2 A1 A2 A3 A4 R1 R2 R3 R4 D1 D3 D4"),
    ] as [(CardKind, String)])
  func eachKindHasItsList(kind: CardKind, ticks: String) {
    func list(_ mode: AnswerMode) -> String {
      TickLine.all(of: Self.card(kind), mode: mode).map(\.tick.rawValue).joined(separator: " ")
    }
    for mode in [AnswerMode.spoken, .typed, .away] { #expect(list(mode) == ticks) }
    #expect(list(.probe) == "")
    #expect(list(.headline) == "sentence outcome")
    #expect(list(.pick) == "named")
  }

  @Test func aListHasAsManyLinesAsThereAreKeys() {
    var card = Self.card(.task)
    card.ticks = (1...30).map { "step \($0)" }
    let lines = TickLine.all(of: card, mode: .spoken)
    #expect(String(lines.map(\.key)) == "bcdfgijklmorsvwy")
    #expect(lines.last?.text == "step 16")
  }

  @Test(arguments: CardKind.allCases) func ticksLeaveTheOtherKeysOfTheRevealAlone(kind: CardKind) {
    for mode in AnswerMode.allCases {
      let lines = TickLine.all(of: Self.card(kind), mode: mode)
      #expect(Set(lines.map(\.key)).count == lines.count)
      #expect(Set(lines.map(\.key)).isDisjoint(with: "qupanzethx?'1234567890"))
      #expect(Set(lines.map(\.tick)).count == lines.count)
    }
  }

  @Test func theKeysOfAStoryAreTheseForEver() {
    let lines = TickLine.all(of: Self.card(.star), mode: .spoken)
    #expect(
      lines.map { "\($0.tick.rawValue)\($0.key)" }.joined(separator: " ")
        == "S1b S2c S3d T1f T2g A1i A2j A3k A4l R1m R2o R3r R4s D1v D3w D4y")
  }

  @Test(
    arguments: [
      (.fit, "point reason proof link", .good), (.fit, "point reason link", .good),
      (.concern, "reason proof link", .good), (.concern, "", .again), (.insight, "link", .good),
      (.redflag, "better line", .good), (.redflag, "line", .good), (.redflag, "", .again),
      (.ask, "memory why", .good), (.ask, "memory", .good), (.ask, "why", .hard),
      (.research, "done memory", .good), (.research, "done", .hard), (.research, "", .again),
      (.reflect, "done", .good), (.reflect, "", .again),
      (.task, "1 2 3", .good), (.task, "1", .good), (.task, "", .again),
      (.panel, "1 2", .good), (.panel, "2", .good), (.panel, "", .again),
    ] as [(CardKind, String, Grade)])
  func otherAnswersHaveShortLists(kind: CardKind, ticks: String, grade: Grade) {
    var attempt = RubricTests.attempt(ticks)
    attempt.kind = kind
    let lines = TickLine.all(of: Self.card(kind), mode: .spoken)
    #expect(SuggestedGrade(for: attempt, lines: lines)?.grade == grade)
    #expect(attempt.profile == nil)
  }

  @Test(
    arguments: [
      ([.answered], .easy), ([.answered, .answered], .easy), ([.thin], .good), ([], .good),
    ] as [([ProbeResult], Grade)])
  func aShortAnswerIsEasyAfterItsFollowUpsToo(probes: [ProbeResult], grade: Grade) {
    var attempt = RubricTests.attempt("point reason proof link", probes)
    attempt.kind = .fit
    let lines = TickLine.all(of: Self.card(.fit), mode: .spoken)
    #expect(SuggestedGrade(for: attempt, lines: lines)?.grade == grade)
    attempt.probes.append(ProbeAnswer(question: "q", result: .stuck))
    #expect(SuggestedGrade(for: attempt, lines: lines)?.grade == .hard)
  }

  @Test(
    arguments: [
      (.headline, "sentence outcome time", .good), (.headline, "sentence outcome", .hard),
      (.headline, "sentence time", .good),
      (.headline, "outcome time", .good), (.headline, "time", .again), (.pick, "named time", .good),
      (.pick, "named", .hard),
      (.pick, "time", .again),
    ] as [(AnswerMode, String, Grade)])
  func drillsHaveTheirOwn(mode: AnswerMode, ticks: String, grade: Grade) {
    var attempt = RubricTests.attempt(ticks, seconds: 9)
    attempt.mode = mode
    let lines = TickLine.all(of: Self.card(.star), mode: mode)
    #expect(SuggestedGrade(for: attempt, lines: lines)?.grade == grade)
    #expect(attempt.profile == nil)
  }

  @Test(arguments: zip(ProbeResult.allCases, [Grade.good, .hard, .again]))
  func aFollowUpCardIsJudgedAsOne(result: ProbeResult, grade: Grade) {
    var attempt = RubricTests.attempt("", [.answered, result])
    attempt.kind = .probe
    #expect(SuggestedGrade(for: attempt, lines: [])?.grade == grade)
    attempt.probes = []
    attempt.duration = nil
    #expect(TickLine.all(of: Self.card(.probe), mode: .spoken).isEmpty)
  }

  // MARK: What the clock ticks

  @Test(arguments: [
    (59_999, false), (60_000, true), (100_000, true), (150_000, true), (150_001, false),
  ])
  func theClockTicksTheTime(milliseconds: Int, isInTime: Bool) {
    var attempt = RubricTests.attempt("")
    let lines = TickLine.all(of: Self.card(.star), mode: .spoken)
    attempt.tick(byMilliseconds: milliseconds)
    #expect(attempt.ticks.contains(.d2) == isInTime)
    attempt.tickAll(lines)
    #expect(attempt.ticks.contains(.d2) == isInTime)
    #expect(attempt.ticks.count == (isInTime ? 17 : 16))
  }

  @Test func theClockTicksNothingThatAListLacks() {
    var attempt = RubricTests.attempt("")
    attempt.kind = .fit
    attempt.tick(byMilliseconds: 90_000)
    #expect(attempt.ticks.isEmpty)
  }

  @Test(
    arguments: [
      (.headline, 25_000, true), (.headline, 25_001, false), (.pick, 10_000, true),
      (.pick, 10_001, false),
    ] as [(AnswerMode, Int, Bool)])
  func aDrillHasItsSeconds(mode: AnswerMode, milliseconds: Int, isInTime: Bool) {
    var attempt = RubricTests.attempt("")
    attempt.mode = mode
    attempt.tick(byMilliseconds: milliseconds)
    #expect(attempt.ticks == (isInTime ? [.time] : []))
  }

  @Test func theDrillsTakeWhatTheyArePlannedWith() {
    #expect(Drill.allCases.map(\.seconds) == [10, 25, 40, 10])
  }

  /// A second answer goes by its own time, and is not gone through yet.
  @Test func eachAnswerBringsItsOwnTime() {
    var attempt = RubricTests.attempt("")
    attempt.setTicks([], byThePerson: false)
    attempt.spoke(milliseconds: 90_000)
    #expect(attempt.duration == 90_000)
    #expect(attempt.ticks == [.d2] && !attempt.isTicked)
    attempt.spoke(milliseconds: 200_000)
    #expect(attempt.duration == 200_000)
    #expect(attempt.ticks.isEmpty && !attempt.isTicked)
  }

  /// At 140 words a minute 140 to 350 words are in time; nothing written is no answer.
  @Test(arguments: [(0, nil), (139, false), (140, true), (350, true), (351, false)])
  func aWrittenAnswerTakesWhatItTakesAloud(words: Int, isInTime: Bool?) {
    var attempt = RubricTests.attempt("")
    attempt.setTicks([.d2], byThePerson: false)
    let texts = words > 0 ? ["", "", "Words.", ""] : ["", "", "", ""]
    attempt.wrote(texts, words: words)
    #expect(attempt.ticks.contains(.d2) == (isInTime ?? true))
    #expect(attempt.texts == texts)
  }

  /// An answer that nobody timed can reach all that one in time can.
  @Test func aTimeThatNobodyMeasuredIsHeldAgainstNobody() {
    var attempt = RubricTests.attempt("")
    attempt.setTicks([], byThePerson: false)
    attempt.mode = .away
    attempt.duration = nil
    attempt.takeTimeForKept()
    #expect(attempt.ticks == [.d2] && attempt.profile == nil)
    attempt.tickAll(TickLine.all(of: Self.card(.star), mode: .away))
    #expect(attempt.profile?.text == "S 5/5 T 5/5 A 5/5 R 5/5 D 5/5")
    var spoken = RubricTests.attempt("")
    spoken.setTicks([], byThePerson: false)
    spoken.spoke(milliseconds: 200_000)
    spoken.takeTimeForKept()
    #expect(spoken.ticks.isEmpty)
  }
}
