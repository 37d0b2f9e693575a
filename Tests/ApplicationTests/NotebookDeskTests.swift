import Campaign
import Exchange
import Files
import Scheduler
import TestSupport
import Testing

@testable import Application

/// What the commands do with stories, facts, employers and the like.
@Suite struct NotebookDeskTests {
  private let stage: Stage

  init() throws {
    stage = try Stage()
    _ = try stage.messages {
      try desk.addEmployer("Acme")
      try desk.add(Story.self, ["Freezer audit"], from: nil)
      try desk.add(Person.self, ["Acme", "Ann"], from: nil)
      try Interviews(in: stage).add(with: "Acme", at: "2026-11-20T10:00", round: 1)
    }
  }

  private var desk: NotebookDesk { get throws { try NotebookDesk(in: stage) } }

  private func form(_ text: String) throws -> String {
    try stage.home.write(text, to: "form.yaml")
    return stage.home.file("form.yaml")
  }

  // MARK: - Things

  @Test func thingsAreAddedListedShownAndDeleted() throws {
    #expect(
      try stage.messages { try desk.add(Story.self, ["Piano"], from: nil) }
        == "starling: kept “Piano” under number 2\n")
    let list = try stage.output { try desk.list(Story.self, of: nil, asJSON: false) }
    #expect(list.hasPrefix("ID"))
    #expect(list.split(separator: "\n").count == 3)
    #expect(
      try stage.output { try desk.list(Story.self, of: nil, asJSON: true) }.contains("\"id\": 2"))
    #expect(
      try stage.output { try desk.show(Story.self, named: "pia", asJSON: false) }
        == "Title: Piano\n")
    #expect(
      try stage.output { try desk.show(Story.self, named: "2", asJSON: true) }
        == "{\n  \"id\": 2,\n  \"title\": \"Piano\"\n}\n")
    #expect(
      try stage.messages { try desk.delete(Story.self, named: "Piano") }
        == "starling: deleted “Piano”; “starling undo” brings it back\n")
    #expect(
      stage.refusal { try desk.show(Story.self, named: "Piano", asJSON: false) } == """
        no story is called “Piano”; “starling stories list” has their numbers
        """)
  }

  @Test func aTitleIsTakenOnce() {
    #expect(
      stage.refusal { try desk.add(Story.self, ["freezer audit"], from: nil) }
        == "there is a story “Freezer audit” already")
  }

  @Test func thingsOfOneEmployerAreListed() throws {
    _ = try stage.messages { try desk.add(Person.self, ["Umbrella", "Bob"], from: nil) }
    let list = try stage.output { try desk.list(Person.self, of: "acme", asJSON: false) }
    #expect(list.contains("Ann"))
    #expect(!list.contains("Bob"))
    #expect(
      stage.refusal { try desk.list(Person.self, of: "Nobody", asJSON: false) }
        == "there is no employer “Nobody”; “starling interviews add” adds one")
  }

  @Test func aFormIsReadFromAFile() throws {
    let path = try form("title: Piano\nresult: It stands.\n")
    #expect(
      try stage.messages { try desk.add(Story.self, [], from: path) }
        == "starling: kept “Piano” under number 2\n")
    let changed = try form("title: The piano\n")
    #expect(
      try stage.messages { try desk.edit(Story.self, named: "Piano", from: changed) }
        == "starling: changed “The piano”\n")
    #expect(
      try stage.messages { try desk.edit(Story.self, named: "The piano", from: changed) }
        == "starling: nothing has changed\n")
  }

  @Test func aFormIsFilledInInTheEditor() throws {
    stage.willEdit { text in
      #expect(text.contains("\n# A new fact."))
      return "employer: Acme\nfact: They sell tea\n"
    }
    #expect(
      try stage.messages { try desk.add(Fact.self, ["Acme"], from: nil) }
        == "starling: kept “They sell tea” under number 1\n")
    #expect(
      try stage.messages { try desk.add(Fact.self, ["Acme"], from: nil) }
        == "starling: nothing was kept\n")
    stage.willEdit { $0.replacing("tea", with: "coffee") }
    #expect(
      try stage.messages { try desk.edit(Fact.self, named: "1", from: nil) }
        == "starling: changed “They sell coffee”\n")
  }

  // MARK: - Employers

  @Test func employersAreKept() throws {
    #expect(stage.refusal { try desk.addEmployer("ACME") } == "there is an employer “Acme” already")
    let path = try form("name: Acme Corp\nrole: Chief\n")
    #expect(
      try stage.messages { try desk.editEmployer("Acme", from: path) }
        == "starling: changed Acme Corp\n")
    #expect(
      try stage.messages { try desk.editEmployer("Acme Corp", from: path) }
        == "starling: nothing has changed\n")
    #expect(
      try stage.output { try desk.listEmployers(asJSON: false) }
        == "ROUNDS  EMPLOYER   ROLE\n1       Acme Corp  Chief\n")
    #expect(
      try stage.output { try desk.listEmployers(asJSON: true) }.contains("\"role\": \"Chief\""))
    #expect(
      try stage.output { try desk.showEmployer("acme corp", asJSON: false) }
        == "Name: Acme Corp\nRole: Chief\n")
    #expect(try stage.output { try desk.showEmployer("acme corp", asJSON: true) }.hasPrefix("{"))
    #expect(
      try stage.messages { try desk.deleteEmployer("Acme Corp") }
        == "starling: deleted Acme Corp, with 1 round and 0 questions of their logs; “starling undo” brings it back\n"
    )
    #expect(try desk.notebook.interviews.isEmpty)
    #expect(try desk.notebook.stories.count == 1)
  }

  @Test func anEmployerTakesNoNameOfAnother() throws {
    _ = try stage.messages { try desk.addEmployer("Umbrella") }
    let path = try form("name: umbrella\n")
    #expect(
      stage.refusal { try desk.editEmployer("Acme", from: path) }
        == "there is an employer “Umbrella” already")
  }

  @Test func anAdvertBecomesRequirements() throws {
    let path = try form("Lead a team\n- Talk to customers\n")
    let said = try stage.messages { try desk.takeAdvert(of: "Acme", from: path) }
    #expect(said.hasPrefix("starling: 2 lines of the advert of Acme"))
    // What is there already is not taken in twice.
    stage.willEdit { $0 + "Ship things\n" }
    #expect(
      try stage.messages { try desk.takeAdvert(of: "Acme", from: nil) }
        .hasPrefix("starling: 1 line of"))
    #expect(try desk.notebook.requirements(of: "Acme").count == 3)
    try stage.home.write([0xFF], to: "odd")
    let odd = stage.home.file("odd")
    #expect(
      stage.refusal { try desk.takeAdvert(of: "Acme", from: odd) }
        == "\(odd) is not UTF-8; nothing was changed")
  }

  @Test func employersStandSideBySide() throws {
    let said = try stage.messages {
      try desk.add(Criterion.self, ["Near home"], from: nil)
      try desk.judge("near", at: "acme", as: .yes, evidence: "ten minutes")
    }
    #expect(said.hasSuffix("starling: Near home at Acme: yes\n"))
    let table = try stage.output { try desk.compareEmployers(asJSON: false) }
    #expect(table.hasPrefix("WEIGHT"))
    #expect(table.contains("yes"))
    let json = try stage.output { try desk.compareEmployers(asJSON: true) }
    #expect(json.contains("\"evidence\": \"ten minutes\""))
  }

  // MARK: - Marks

  @Test func aReplyIsReadyOnceSaidWellOftenEnough() throws {
    _ = try stage.messages { try desk.add(Doubt.self, ["Acme", "Too junior"], from: nil) }
    for _ in 1..<Doubt.timesUntilReady {
      #expect(
        try stage.messages { try desk.countReply(to: "1") } == "starling: “Too junior”: once more\n"
      )
    }
    #expect(
      try stage.messages { try desk.countReply(to: "1") } == "starling: “Too junior”: ready\n")
  }

  @Test func aFactIsCheckedToday() throws {
    _ = try stage.messages { try desk.add(Fact.self, ["Acme", "They sell tea"], from: nil) }
    stage.wait(minutes: 60 * 24 * 3)
    let said = try stage.messages { try desk.checkFact("They") }
    #expect(said.hasPrefix("starling: “They sell tea” holds for "))
    #expect(try desk.notebook.facts.first?.day == desk.names.today.number)
  }

  @Test func aStoryIsToldAndThatIsTakenBack() throws {
    func tell(to listener: String? = nil, isTakenBack: Bool = false) throws {
      try desk.mark(
        "Freezer", asToldTo: "Acme", round: nil, to: listener, isWhole: true,
        isTakenBack: isTakenBack)
    }
    #expect(
      try stage.messages { try tell(to: "Ann") }.hasPrefix(
        "starling: “Freezer audit” told to Acme: "))
    #expect(try desk.notebook.tellings(to: "Acme").count == 1)
    #expect(
      try stage.output { try desk.show(Story.self, named: "1", asJSON: false) }.contains(
        "told to Acme"))
    #expect(
      try stage.messages { try tell(to: "Ann", isTakenBack: true) }
        == "starling: “Freezer audit” told to Acme: not yet\n")
    // Who is not known becomes one of the people there, unless it is a slip.
    #expect(
      try stage.messages { try tell(to: "Zachary") }.contains("was added to the people of Acme"))
    #expect(
      stage.refusal { try tell(to: "Zachery") }
        == "nobody at Acme is called “Zachery”; did you mean “Zachary”?")
  }

  @Test func theMatrixShowsWhatIsMissing() throws {
    let path = try form("title: Piano\nfamilies: {TEAM: strong}\n")
    _ = try stage.messages { try desk.add(Story.self, [], from: path) }
    let table = try stage.output { try desk.writeStoryMatrix(for: nil, asJSON: false) }
    #expect(table.contains("TOLD  TITLE\n"))
    #expect(table.contains("Piano"))
    #expect(table.contains("no story for "))
    let json = try stage.output { try desk.writeStoryMatrix(for: "Acme", asJSON: true) }
    #expect(json.contains("\"TEAM\": \"strong\""))
  }

  // MARK: - The log of a round

  private func ask(_ question: String, family: String? = nil, round: Int? = nil) throws {
    try desk.add(
      NotebookDesk.Asked(
        question, landed: .fine, story: "Freezer", family: family, asker: "Ann",
        pressedOn: "the figures"),
      with: "Acme", round: round)
  }

  @Test func whatWasAskedIsLogged() throws {
    #expect(
      try stage.messages { try ask("Why us?", family: "team") }
        == "starling: kept for Acme, round 1\n")
    let list = try stage.output { try desk.listLog(with: "Acme", asJSON: false) }
    #expect(list.hasSuffix("1   Acme      1      fine    Teamwork  Freezer audit  Why us?\n"))
    let json = try stage.output { try desk.listLog(with: nil, asJSON: true) }
    #expect(json.contains("\"employer\": \"Acme\""))
    let shown = try stage.output { try desk.showLog(with: "acme", round: 1, asJSON: false) }
    #expect(shown.hasPrefix("Acme, round 1\n"))
    #expect(
      try stage.output { try desk.showLog(with: "Acme", round: nil, asJSON: true) }.contains(
        "Why us?"))
    let round = try #require(try desk.notebook.interviews.first)
    let text = try desk.names.reading(of: Item(round))
    #expect(text.contains("Why us?"))
    #expect(
      try stage.messages { try desk.deleteEntry(1) }
        == "starling: deleted “Why us?”; “starling undo” brings it back\n")
    #expect(
      stage.refusal { try desk.deleteEntry(1) }
        == "there is no entry 1; “starling log list” has their numbers")
  }

  @Test func aLogIsEditedWhole() throws {
    let path = try form("finished: true\nasked:\n  - question: Why us?\n    landed: thin\n")
    #expect(
      try stage.messages { try desk.editLog(with: "Acme", round: nil, from: path) }
        == "starling: Acme, round 1: questions 1, doubts 0\n")
    let shown = try stage.output { try desk.showLog(with: "acme", round: 1, asJSON: false) }
    #expect(shown.contains("Families not asked: "))
    #expect(
      try stage.messages { try desk.editLog(with: "Acme", round: nil, from: nil) }
        == "starling: nothing has changed\n")
  }

  @Test func roundsAndFamiliesThatAreNotThereAreNamed() throws {
    #expect(
      stage.refusal { try ask("Why?", round: 7) }
        == "there is no round 7 with Acme; “starling interviews add” adds one")
    #expect(
      stage.refusal { try ask("Why?", family: "NONE") }?.hasPrefix(
        "there is no family NONE; there are ") == true)
    _ = try stage.messages {
      try Interviews(in: stage).add(with: "Umbrella", at: "2026-12-20T10:00", round: 2)
    }
    #expect(
      stage.refusal { try desk.showLog(with: "Umbrella", round: nil, asJSON: false) }?.hasPrefix(
        "no round with Umbrella has been yet; name the one ahead with --round 2") == true)
  }
}
