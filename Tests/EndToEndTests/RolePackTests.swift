import TestSupport
import Testing

/// Packs for single lines of work, the guide and what does not apply, from the shell.
@Suite(.timeLimit(.minutes(20))) struct RolePackTests {
  @Test func aPackIsChosenAndLeftAgain() throws {
    let home = try TemporaryHome()
    let list = try home.starling("decks", "list")
    #expect(list.output.contains("Technical work (off)"), "\(list.output)")
    #expect(try home.starling("decks", "list", "--json").output.contains("\"on\": false"))
    #expect(
      try home.starling("decks", "search", "estimate of yours").output.contains("(off)"))
    let refused = try home.starling("practice", "technical", "--plain")
    #expect(refused.status == .exitCode(65))
    #expect(refused.errors.contains("“starling decks on technical” turns it on"))
    let plan = try home.starling("plan", "--json").output
    #expect(!plan.contains("technical/"))

    let on = try home.starling("decks", "on", "technical")
    #expect(on.output == "Technical work is on: 12 cards, 5 of them core.\n")
    #expect(try home.starling("decks", "list").output.contains("Technical work\n"))
    #expect(try home.starling("practice", "technical", "--plain").status == .exitCode(0))
    #expect(try home.starling("undo").status == .exitCode(0))
    #expect(try home.starling("decks", "list").output.contains("Technical work (off)"))

    #expect(try home.starling("decks", "off", "red-flags").status == .exitCode(0))
    #expect(try home.starling("practice", "red-flags", "--plain").status == .exitCode(65))
    let stranger = try home.starling("decks", "on", "technical", "nonsense")
    #expect(
      stranger.status == .exitCode(65) && stranger.errors.contains("there is no deck “nonsense”"))
    #expect(try home.starling("decks", "list").output.contains("Technical work (off)"))
  }

  @Test func homeAsksForTheFieldUntilOneIsChosen() throws {
    let home = try TemporaryHome()
    let screen = try home.screen()
    try screen.wait(for: "f  names your field")
    try screen.press("f")
    let decks = try screen.wait(for: "r turns a pack of your field on")
    #expect(decks.contains("(off)"), "\(decks)")
    try screen.press("r")
    try screen.wait(for: " is on: ")
    try screen.press("Escape")
    try screen.wait(for: "home without the question") {
      $0.contains(Mark.home) && !$0.contains("names your field")
    }
    #expect(try home.starling("decks", "list", "--json").output.contains("\"on\": false"))
    try screen.press("f")
    try screen.press("q")
    try screen.wait(for: "pane_dead", toBe: "1")
  }

  @Test func theFirstQuestionOfANewHomeIsTheSameForEverybody() throws {
    let home = try TemporaryHome()
    let run = try home.starling("practice", "--plain")
    #expect(run.output.contains(": PE-01, behavioural"), "\(run.output)")
    #expect(
      try home.starling("interviews", "add", "Acme", "--at", "2030-01-01T10:00").status
        == .exitCode(0))
    #expect(try home.starling("practice", "--plain").output.contains(": PE-01, behavioural"))
  }

  @Test func theGuideNamesItsCardsAndHowFarTheyAre() throws {
    let home = try TemporaryHome()
    let bare = try home.starling("help", "guide")
    #expect(bare.status == .exitCode(0))
    for words in ["WHY IT IS A GOOD SIGN", "true stories, well built (P5)", "PE-01–PE-21", "(M8)"] {
      #expect(bare.output.contains(words), "\(bare.output)")
    }
    #expect(!bare.output.contains("recall"))
    #expect(try home.starling("due").status == .exitCode(0))
    #expect(try home.starling("grade", "star-people/PE-01", "good").status == .exitCode(0))
    let known = try home.starling("help", "guide")
    #expect(known.output.contains("1 seen, recall now"), "\(known.output)")
    #expect(try home.starling("--help").output.contains("guide, star,"))
  }
}
