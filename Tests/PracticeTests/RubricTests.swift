import Decks
import Scheduler
import TestSupport
import Testing

@testable import Practice

/// The rubric as tables: every rule, each with a case that would fail without it.
@Suite struct RubricTests {
  /// Marks that are written short, `S2 T3`, as they are told: `S 2/5 T 3/5`.
  private static func text(_ marks: String) -> String {
    marks.split(separator: " ").map { "\($0.prefix(1)) \($0.dropFirst())/5" }.joined(separator: " ")
  }

  static func ticks(_ words: String) -> Set<Tick> {
    Set(words.split(separator: " ").map { Tick(rawValue: String($0)) })
  }

  static let all = "S1 S2 S3 T1 T2 A1 A2 A3 A4 R1 R2 R3 R4 D1 D2 D3 D4"

  static func attempt(_ words: String, _ probes: [ProbeResult] = [], seconds: Int = 100)
    -> Attempt
  {
    var attempt = Attempt(
      card: CardID(deck: "d", card: "c"), kind: .star,
      moment: Moment(time: Timestamp(milliseconds: 0), utcOffset: 0))
    attempt.duration = seconds * 1000
    attempt.setTicks(ticks(words))
    attempt.probes = probes.map { ProbeAnswer(question: "q", result: $0) }
    return attempt
  }

  /// With one occasion and steps of one's own, so that no cap hides a mark.
  @Test(arguments: [
    ("S1 A1", "S2 T1 A3 R1 D1"),
    ("S1 S2 A1", "S3 T1 A3 R1 D1"),
    ("S1 S3 A1", "S3 T1 A3 R1 D1"),
    ("S1 S2 S3 A1", "S5 T1 A3 R1 D1"),
    ("S1 A1 T2", "S2 T2 A3 R1 D1"),
    ("S1 A1 T1", "S2 T3 A3 R1 D1"),
    ("S1 A1 T1 T2", "S2 T5 A3 R1 D1"),
    ("S1 A1 A2", "S2 T1 A4 R1 D1"),
    ("S1 A1 A3 A4", "S2 T1 A3 R1 D1"),
    ("S1 A1 A2 A3", "S2 T1 A4 R1 D1"),
    ("S1 A1 A2 A3 A4", "S2 T1 A5 R1 D1"),
    ("S1 A1 R2", "S2 T1 A3 R2 D1"),
    ("S1 A1 R2 R3 R4", "S2 T1 A3 R2 D1"),
    ("S1 A1 R1", "S2 T1 A3 R3 D1"),
    ("S1 A1 R1 R3 R4", "S2 T1 A3 R3 D1"),
    ("S1 A1 R1 R2", "S2 T1 A3 R4 D1"),
    ("S1 A1 R1 R2 R3 R4", "S2 T1 A3 R5 D1"),
    ("S1 A1 D4", "S2 T1 A3 R1 D2"),
    ("S1 A1 D1 D2", "S2 T1 A3 R1 D2"),
    ("S1 A1 D1 D3", "S2 T1 A3 R1 D2"),
    ("S1 A1 D2 D3 D4", "S2 T1 A3 R1 D2"),
    ("S1 A1 D1 D2 D3", "S2 T1 A3 R1 D3"),
    ("S1 A1 D1 D2 D3 D4", "S2 T1 A3 R1 D5"),
    (all, "S5 T5 A5 R5 D5"),
    ("", "S1 T1 A1 R1 D1"),
  ])
  func marksFollowFromTicks(ticks: String, profile: String) {
    #expect(Profile(ticks: Self.ticks(ticks)).text == Self.text(profile))
  }

  /// Whatever is ticked already.
  @Test func aTickNeverLowersAMark() {
    for part in RubricPart.allCases {
      let decisive = Set([Tick.s1, .a1] + part.ticks)
      for ticks in decisive.subsets() {
        let before = Profile(ticks: ticks)
        for tick in decisive where !ticks.contains(tick) {
          let after = Profile(ticks: ticks.union([tick]))
          #expect(RubricPart.allCases.allSatisfy { after[$0] >= before[$0] }, "\(ticks) \(tick)")
        }
      }
    }
  }

  /// All that can be ticked, whatever the follow-ups: looked through by eye, and kept.
  @Test func theTableOfSuggestedGrades() throws {
    var lines: [String] = []
    func add(_ kind: CardKind, _ mode: AnswerMode, _ all: [Tick], seconds: Int = 100) {
      let card = TickListTests.card(kind)
      let list = TickLine.all(of: card, mode: mode)
      lines.append("\(kind.rawValue), \(mode.rawValue)\(seconds > 180 ? ", \(seconds) s" : "")")
      for ticks in all.subsets() {
        let names = list.map(\.tick).filter(ticks.contains).map(\.rawValue)
        lines.append("  \(names.isEmpty ? "nothing ticked" : names.joined(separator: " "))")
        for probes in [[], [.answered, .answered], [.answered, .thin], [.answered, .stuck]]
          as [[ProbeResult]]
        {
          var attempt = Self.attempt(names.joined(separator: " "), probes, seconds: seconds)
          attempt.kind = kind
          attempt.mode = mode
          guard let suggested = SuggestedGrade(for: attempt, lines: list) else { continue }
          let asked = probes.map(\.rawValue).joined(separator: ", ")
          lines.append(
            "    \(asked.isEmpty ? "no follow-ups" : asked): \(suggested.grade.title), \(suggested.reason)"
          )
        }
      }
    }
    // What else a story has changes the count in the reason alone.
    add(.star, .spoken, [.s1, .a1, .r1, .d3])
    add(.star, .typed, [.s1, .d3], seconds: 181)
    add(.star, .headline, [.sentence, .outcome, .time])
    add(.star, .pick, [.named, .time])
    for kind in CardKind.allCases where kind != .star && kind != .probe {
      add(kind, .spoken, TickLine.all(of: TickListTests.card(kind), mode: .spoken).map(\.tick))
    }
    try expectSnapshot(
      lines.joined(separator: "\n") + "\n", at: Self.folder + "/suggested-grades.txt")
  }

  private static let folder =
    #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/Samples"

  /// What a part has by itself, before anything is capped.
  @Test(
    arguments: [
      (.situation, "S2 S3", 2), (.situation, "S1", 2), (.task, "T2", 2), (.task, "S1 A1", 1),
      (.action, "A2 A3 A4", 2), (.action, "A4", 2), (.action, "", 1), (.result, "R2 R3 R4", 2),
      (.result, "R4", 2), (.delivery, "D4", 2), (.delivery, "S1", 1),
    ] as [(RubricPart, String, Int)])
  func aPartHasAMarkOfItsOwn(part: RubricPart, ticks: String, mark: Int) {
    #expect(part.mark(of: Self.ticks(ticks)) == mark)
  }

  /// No occasion or no steps of one's own: no mark above 2, the lower ones as they are.
  @Test(arguments: [
    (all.replacing("S1 ", with: ""), "S2 T2 A2 R2 D2"),
    (all.replacing("A1 ", with: ""), "S2 T2 A2 R2 D2"),
    ("S1 S2 S3 T1 R1 R2", "S2 T2 A1 R2 D1"),
    ("S2 S3", "S2 T1 A1 R1 D1"),
  ])
  func withoutAnOccasionOrStepsNothingIsAboveTwo(ticks: String, profile: String) {
    #expect(Profile(ticks: Self.ticks(ticks)).text == Self.text(profile))
  }

  @Test(
    arguments: [
      ([.stuck, .stuck], 1), ([.thin], 2), ([.stuck, .thin], 2), ([.answered, .thin], 2),
      ([.answered, .answered, .stuck], 3), ([.answered], 4), ([.answered, .answered], 4),
    ] as [([ProbeResult], Int)])
  func depthFollowsFromFollowUps(probes: [ProbeResult], depth: Int) {
    let profile = Profile(ticks: Self.ticks(Self.all), probes: probes)
    #expect(profile.depth == depth)
    #expect(profile.text == "S 5/5 T 5/5 A 5/5 R 5/5 D 5/5 P \(depth)/4")
  }

  @Test func depthIsCappedAsAllMarksAre() {
    #expect(Profile(ticks: Self.ticks("A1"), probes: [.answered]).depth == 2)
    #expect(Profile(ticks: Self.ticks("A1")).depth == nil)
  }

  private static let sound = "S1 S2 T1 A1 R1 D1 D2 D3"

  @Test(
    arguments: [
      (sound, [], 100, Grade.good, "you recalled it, with 7 of 16 ticked"),
      (
        sound.replacing("S1", with: "S3"), [.answered], 100, .again,
        "“one particular occasion” is not ticked"
      ),
      (sound.replacing("A1", with: "A2"), [], 100, .good, "you recalled it, with 7 of 16 ticked"),
      (sound.replacing("T1 ", with: ""), [], 100, .good, "you recalled it, with 6 of 16 ticked"),
      (sound.replacing("D1 ", with: ""), [], 100, .good, "you recalled it, with 6 of 16 ticked"),
      (sound.replacing("D3", with: "D4"), [.answered], 100, .hard, "you needed notes"),
      (sound.replacing("D2 ", with: ""), [], 170, .good, "you recalled it, with 7 of 16 ticked"),
      (sound, [], 180, .good, "you recalled it, with 7 of 16 ticked"),
      (sound, [.answered], 181, .hard, "it took over three minutes"),
      (
        sound, [.answered], 100, .easy,
        "you recalled it, with 7 of 16 ticked, and you answered every follow-up"
      ),
      (sound, [.answered, .thin], 100, .good, "you recalled it, with 7 of 16 ticked"),
      (sound, [.thin, .answered], 100, .good, "you recalled it, with 7 of 16 ticked"),
      (sound, [.stuck, .answered], 100, .hard, "you had no answer to a follow-up"),
      (all, [], 100, .good, "all that is listed is ticked"),
      ("", [], 100, .again, "“one particular occasion” is not ticked"),
    ] as [(String, [ProbeResult], Int, Grade, String)])
  func theGradeIsSuggestedWithItsReason(
    ticks: String, probes: [ProbeResult], seconds: Int, grade: Grade, reason: String
  ) throws {
    let suggested = try #require(
      SuggestedGrade(for: Self.attempt(ticks, probes, seconds: seconds), lines: []))
    #expect(suggested.grade == grade)
    #expect(suggested.reason == reason)
  }

  @Test(arguments: [(180_000, Grade.good), (180_001, .hard)])
  func threeMinutesAreNotTooLong(milliseconds: Int, grade: Grade) {
    var attempt = Self.attempt(Self.sound)
    attempt.duration = milliseconds
    #expect(SuggestedGrade(for: attempt, lines: [])?.grade == grade)
  }

  /// Marks are for whole stories that the person went through, follow-ups included.
  @Test func onlyAStoryGoneThroughHasMarks() {
    var attempt = Self.attempt(Self.all, [.answered, .stuck])
    #expect(attempt.profile?.text == "S 5/5 T 5/5 A 5/5 R 5/5 D 5/5 P 2/4")
    attempt.setTicks([.d2], byThePerson: false)
    #expect(attempt.profile == nil)
    #expect(SuggestedGrade(for: attempt, lines: []) == nil)
    attempt.toggle(.s1)
    #expect(attempt.ticks == [.s1, .d2])
    #expect(attempt.profile?.text == "S 2/5 T 1/5 A 1/5 R 1/5 D 2/5 P 2/4")
    attempt.toggle(.d2)
    #expect(attempt.ticks == [.s1])
  }

  @Test func noAnswerIsAgainAndAnAnswerWithoutTicksIsNothingYet() {
    var attempt = Attempt(
      card: CardID(deck: "d", card: "c"), kind: .star,
      moment: Moment(time: Timestamp(milliseconds: 0), utcOffset: 0))
    #expect(SuggestedGrade(for: attempt, lines: [])?.grade == .again)
    attempt.duration = 90_000
    #expect(SuggestedGrade(for: attempt, lines: []) == nil)
    attempt.duration = nil
    attempt.texts = ["", "", "Then I rang them.", ""]
    #expect(SuggestedGrade(for: attempt, lines: []) == nil)
    attempt.texts = ["", "", "", ""]
    #expect(SuggestedGrade(for: attempt, lines: [])?.reason == "no answer was given")
    attempt.setTicks(Self.ticks(Self.sound))
    #expect(SuggestedGrade(for: attempt, lines: [])?.grade == .good)
  }

  @Test(arguments: [
    (all.replacing("S1 ", with: ""), "S1"), (all.replacing("A1 ", with: ""), "A1"),
    ("", "S1"), ("S1", "A1"), ("S1 A1", "R1"), ("S1 A1 R1", "T1"), ("S1 A2", "A1"),
    ("S1 S2 T2 A1 R1 D1", "T1"), ("S1 T2 A1 R1 D1", "S2"),
    ("S1 S2 A1 T1 R1 D1 D2 D3", "A2"), ("S1 S2 A1 A2 A3 A4 T1 R1 R3 D1 D2 D3 D4", "R2"),
    ("S1 S2 T1 A1 A2 A3 A4 R1 R2 D2 D3", "D1"), ("S1 S2 T1 A1 A2 A3 A4 R1 R2 D1", "D3"),
    (all.replacing(" D4", with: ""), "D4"),
  ])
  func theNextStepIsTheOneThatHelpsMost(ticks: String, next: String) {
    #expect(NextStep(ticks: Self.ticks(ticks))?.tick.rawValue == next)
  }

  @Test func everyStepHasWordsAndAWholeAnswerHasNone() {
    #expect(NextStep(ticks: Self.ticks(Self.all)) == nil)
    var ticks: Set<Tick> = []
    var texts: Set<String> = []
    while let next = NextStep(ticks: ticks) {
      #expect(!next.text.isEmpty && next.tick.part == next.part)
      texts.insert(next.text)
      ticks.insert(next.tick)
    }
    #expect(texts.count == 17)
  }

  @Test func partsBelowThreeNeedWork() {
    func needsWork(_ words: String) -> String {
      String(Profile(ticks: Self.ticks(words)).needsWork.map(\.letter))
    }
    #expect(needsWork(Self.sound) == "")
    #expect(needsWork(Self.sound.replacing("R1", with: "R2")) == "R")
    #expect(needsWork(Self.sound.replacing("S2 ", with: "")) == "S")
    #expect(needsWork(Self.all.replacing("A1 ", with: "")) == "STARD")
  }
}

extension Collection where Element: Hashable {
  /// All sets of elements, the smallest number of them first by binary counting.
  func subsets() -> [Set<Element>] {
    let all = Array(self)
    return (0..<(1 << all.count)).map { bits in
      Set(all.indices.filter { bits & (1 << $0) != 0 }.map { all[$0] })
    }
  }
}
