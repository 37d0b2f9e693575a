import Campaign
import Files
import Store
import TestSupport
import Testing

@testable import Application

/// Further inputs of kinds that have troubled people; `Tests/cases.txt` says where the others are.
@Suite struct FurtherCasesTests {
  private let stage: Stage

  init() throws { stage = try Stage() }

  private func take(_ name: String, _ text: String, id: String? = nil) throws -> String {
    try stage.home.write(text, to: name)
    return try stage.output {
      try FileImport(
        stage.home.file(name), ImportChoices(id: id, competency: "conflict")
      ).run(in: stage)
    }
  }

  @Test(arguments: ["Вопросы.md", "أسئلة.csv", "🙂.txt", "—.txt"])
  func aFileNameWithoutLatinLettersMakesADeck(name: String) throws {
    #expect(
      try take(name, "Question\nWhy us?\nWhen did you fail?\n")
        == "\(stage.home.file("decks/questions.yaml"))\n")
  }

  @Test(arguments: [
    ("TEAMWORK", "teamwork"), ("\" teamwork \"", "teamwork"), ("Working together", "teamwork"),
    ("problem solving", "problem-solving"), ("Customer-focused thinking", "conflict"),
  ]) func aCompetencyIsTakenHoweverItIsWritten(written: String, tag: String) throws {
    _ = try take("list.csv", "question,competency\nWhy?,\(written)\n", id: "t")
    let deck = try FileBytesText.read(stage.home.file("decks/t.yaml"))
    #expect(deck.contains("competency: \(tag)\n"), "\(deck)")
  }

  @Test func aCalendarThatEndsInTheMiddleKeepsNothing() throws {
    let whole = """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      UID:1
      SUMMARY:Interview at Acme
      DTSTART:20261203T140000Z
      """
    try stage.home.write(whole, to: "invitation.ics")
    let refusal = stage.refusal {
      try Interviews(in: stage).add(from: stage.home.file("invitation.ics"), with: "Acme")
    }
    #expect(
      refusal?.hasSuffix(
        "ends in the middle of a calendar: save or download it again, or give the time with --at; nothing was kept"
      ) == true, "\(refusal ?? "")")
    #expect(try stage.workspace().store.notebook().interviews.isEmpty)
  }
}
