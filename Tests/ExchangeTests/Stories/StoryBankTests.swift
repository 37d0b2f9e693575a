import Campaign
import Decks
import Exchange
import Testing

/// Stories that were written elsewhere.
@Suite struct StoryBankTests {
  private let competencies = Competencies(families: [
    Family(code: "TEAM", title: "Working together", tags: ["teamwork", "trust"]),
    Family(code: "CUST", title: "Customers and users", tags: ["customer"]),
    Family(code: "DISA", title: "Disagreement", tags: ["conflict"]),
  ])

  private func bank(_ text: String) -> StoryBank? {
    StoryBank(
      Array(text.utf8), sorting: CompetencySorting(competencies, examples: []),
      competencies: competencies)
  }

  private func parts(_ bank: StoryBank?) -> [[String]]? {
    bank?.stories.map {
      [$0.story.title, $0.story.situation, $0.story.task, $0.story.action, $0.story.result]
    }
  }

  private let refund = [
    "The refund", "May, two days before launch.", "Mine to decide.", "[First] I called.",
    "The client stayed.",
  ]
  private let move = ["The move", "June.", "Move the office.", "I planned it.", "Two weeks late."]

  private func filled(_ form: String) -> String {
    [refund, move].map { story in
      zip(["TITLE", "SITUATION", "TASK", "ACTION", "RESULT"], story).reduce(form) {
        $0.replacing("<\($1.0)>", with: $1.1)
      }
    }.joined(separator: "\n")
  }

  /// The same two stories, as people write them down.
  @Test(arguments: [
    "### Story 1: <TITLE>\n\n**SITUATION**\n<SITUATION>\n\n**TASK**\n<TASK>\n\n**ACTION**\n<ACTION>\n\n**RESULT**\n<RESULT>\n",
    "## <TITLE>\n\n### Situation (2-3 sentences)\n\n<SITUATION>\n\n### Task\n\n<TASK>\n\n### Actions\n\n<ACTION>\n\n### Results\n\n<RESULT>\n\n---\n",
    "## <TITLE>\n- **Situation:** <SITUATION>\n- **Task:** <TASK>\n- **Action:** <ACTION>\n- **Result:** <RESULT>\n",
    "**<TITLE>**\n\nSituation: <SITUATION>\nTask: <TASK>\nAction: <ACTION>\nResult: <RESULT>\n",
    "<TITLE>\nS: <SITUATION>\nT: <TASK>\nA: <ACTION>\nR: <RESULT>\n",
    "# <TITLE>\n\n| Part | Text |\n|---|---|\n| Situation | <SITUATION> |\n| Task | <TASK> |\n| Action | <ACTION> |\n| Result | <RESULT> |\n",
    "* <TITLE>\n** Situation\n   <SITUATION>\n** Task\n   <TASK>\n** Action\n   <ACTION>\n** Result\n   <RESULT>\n",
    "Title: <TITLE>\nContext - <SITUATION>\nChallenge - <TASK>\nWhat I did - <ACTION>\nOutcome - <RESULT>\n",
    "## <TITLE>\n**S**ituation: <SITUATION>\n**T**ask: <TASK>\n**A**ction: <ACTION>\n**R**esult: <RESULT>\n",
  ]) func storiesAreFoundInTexts(form: String) {
    #expect(
      parts(bank("# My stories\n\nHow I use them is told here.\n\n" + filled(form))) == [
        refund, move,
      ])
    #expect(parts(bank(filled(form).replacing("\n", with: "\r\n"))) == [refund, move])
  }

  @Test(arguments: [
    ("Title\tSituation\tTask\tAction\tResult", "\t"),
    ("Story;Context;Challenge;Approach;Outcome", ";"),
    ("name,situation,task,actions,results", ","), ("Title,S,T,A,R", ","),
  ]) func storiesAreFoundInTables(header: String, separator: String) {
    let rows = [refund, move].map { $0.map { "\"\($0)\"" }.joined(separator: separator) }
    #expect(parts(bank(([header] + rows).joined(separator: "\n") + "\n")) == [refund, move])
    let bars =
      [
        header.split(separator: separator.first ?? ",").map(String.init),
        ["-", "-", "-", "-", "-"],
      ]
      + [refund, move]
    let table = bars.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    #expect(parts(bank("# Stories\n\n" + table + "\n")) == [refund, move])
  }

  @Test func whatIsNotSaidIsProposed() throws {
    let read = try #require(
      bank(
        """
        Situation,Task,Action,Result,Skills,Rating
        "One day in May, a client was angry",decide,called,"12 → 3 complaints a week, 40% less; 2024",Trust / cooking,4
        ,,nothing,,,
        """))
    let found = try #require(read.stories.first)
    #expect(found.story.title == "One day in May, a client")
    #expect(found.isTitleProposed)
    #expect(found.story.figures.map(\.text) == ["12 → 3 complaints", "40%"])
    #expect(found.story.fits == ["TEAM": .workable])
    #expect(found.story.notes == "cooking")
    #expect(found.story.strength == 4)
    #expect(read.passedOver.map(\.sort) == [.story])
    #expect(read.stories.count == 1)
  }

  @Test(arguments: ["S/T", "S & T", "**S/T**", "S+T"]) func severalPartsUnderOneName(name: String) {
    let found = bank("# One\n\(name): May was wet.\nA: I ran.\nR: Dry.\n")?.stories.first?.story
    #expect(found?.situation == "May was wet.")
    #expect(found?.action == "I ran." && found?.result == "Dry.")
  }

  @Test func familiesAreGuessedFromWords() throws {
    let found = try #require(
      bank("# The angry client\nSituation: May\nTask: x\nAction: y\nResult: z\n")?.stories.first)
    #expect(found.story.fits == ["CUST": .stretch])
    #expect(found.areFamiliesProposed)
  }

  @Test func partsKeepTheirItemsAndParagraphs() throws {
    let found = try #require(
      bank(
        """
        ## One
        **Duration:** 2 min
        ### Situation
        May was
        wet.

        So was I.
        ### Task
        Dry.
        ### Action
        1. I ran.
        2. I hid.
        ### Result
        Fine.
        ### What I learned
        Coats.
        """)?.stories.first?.story)
    #expect(found.situation == "May was wet.\nSo was I.")
    #expect(found.action == "- I ran.\n- I hid.")
    #expect(found.learning == "Coats.")
    #expect(found.notes.contains("Duration"))
  }

  @Test func titlesAreTheirOwn() {
    let one = "# A\nSituation: x\nTask: y\nAction: z\nResult: r\n"
    #expect(bank(one + one)?.stories.map(\.story.title) == ["A", "A (2)"])
  }

  @Test(arguments: [
    "# List\n- Why us?\n- When did you fail?\n", "Question,Answer\nWhy us?,kind\n", "",
    "## Why us?\nSituation: x\nTask: y\nAction: z\nResult: r\n",
    "# Template\n**Situation**\n[Where were you?]\n**Task**\n[What was yours?]\n**Action**\n[What did you do?]\n**Result**\n[What came of it?]\n",
    "STAR stands for situation, task, action and result.\n\n**Situation**: set the scene\n",
  ]) func whatIsNoBankIsNone(text: String) {
    #expect(bank(text) == nil)
  }
}
