import TestSupport
import Testing

@testable import Decks

/// Files of questions changed at random: whatever they become, they are read or refused at once, and what
/// comes of them is a deck that reads as it was written.
@Suite struct ImportFuzzTests {
  @Test func anyFileIsReadOrRefused() throws {
    let campaign = Campaign("imports", whole: 100_000, slice: 1500)
    let lists = QuestionList.all
    let seeds = lists.map { Array($0.text.utf8) }
    let families = [Family(code: "TEAM", title: "Working together", tags: ["teamwork", "data"])]
    let competencies = Competencies(families: families)
    let sorting = CompetencySorting(competencies, examples: [])
    let reader = DeckReader(competencies: competencies)
    var decks = 0
    for seed in campaign.seeds {
      var random = CaseGenerator(seed: seed)
      let bytes = Mutation.mutated(seeds, &random)
      let importer = DeckImport(deck: "f", title: "F", sorting: sorting)
      let (read, seconds) = ProcessorTime.of {
        (try? QuestionFile(bytes)).map {
          (file: $0, result: importer.deck(of: $0, path: "f", reader: reader))
        }
      }
      #expect(seconds < 1, "seed \(seed): \(bytes)")
      guard let (file, result) = read else { continue }
      #expect(
        file.questions.allSatisfy { !$0.ask.stripped.isEmpty },
        "seed \(seed): a question is empty")
      if let yaml = result.yaml {
        decks += 1
        let deck = reader.read(Array(yaml.utf8), path: "f").deck
        #expect(
          deck?.cards.map(\.ask) == result.cards.map { $0.question.ask.trimmed }, "seed \(seed)")
      } else if !result.cards.isEmpty {
        // The only faults are those of keys that a table gives itself.
        #expect(result.hasErrors, "seed \(seed)")
      }
    }
    #expect(decks * 2 > campaign.count)
  }

  /// A long file takes no longer than its length.
  @Test(arguments: [
    "[", "[a](", "**", "*", "- ", "| a |\n", "> ", "Q: a\n", "<b>", "&", "a::b\n", "\"", "\"\n",
    "{{c1::",
    "#separator:tab\n", "1.", "# a\n", "?\n", "<!--", "```\n", "a\n-----\n",
    "<details>\n<summary>a\n",
  ]) func longFilesAreReadInTime(piece: String) throws {
    let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
    let (_, seconds) = ProcessorTime.of { _ = try? QuestionFile(Array(text.utf8)) }
    #expect(seconds < 10)
  }
}

/// Changes that people and programs make to files by accident, and some that nobody would.
enum Mutation {
  private static let pieces = [
    "- ", "* ", "1. ", "# ", "## ", "\n", "\n\n", "\r\n", "**", "*", "`", "```\n", "Q: ", "A: ",
    "::",
    "?\n", "|", "|---|---|\n", ",", ";", "\t", "\"", "\"\"", "sep=;\n", "#separator:tab\n", "<b>",
    "</b>",
    "<br>", "&nbsp;", "&#", "<details>\n", "<summary>", "</summary>", "<!--", "-->", "[", "](", ")",
    "---\n",
    "===\n", "> ", "\u{FEFF}", "\u{200B}", "\u{A0}", "・", "（", "#tag", "^id", "{{c1::", "}}", ": ",
    "\\",
    "é", "👩‍👧", "か", "  ", "    ", "\u{0}", "\u{1B}", "\u{85}", "\u{10FFF0}", "title: a\n",
    "Situation: x\n",
  ].map { Array($0.utf8) }

  static func mutated(_ seeds: [[UInt8]], _ random: inout CaseGenerator) -> [UInt8] {
    var bytes = seeds[random.below(seeds.count)]
    for _ in 0..<(1 + random.below(random.below(4) == 0 ? 12 : 3)) {
      let at = random.below(bytes.count + 1)
      let end = min(bytes.count, at + 1 + random.below(random.below(3) == 0 ? 60 : 6))
      switch random.below(7) {
      case 0, 1, 2: bytes.insert(contentsOf: pieces[random.below(pieces.count)], at: at)
      case 3: bytes.removeSubrange(at..<end)
      case 4: bytes.insert(contentsOf: bytes[at..<end], at: random.below(bytes.count + 1))
      case 5 where at < bytes.count: bytes[at] = UInt8(random.below(256))
      default:
        let other = seeds[random.below(seeds.count)]
        let from = random.below(other.count)
        bytes.replaceSubrange(
          at..<end, with: other[from..<min(other.count, from + random.below(80))])
      }
    }
    return bytes
  }
}
