import Campaign
import Decks
import Exchange
import Files
import Practice
import Scheduler
import Store
import TestSupport
import Testing

@testable import Application

/// What goes out into files, and what comes in from them.
@Suite struct ImportingTests {
  private let stage: Stage

  init() throws {
    stage = try Stage()
    try stage.home.writeDeck("sample", sampleDeck)
  }

  private func take(
    _ name: String, id: String? = nil, title: String? = nil, competency: String? = nil
  ) throws {
    try FileImport(
      stage.home.file(name), ImportChoices(id: id, title: title, competency: competency)
    ).run(in: stage)
  }

  private func export(_ format: Export.Format, to name: String) throws -> String {
    let path = stage.home.file(name)
    _ = try stage.messages { try Export(format).write(to: path, in: stage) }
    return try FileBytesText.read(path)
  }

  private func answer() throws {
    let card = try #require(CardName("sample/A1"))
    _ = try stage.messages { try AwayAnswer(to: card, .good, at: nil).record(in: stage) }
  }

  // MARK: - Archives

  @Test func anArchiveBringsAllToAnotherHome() throws {
    try answer()
    _ = try stage.workspace().store.add(Story(title: "Piano"))
    try stage.home.write("practice:\n  minutes: 30\n", to: "config.yaml")
    let archive = try export(.json, to: "all.json")
    let other = try Stage()
    try other.home.write(archive, to: "all.json")
    let file = other.home.file("all.json")
    func takeThere() throws {
      try FileImport(file).run(in: other)
    }
    let said = try other.messages { try takeThere() }
    #expect(said.contains("and 1 file were added\n"))
    #expect(said.contains("“starling config --from \(file)” takes those of the file"))
    #expect(try other.workspace().store.reviewCount() == 1)
    #expect(try FileBytesText.read(other.home.file("decks/sample.yaml")) == sampleDeck)
    #expect(try other.messages { try takeThere() }.contains("there already"))
    // What was changed since is later.
    let later = sampleDeck.replacing("piano", with: "organ")
    try other.home.writeDeck("sample", later)
    _ = try other.messages { try takeThere() }
    #expect(try FileBytesText.read(other.home.file("decks/sample.yaml")) == later)
    _ = try other.output { try SettingsImport(file).run(into: SettingsFile(in: other)) }
    #expect(try other.workspace().settings.minutes == 30)
  }

  @Test func aBrokenArchiveIsRefusedWhole() throws {
    let archive = try export(.json, to: "all.json")
    try stage.home.write(String(archive.dropLast(20)), to: "broken.json")
    #expect(stage.refusal { try take("broken.json") }?.hasSuffix("nothing was imported") == true)
    try stage.home.write(
      archive.replacing("\"sample.yaml\"", with: "\"../sample.yaml\""), to: "faulty.json")
    #expect(stage.refusal { try take("faulty.json") }?.hasSuffix("nothing was imported") == true)
    #expect(
      stage.refusal { _ = try SettingsImport(stage.home.file("broken.json")) }?.hasSuffix(
        "no setting was changed") == true)
  }

  @Test func rowsThatCannotBeAreRefusedWhole() throws {
    try answer()
    let archive = try export(.json, to: "all.json")
    let other = try Stage()
    try other.home.write(
      archive.replacing("\(stage.clock.now.time.milliseconds)", with: "99999999999999"),
      to: "all.json")
    #expect(
      other.refusal {
        try FileImport(other.home.file("all.json")).run(in: other)
      }?.hasSuffix("nothing was imported") == true)
    #expect(!Disk.has(other.home.file("decks/sample.yaml")))
  }

  // MARK: - Reviews

  @Test func reviewsOfATableAreTakenInOnce() throws {
    try stage.home.write(
      "card_id,review_time,review_rating\nsample/A1,2026-11-20T10:00:00Z,3\nx/Y-1,2026-11-21T10:00,1\n",
      to: "reviews.csv")
    #expect(
      try stage.messages { try take("reviews.csv") }
        == "starling: 2 reviews were added, 1 of a card that is in no deck here: x/Y-1\n")
    #expect(
      try stage.messages { try take("reviews.csv") }
        == "starling: 0 reviews were added, 2 were there already\n")
    _ = try stage.messages { try TakingBack(wrongTimes: false).run(in: stage) }
    #expect(
      try stage.messages { try take("reviews.csv") }.contains(
        "2 were taken back here before and stay so"))
    let table = try export(.csv, to: "out.csv")
    #expect(table.hasPrefix("card_id,review_time,review_rating"))
    #expect(table.split(separator: "\n").count == 1)
  }

  @Test func aTableInSecondsIsSaidToBe() throws {
    try stage.home.write(
      "card_id,review_time,review_rating\nsample/A1,1795000000,3\n", to: "reviews.csv")
    #expect(
      try stage.messages { try take("reviews.csv") }.contains(
        "are seconds since 1970, and were read as such"))
  }

  @Test func faultyReviewsAreNamedAndNoneIsTaken() throws {
    let lines = (0..<25).map { "card \($0),2026-11-20T10:00:00Z,3\n" }.joined()
    try stage.home.write(
      "card_id,review_time,review_rating\nsample/A1,2026-11-20T10:00:00Z,3\n" + lines, to: "bad.csv"
    )
    let path = stage.home.file("bad.csv")
    let said = stage.messages {
      #expect(
        stage.refusal { try take("bad.csv") }
          == "and 5 more; nothing was imported; mend \(path) and try again")
    }
    _ = said
    #expect(try stage.workspace().store.reviewCount() == 0)
  }

  // MARK: - Questions

  @Test func questionsBecomeADeck() throws {
    try stage.home.write("How do you lead?\nWhat went wrong?\n", to: "My questions.txt")
    #expect(
      try stage.output { try take("My questions.txt", competency: "conflict") }
        == "\(stage.home.file("decks/my-questions.yaml"))\n")
    #expect(
      try stage.output { try DecksInUse(in: stage).show("my-questions") }.contains(
        "How do you lead?"))
    #expect(stage.refusal { try take("My questions.txt", competency: "conflict") } != nil)
    #expect(
      try stage.output {
        try take("My questions.txt", id: "other", title: "Other ones", competency: "conflict")
      }.hasSuffix("other.yaml\n"))
  }

  @Test func whatIsNoDeckIsRefused() throws {
    try stage.home.write("How?\n", to: "q.txt")
    #expect(
      stage.refusal { try take("q.txt", competency: "zzz") }?.hasPrefix(
        "there is no competency “zzz”; there are ") == true)
    try stage.home.write("when;nonsense\n2024;star\n", to: "q.csv")
    #expect(
      stage.refusal { try take("q.csv") }
        == "none of the columns of \(stage.home.file("q.csv")) is one of questions: when, nonsense; --column ask=NAME says which one is"
    )
    try stage.home.write("# Nothing\n\n---\n", to: "q.md")
    #expect(
      stage.refusal { try take("q.md") }
        == "no question was found in \(stage.home.file("q.md")); passed over 2 lines: 1 heading, 1 rule; nothing was imported"
    )
    try stage.home.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], to: "q.png")
    #expect(stage.refusal { try take("q.png") } != nil)
    #expect(stage.refusal { try take("none.txt") } != nil)
  }

  private func choose(_ name: String, _ choices: ImportChoices) throws {
    try FileImport(stage.home.file(name), choices).run(in: stage)
  }

  @Test func aDryRunShowsAllAndKeepsNothing() throws {
    try stage.home.write("# Teamwork\n- Who helped?\n  - Anna\n\n---\n", to: "list.md")
    let shown = try stage.output { try choose("list.md", ImportChoices(isDryRun: true)) }
    #expect(
      shown == """
        LINE  QUESTION     ANSWER  COMPETENCY  WHY
        2     Who helped?  1 word  teamwork    heading “Teamwork” in line 1

        LINE  PASSED OVER  TEXT
        1     heading      # Teamwork
        5     rule         ---

        """)
    #expect(!Disk.has(stage.home.file("decks/list.yaml")))
  }

  @Test func questionsAreAddedToADeckAndTakenBack() throws {
    try stage.home.write("Why us?\nWho helped?\n", to: "more.txt")
    let path = stage.home.file("decks/sample.yaml")
    let choices = ImportChoices(competency: "teamwork", into: "Sample")
    #expect(
      try stage.messages { try choose("more.txt", choices) }.hasSuffix(
        "2 questions into “sample”\n"))
    #expect(try FileBytesText.read(path).hasPrefix(sampleDeck))
    #expect(
      try stage.messages { try choose("more.txt", choices) }.hasSuffix(
        "0 questions into “sample”; passed over 2 lines: 2 questions that are here already\n"))
    _ = try stage.messages { try TakingBack(wrongTimes: false).run(in: stage) }
    #expect(try FileBytesText.read(path) == sampleDeck)
    #expect(stage.refusal { try choose("more.txt", ImportChoices(into: "none")) } != nil)
    #expect(
      stage.refusal { try choose("more.txt", ImportChoices(into: "star-people")) }?.contains(
        "decks copy star-people") == true)
  }

  @Test func aFileOfProseIsTakenWhenItIsMeant() throws {
    let line = "We talked about the weather for a long time and then went home again.\n"
    try stage.home.write(line + line.replacing("weather", with: "harvest"), to: "prose.txt")
    #expect(
      stage.refusal { try choose("prose.txt", ImportChoices()) }?.contains("--yes takes it") == true
    )
    #expect(!Disk.has(stage.home.file("decks/prose.yaml")))
    #expect(
      try stage.output { try choose("prose.txt", ImportChoices(isSure: true)) }
        == "\(stage.home.file("decks/prose.yaml"))\n")
  }

  @Test func anExportForAnkiBringsNothingBack() throws {
    _ = try export(.anki, to: "anki.txt")
    let said = try stage.messages { try take("anki.txt") }
    #expect(said.hasSuffix("Starling's own and here already; nothing was added\n"))
  }

  // MARK: - Stories

  private let stories =
    "Title\tSituation\tTask\tAction\tResult\tCompetency\nThe refund\t\"May,\ntwo days\"\tmine\tcalled\tstayed\tcustomer\n"

  @Test func aTableOfStoriesIsABank() throws {
    try stage.home.write(stories, to: "stories.tsv")
    let shown = try stage.output { try choose("stories.tsv", ImportChoices(isDryRun: true)) }
    #expect(shown.contains("2     The refund  STAR   CUST"))
    #expect(try stage.workspace().store.notebook().stories.isEmpty)
    #expect(
      try stage.messages { try take("stories.tsv") } == "starling: 1 story into your stories\n")
    let story = try #require(try stage.workspace().store.notebook().stories.first)
    #expect(story.situation == "May,\ntwo days")
    #expect(story.fits == ["CUST": .workable])
    #expect(
      try stage.messages { try take("stories.tsv") }
        == "starling: 0 stories into your stories; passed over 1 line: 1 story that is here already\n"
    )
    try stage.home.write(stories.replacing("called", with: "wrote"), to: "stories.tsv")
    #expect(
      try stage.messages { try take("stories.tsv") }.contains("“The refund” reads otherwise here"))
    _ = try stage.messages { try TakingBack(wrongTimes: false).run(in: stage) }
    #expect(try stage.workspace().store.notebook().stories.isEmpty)
  }

  @Test func storiesAreAddedFromTextsAndFromSeveralForms() throws {
    func add(_ text: String) throws -> String {
      try stage.home.write(text, to: "s")
      return try stage.messages {
        try NotebookDesk(in: stage).add(Story.self, [], from: stage.home.file("s"))
      }
    }
    #expect(
      try add("### Story 1: One\n\n**SITUATION**\nMay\n\n**ACTION**\nI called.\n").contains(
        "1 story into your stories"))
    let said = try add("title: Two\nsituation: a\n---\ntitle: Three\nsituation: b\n")
    #expect(
      said == "starling: kept “Two” under number 2\nstarling: kept “Three” under number 3\n")
    #expect(try stage.workspace().store.notebook().stories.map(\.title) == ["One", "Two", "Three"])
    #expect(stage.refusal { _ = try add("title: Four\n---\ntitle: two\n") } != nil)
    #expect(
      stage.refusal { _ = try add("title: Five\n---\ntitel: Six\n") }?.contains("s:3:1:") == true)
    #expect(try stage.workspace().store.notebook().stories.count == 3)
  }

  // MARK: - Exports

  @Test func cardsAndWordsAreWrittenToBeRead() throws {
    _ = try stage.workspace().store.add(Story(title: "Piano"))
    try stage.workspace().store.setNote(
      "Slower.", on: #require(CardID("sample/A1")), at: stage.clock.now.time)
    #expect(try export(.anki, to: "anki.txt").contains("Who lifted the piano?"))
    let markdown = try export(.markdown, to: "all.md")
    #expect(markdown.contains("Who lifted the piano?"))
    #expect(markdown.contains("Slower."))
  }

  @Test func noExportTakesThePlaceOfWhatStarlingNeeds() throws {
    let store = try stage.workspace().places.store
    #expect(
      stage.refusal { try Export(.json).write(to: store.database, in: stage) }
        == "\(store.database) is a database; give another name")
    for path in [store.database + "-wal", try stage.places().settings, store.copies.folder + "/x"] {
      #expect(
        stage.refusal { try Export(.json).write(to: path, in: stage) }
          == "\(path) is a file that Starling needs; give another name")
    }
  }

  @Test func whatCannotBeReadIsLeftOutOfAnExportAndNamed() throws {
    try stage.home.write([0xFF, 0xFE], to: "decks/odd.yaml")
    try stage.home.write(sampleDeck, to: "decks/CON?.yaml")
    let path = stage.home.file("all.json")
    let said = try stage.messages { try Export(.json).write(to: path, in: stage) }
    #expect(said.contains("odd.yaml is not UTF-8, which JSON takes; it is left out"))
    #expect(try Archive(json: Array(FileBytesText.read(path).utf8)).decks.count >= 1)
  }

  @Test func anExportThatNoImportWouldTakeIsSaidToBe() throws {
    try answer()
    stage.wait(minutes: -60 * 24 * 30)
    let path = stage.home.file("all.json")
    let said = try stage.messages { try Export(.json).write(to: path, in: stage) }
    #expect(said.contains("“starling import” would refuse this export: "))
    #expect(said.contains("“starling undo --wrong-times” mends that"))
  }
}
