import Campaign
import Decks
import Exchange
import Scheduler
import TestSupport
import Testing

/// Files of stories, of reviews and of other programs changed at random: whatever they become, they are read
/// or refused at once.
@Suite struct StoryFuzzTests {
  private static let seeds = [
    "Title\tSituation\tTask\tAction\tResult\nThe refund\t\"May,\ntwo days\"\tmine\tcalled\tstayed\n",
    "### Story 1: A\n\n**SITUATION**\nMay.\n\n**TASK**\nMine.\n\n**ACTION**\n- called\n\n**RESULT**\n40% less.\n",
    "# B\n| Part | Text |\n|--|--|\n| Situation | a |\n| Task | b |\n| Action | c |\n| Result | d |\n",
    "C\nS: a\nT: b\nA: c\nR: 12 → 3 a week\n",
    "card_id,review_time,review_rating\nstar-people/PE-01,1793000000,3\nx/Y-1,2026-11-05T10:00:00Z,Good\n",
    "id;cid;ease;time\n1737747496478;star-people/PE-01;2;2400\n1737833896478;1;0;2400\n",
  ].map { Array($0.utf8) }

  private static let pieces = [
    "\t", ",", ";", "\n", "\r\n", "\"", "|", "**", "# ", "- ", ":", "Situation", "Result: ", "S: ",
    "\u{0}",
    "\u{FEFF}", "1e12", "99999999999999999999", "-1", "4", "0", ".0", "2031-01-01", "é", "sep=;\n",
    "(", ")", "[", "]",
    "%", "→", "<b>", "&#9;", "---\n",
  ].map { Array($0.utf8) }

  @Test func anyFileIsReadOrRefused() {
    let campaign = Campaign("stories", whole: 100_000, slice: 3000)
    let competencies = Competencies(families: [
      Family(code: "TEAM", title: "Working together", tags: ["teamwork"])
    ])
    let sorting = CompetencySorting(competencies, examples: [])
    let latest = Day(number: 20_800).start(utcOffset: 0)
    for seed in campaign.seeds {
      var random = CaseGenerator(seed: seed)
      let bytes = mutated(&random)
      let ((bank, table), seconds) = ProcessorTime.of {
        (
          StoryBank(bytes, sorting: sorting, competencies: competencies),
          ReviewTable(bytes, latest: latest) { _ in 0 }
        )
      }
      #expect(seconds < 1, "seed \(seed)")
      #expect(bank?.stories.allSatisfy { !$0.story.title.isEmpty } ?? true, "seed \(seed)")
      #expect(table.rows.allSatisfy { $0.time <= latest }, "seed \(seed)")
    }
  }

  private func mutated(_ random: inout CaseGenerator) -> [UInt8] {
    func below(_ bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &random) }
    var bytes = Self.seeds[below(Self.seeds.count)]
    for _ in 0...below(4) {
      let at = below(bytes.count + 1)
      let end = min(bytes.count, at + 1 + below(20))
      switch below(5) {
      case 0, 1: bytes.insert(contentsOf: Self.pieces[below(Self.pieces.count)], at: at)
      case 2: bytes.removeSubrange(at..<end)
      case 3: bytes.insert(contentsOf: bytes[at..<end], at: below(bytes.count + 1))
      default: if at < bytes.count { bytes[at] = UInt8(below(256)) }
      }
    }
    return bytes
  }
}
