import ArgumentParser
import Testing

@testable import starling

/// A command that is parsed by itself is what the whole parser makes of the same words.
@Suite struct ParsingTests {
  @Test(arguments: [
    "due --json", "stats", "practice --plain --cards 3", "practice --minutes 20 --kind star",
    "grade star-people/PE-01 good --at 2026-11-22T10:00", "undo --wrong-times",
    "deleted list --json", "deleted back 2", "interviews add Acme --at 2026-12-01T10:00 --round 2",
    "facts list --json", "facts delete 3", "stories add --from -", "doubts add Acme --from x.yaml",
    "decks search one two", "config practice.minutes 30", "export - --csv", "recordings list",
    "employers list", "restore x.sqlite", "log edit Acme --round 1", "erase Acme --yes",
  ])
  func bothAgree(_ line: String) throws {
    let words = line.split(separator: " ").map(String.init)
    guard let alone = Starling.alone(words) else {
      #expect(throws: (any Error).self) { try Starling.parseAsRoot(words) }
      return
    }
    let whole = try Starling.parseAsRoot(words)
    #expect(type(of: alone) == type(of: whole))
    #expect(String(reflecting: alone) == String(reflecting: whole))
  }

  @Test(arguments: [
    "", "--help", "--version", "help", "help stats", "stats --help", "stats --version", "deleted",
    "deleted --help", "nonsense", "grade", "grade x", "due --jsn", "-h", "stats -h",
    "stats --generate-completion-script bash", "--experimental-dump-help",
    "due --experimental-dump-help", "interviews", "interviews nonsense", "stats extra",
  ])
  func whatIsOddIsForTheWholeParser(_ line: String) {
    #expect(Starling.alone(line.split(separator: " ").map(String.init)) == nil)
  }
}
