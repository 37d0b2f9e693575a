import Campaign
import Decks
import Scheduler
import Testing

/// Panels that were sat, and those that a friend plays.
@Suite struct RehearsalTests {
  private static let questions = (1...20).map { number in
    PanelQuestion(
      card: CardID(deck: "star", card: "Q-\(number)"), text: "Question \(number)?",
      family: ["TEAM", "DISA", "CUST"][number % 3], probes: ["Why \(number)?"])
  }

  private func panel(_ temper: Panel.Temper, seed: UInt64 = 3) -> Panel {
    var generator = SeededGenerator(seed: seed)
    return Panel(
      personas: Persona.panel(of: [], using: &generator), questions: Self.questions, minutes: 25,
      temper: temper, told: [], using: &generator)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>) func theTemperRises(seed: UInt64) {
    func count(_ temper: Panel.Temper) -> (interrupted: Int, double: Int) {
      let turns = panel(temper, seed: seed).turns
      return (turns.count { $0.interruption != nil }, turns.count { $0.second != nil })
    }
    let (calm, usual, hard) = (count(.calm), count(.usual), count(.hard))
    #expect(calm == (0, 0))
    #expect(usual.interrupted > 0 && usual.double == 1)
    #expect(hard.interrupted > usual.interrupted || hard.double > usual.double)
    #expect(hard.double == 2 && hard.interrupted >= usual.interrupted)
  }

  @Test func threePanelsOfEachTemperMakeNine() {
    let tempers = (0..<Rehearsal.goal).map { Panel.Temper.after($0) }
    #expect(tempers == [.calm, .calm, .calm, .usual, .usual, .usual, .hard, .hard, .hard])
    #expect(Panel.Temper.after(40) == .hard)
  }

  @Test func aPanelThatIsEndedIsNotWhole() {
    var panel = panel(.calm)
    panel.begin(at: 0)
    panel.finish(at: 30_000)
    panel.name(nil, at: 31_000)
    #expect(!panel.wasEnded)
    panel.end(at: 32_000)
    #expect(panel.wasEnded && panel.phase == .over)
    // What was never put is no part of what was sat; a friend's sheet has all.
    #expect(Rehearsal(of: panel, for: nil, with: .alone, on: 7).questions.count == 1)
    #expect(Rehearsal(of: panel, for: nil, with: .friend, on: 7).questions.count == 10)
  }

  @Test func itsQuestionsNameTheirCards() {
    let rehearsal = Rehearsal(of: panel(.usual), for: nil, with: .friend, on: 7)
    #expect(rehearsal.day == 7 && rehearsal.temper == 2 && rehearsal.state == "to be marked")
    #expect(rehearsal.questions.count == 10)
    #expect(
      rehearsal.questions[0].hasSuffix(
        "“I was not there last time. Tell me about yourself.” (panel/opening)"))
    var marked = rehearsal
    marked.marks = ["thin", Rehearsal.noMark, "strong", "thin"]
    #expect(marked.cards(marked: .thin).count == 2)
    #expect(marked.cards(marked: .thin).contains(CardID(deck: "panel", card: "opening")))
    marked.isWhole = true
    #expect(marked.state == "1 strong, 2 thin")
    // A question without a card, or with brackets of its own, is of none.
    marked.questions = ["Peer: “Why (really)?”", "Peer: “Why?” (by the way)"]
    marked.marks = ["thin", "thin"]
    #expect(marked.cards(marked: .thin).isEmpty)
  }

  @Test func marksAreTakenOneByOneAndGoneOnWith() {
    var sheet = Rehearsal()
    sheet.company = .friend
    sheet.questions = ["Peer: “One?” (star/Q-1)", "Peer: “Two?” (star/Q-2)", "Peer: “Three?”"]
    #expect(sheet.nextMark == 0 && !sheet.isMarked && sheet.markWords.isEmpty)
    #expect(sheet.asked(0) == "Peer: “One?”" && sheet.asked(2) == "Peer: “Three?”")
    sheet.mark(1, as: .thin)
    #expect(sheet.marks == [Rehearsal.noMark, "thin"] && sheet.nextMark == 2 && !sheet.isWhole)
    #expect(sheet.marksTaken == "1 thin so far; what was thin counts more from now on")
    sheet.mark(2, as: nil)
    #expect(sheet.isWhole && sheet.nextMark == 0)
    // Going past an answer leaves its mark.
    sheet.mark(1, as: nil)
    #expect(sheet.marks == [Rehearsal.noMark, "thin", Rehearsal.noMark])
    sheet.mark(1, as: .strong)
    #expect(sheet.marksTaken == "1 strong")
  }

  /// A panel that was sat alone is as whole as it was.
  @Test func marksMakeNothingOfWhetherAPanelWasSatThrough() {
    var panel = Rehearsal()
    panel.questions = ["One?", "Two?"]
    panel.isWhole = true
    panel.mark(0, as: .fine)
    #expect(panel.isWhole)
    panel.isWhole = false
    panel.mark(1, as: .fine)
    #expect(!panel.isWhole)
  }

  @Test func noMarkAtAllMakesASheetNoWhole() {
    var sheet = Rehearsal()
    sheet.company = .friend
    sheet.questions = ["One?"]
    sheet.mark(0, as: nil)
    #expect(!sheet.isWhole && sheet.state == "to be marked")
  }

  @Test func whatAFriendFoundThinCountsMore() {
    var notebook = Candidate().notebook
    let card = CardID(deck: "star", card: "Q-19")
    func priority() -> Double {
      Priorities(notebook, for: "Nobody", before: .max).priority(of: card, family: nil)
    }
    #expect(priority() == 1)
    var played = Rehearsal()
    played.company = .friend
    played.questions = ["Peer: “Question 19?” (star/Q-19)"]
    played.marks = ["thin"]
    notebook.rehearsals = [Kept(Number(1), played)]
    #expect(priority() == 1.5)
    // The latest panel counts.
    played.marks = ["fine"]
    notebook.rehearsals.append(Kept(Number(2), played))
    #expect(priority() == 1)
  }

  @Test func wholePanelsAreCounted() {
    var notebook = Notebook()
    for day in [3, 9, 5] {
      var one = Rehearsal(today: day)
      one.isWhole = day != 9
      notebook.rehearsals.append(Kept(Number(Int64(day)), one))
    }
    #expect(notebook.wholePanels == 2 && notebook.lastPanelDay == 5)
  }
}
