import Foundation
import TestSupport
import Testing

/// Whatever a command did is taken back by the next, and what was deleted comes back.
@Suite struct TakingBackTests {
  private let home: TemporaryHome

  init() throws { home = try TemporaryHome() }

  private func run(_ arguments: String...) throws -> CommandRun {
    try CommandRun(ProgramPath.built("starling"), arguments, environment: home.environment())
  }

  private func done(_ arguments: String...) throws {
    let run = try CommandRun(
      ProgramPath.built("starling"), arguments, environment: home.environment())
    #expect(run.status == .exitCode(0), "\(run.errors)")
  }

  @Test func commandsAreTakenBackOneByOneAndNamed() throws {
    try done("stories", "add", "My story")
    try done("interviews", "add", "Acme", "--round", "1", "--at", "2039-12-05T10:00Z")
    try done("people", "add", "Acme", "Ann")
    let before = try export()
    #expect(
      try run("employers", "delete", "acme").errors
        == "starling: deleted Acme, with 1 round and 0 questions of their logs; “starling undo” brings it back\n"
    )
    #expect(
      try run("undo").errors
        == "starling: brought back the employer “Acme”, with 2 things that hang on it\n")
    #expect(try export() == before)
    #expect(
      try run("undo").errors
        == "starling: the person “Ann”, which was added, is gone again\n")
    try done("employers", "delete", "Acme")
    let listed = try run("deleted", "--json")
    #expect(listed.output.contains("the employer “Acme”"))
    #expect(
      try run("deleted", "back", "acme").errors
        == "starling: brought back the employer “Acme”, with 1 thing that hangs on it\n")
    // What was added and taken back has a way back, too.
    let left = try run("deleted").output
    #expect(left.contains("the person “Ann”") && !left.contains("Acme"))
    #expect(
      try run("deleted", "back", "Ann").errors == "starling: brought back the person “Ann”\n")
    #expect(try run("deleted").errors.contains("nothing was deleted"))
    #expect(try run("undo").errors == "starling: the person “Ann” is deleted again\n")
    #expect(try run("deleted", "back", "7").status == .exitCode(65))
  }

  /// What stands again is named, beside what is no more.
  @Test func aChangeOfANameIsTakenBackByBothNames() throws {
    try done("interviews", "add", "Acme", "--at", "2039-12-05T10:00Z")
    try done("facts", "add", "Acme", "They sell tea")
    try home.write("fact: They sell coffee\nemployer: Acme\n", to: "fact.yaml")
    try done("facts", "edit", "1", "--from", home.file("fact.yaml"))
    #expect(
      try run("undo").errors
        == "starling: the fact “They sell tea” is as it was, and no longer “They sell coffee”\n")
    #expect(try run("facts", "show", "1").output.contains("Fact: They sell tea"))
  }

  @Test func anImportIsTakenBackAsOneStep() throws {
    let rows = (0..<200).map { "star-people/PE-01,\(1_780_000_000_000 + $0 * 60_000),3" }
    try home.write(
      "card_id,review_time,review_rating\n" + rows.joined(separator: "\n") + "\n",
      to: "reviews.csv")
    let before = try run("memory", "--json").output
    try done("import", home.file("reviews.csv"))
    #expect(try run("undo").errors == "starling: took back an import: 200 grades\n")
    #expect(try run("memory", "--json").output == before)
  }

  @Test func whatIsErasedIsInNoFile() throws {
    try done("employers", "add", "Verdigris")
    try done("facts", "add", "Verdigris", "They sell mordant")
    try done("backup")
    let unasked = try run("erase", "Verdigris")
    #expect(unasked.status == .exitCode(64) && unasked.errors.contains("nothing was erased"))
    let erased = try run("erase", "verdigris", "--yes")
    #expect(erased.status == .exitCode(0))
    #expect(erased.errors.hasPrefix("starling: the employer “Verdigris”, with 1 thing"))
    let files = FileManager.default.enumerator(atPath: home.path)
    while let name = files?.nextObject() as? String {
      let data = (try? Data(contentsOf: URL(filePath: home.file(name)))) ?? Data()
      for text in ["Verdigris", "mordant"] {
        #expect(data.range(of: Data(text.utf8)) == nil, "\(text) is in \(name)")
      }
    }
    #expect(try run("undo").errors == "starling: there is nothing to take back\n")
    #expect(try run("erase", "verdigris", "--yes").status == .exitCode(65))
  }

  @Test func answersThatAreErasedAreInNoFile() throws {
    try home.write(sampleDeck, to: "decks/sample.yaml")
    let answered = try home.starling(
      "practice", "sample", "--plain",
      input: "t\nquixotic\n.\nMine.\n.\nI called.\n.\nIt stood.\n.\n3\nq\n")
    try #require(
      try files(with: "quixotic").contains { $0.contains("starling.sqlite") },
      "\(answered.output)\(answered.errors)")
    try done("backup")
    try done("erase", "--answers-before", "2100-01-01", "--yes")
    #expect(try files(with: "quixotic") == [])
  }

  /// The files of the home in which `strings` finds a text.
  private func files(with text: String) throws -> [String] {
    let found = try CommandRun(
      ProgramPath.installed("sh"),
      [
        "-c",
        "cd '\(home.path)' && find . -type f | while read -r f; do strings \"$f\" | grep -q \(text) && echo \"$f\"; done; :",
      ], environment: home.environment())
    return found.output.split(separator: "\n").map(String.init)
  }

  /// What lies unfinished may be of anything, so that the person decides.
  @Test func whatWasLeftUnfinishedIsNamedByAnErasure() throws {
    try done("stories", "add", "Verdigris")
    try home.write("title: Verdigris again\n", to: "unfinished-story.yaml")
    let erased = try run("erase", "Verdigris", "--yes").errors
    #expect(
      erased.contains("not in \(home.file("unfinished-story.yaml")), which you left unfinished"))
  }

  /// What there is; that it was taken back stands in the records, which are only ever added to.
  private func export() throws -> String {
    if FileManager.default.fileExists(atPath: home.file("out.json")) { try home.remove("out.json") }
    try done("export", "--format", "json", home.file("out.json"))
    let text = try home.text(of: "out.json")
    return String(text.prefix(upTo: text.range(of: "\"records\"")?.lowerBound ?? text.endIndex))
  }
}
