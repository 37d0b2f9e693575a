import Campaign
import Decks
import Scheduler
import Testing

@Suite struct BriefTests {
  private var notebook = Candidate().notebook

  init() {
    notebook.employers[0].pay = "31,000 to 34,000"
    notebook.interviews[1].place = "3rd floor"
    notebook.interviews[1].bring = ["the night list, printed"]
    notebook.doubts = [
      Kept(
        Number(1),
        Doubt(employer: "Acme", text: "budget size").with {
          $0.evidence = "managed 180k"
          $0.story = Candidate.audit
        })
    ]
    notebook.facts = [
      Kept(
        Number(1),
        Fact(employer: "Acme", topic: .news, text: "a second site opens", day: 94).with {
          $0.source = "local paper"
        }),
      Kept(Number(2), Fact(employer: "Acme", topic: .earns, text: "meals for schools", day: 99)),
      Kept(Number(3), Fact(employer: "Acme", topic: .news, text: "a strike", day: 10)),
      Kept(Number(4), Fact(employer: "Beta", topic: .news, text: "elsewhere", day: 99)),
    ]
    notebook.questions = [
      Kept(
        Number(1),
        Question(employer: "Acme", text: "What gets in your way?").with {
          $0.person = Candidate.manager
        }),
      Kept(Number(2), Question(employer: "Acme", text: "Old?").with { $0.state = .answered }),
    ]
  }

  private func brief() -> Sheet {
    BriefMaker(
      notebook, for: notebook.interviews[1], families: Candidate.families, asks: [], today: 100,
      dayWords: { "day \($0)" }
    ).brief(when: "Thu 14:00", printed: "Wed 20:10")
  }

  private func section(_ title: String) -> [String] {
    brief().sections.first { $0.title == title }?.entries.map(\.text) ?? []
  }

  @Test func itHasTheSectionsInTheirOrder() {
    #expect(
      brief().sections.map(\.title) == [
        "ONE THING", "PEOPLE", "STORIES", "ALREADY TOLD", "DO NOT CLAIM", "DOUBTS", "THEM", "ASK",
        "PAY", "FIRST LINES", "BRING",
      ])
    #expect(brief().subtitle == "Acme, Thu 14:00, 3rd floor")
  }

  @Test func whatThePersonEnteredStandsOnIt() {
    #expect(section("ONE THING") == ["I make messy handovers calm."])
    #expect(
      section("PEOPLE") == [
        "Operations manager: fewer escalations | story Freezer audit", "Noor, Team colleague",
      ])
    #expect(
      section("STORIES") == [
        "Freezer audit: 12 → 3 complaints a week (own count, 8 weeks)", "Night list",
      ])
    #expect(section("ALREADY TOLD") == ["Rota row (round 1 to Operations manager)"])
    #expect(section("DO NOT CLAIM") == ["“saved 20k” (Freezer audit, not mine to defend)"])
    #expect(section("DOUBTS") == ["budget size: managed 180k; story Freezer audit"])
    #expect(section("ASK") == ["Operations manager: What gets in your way?"])
    #expect(section("PAY") == ["only if asked: 31,000 to 34,000"])
    #expect(section("FIRST LINES") == ["cust: “The first audit I ran failed.”"])
    #expect(section("BRING") == ["the night list, printed"])
  }

  @Test func aFactSaysSoThatIsStaleOrWithoutASource() {
    #expect(
      section("THEM") == [
        "earns: meals for schools (day 99, 1 day old, from where?)",
        "news: a second site opens (day 94, 6 days old)",
        "news: a strike (STALE, of day 10, 90 days old: check it first, from where?)",
      ])
  }

  @Test mutating func whatMustNotBeClaimedSaysSoWhereverItStands() {
    notebook.employers[0].oneThing = "I saved 20k with a list."
    notebook.stories[0].headline = "We Saved 20K that year"
    notebook.doubts[0].evidence = "120k and 20km"
    #expect(section("ONE THING") == ["I saved 20k with a list. (do not claim “saved 20k”)"])
    #expect(section("FIRST LINES")[0].hasSuffix("(do not claim “saved 20k”)"))
    #expect(!section("DOUBTS")[0].contains("do not claim"), "other numbers are not meant")
    #expect(!section("STORIES").joined().contains("20k"))
  }

  @Test func everyEntryNamesWhatItIsMadeOf() {
    for section in brief().sections {
      for entry in section.entries {
        #expect(!entry.sources.isEmpty, "\(section.title): \(entry.text)")
      }
    }
  }

  @Test func ofAnEmployerOfWhomNothingIsKnownLittleStandsOnIt() {
    let sheet = BriefMaker(
      Notebook(), for: notebook.interviews[2], families: [], asks: [], today: 0,
      dayWords: { "\($0)" }
    ).brief(when: "Fri 9:00", printed: "now")
    #expect(sheet.sections.isEmpty)
    #expect(sheet.subtitle == "Beta, Fri 9:00")
  }

  @Test(arguments: ["20k", "€20k", "20 K", "20,000", "20.000", "20000"])
  func aFigureNotToClaimIsFoundInEverySpelling(_ spelling: String) {
    let story = Story(title: "Audit").with {
      $0.figures = [Story.Figure(text: "saved 20k", isNotToClaim: true)]
    }
    #expect([Kept(Number(1), story)].notToClaim(in: "It came to \(spelling).").count == 1)
    #expect([Kept(Number(1), story)].notToClaim(in: "It came to 20 and 2,000.").isEmpty)
  }

  @Test mutating func aQuestionThatClaimsWhatMustNotBeClaimedSaysSo() {
    notebook.stories[0].figures = [Story.Figure(text: "saved 77k", isNotToClaim: true)]
    notebook.questions.insert(
      Kept(Number(99), Question(employer: "Acme", text: "You know that I saved 77,000?")), at: 0)
    let asks = brief().sections.first { $0.title == "ASK" }?.entries.map(\.text) ?? []
    let claims = asks.filter { $0.contains("77,000") }
    #expect(!claims.isEmpty)
    #expect(claims.allSatisfy { $0.hasSuffix("(do not claim “saved 77k”)") })
  }

  @Test func theFriendSheetHasQuestionsAndNothingOfThePersonsAnswers() {
    var generator = SeededGenerator(seed: 4)
    let personas = Persona.panel(of: notebook.people.map(\.thing), using: &generator)
    let questions = (1...10).map {
      PanelQuestion(
        card: CardID(deck: "star", card: "Q-\($0)"), text: "Question \($0)?", family: nil)
    }
    let panel = Panel(
      personas: personas, questions: questions, minutes: 20, told: [], using: &generator)
    let sheet = FriendSheet.sheet(
      for: panel, interview: notebook.interviews[1].thing, doubts: notebook.doubts,
      when: "Thu 14:00",
      printed: "now")
    #expect(sheet.sections.map(\.title) == ["HOW", "YOU ARE", "ASK", "PRESS ON", "AFTERWARDS"])
    let ask = sheet.sections[2].entries
    #expect(ask.count == 8)
    #expect(ask.allSatisfy { $0.text.hasSuffix("(\u{A0})\u{A0}thin") })
    #expect(sheet.sections[3].entries.map(\.text) == ["budget size"])
    let text = sheet.sections.flatMap(\.entries).map(\.text).joined()
    #expect(!text.contains("180k") && !text.contains("Freezer"))
  }
}
