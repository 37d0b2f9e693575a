import Campaign
import Decks
import Exchange
import Scheduler
import Testing

/// Things as a person reads them: no name of a field, no code.
@Suite struct ReadingTests {
  private let names = FormNames(
    Notebook().with { $0.employers = [Employer(name: "Acme")] },
    families: [Family(code: "TEAM", title: "Working together", tags: [])],
    now: Timestamp(milliseconds: 1_795_460_400_000), clocks: Clocks { _ in 0 })

  @Test func aStory() {
    let story = Story(title: "Night list").with {
      $0.headline = "It fell."
      $0.action = "I counted.\nThen I asked."
      $0.fits = ["TEAM": .strong]
      $0.figures = [
        Story.Figure(text: "9 → 3", known: "own count"),
        Story.Figure(text: "20k", isNotToClaim: true),
      ]
      $0.strength = 4
    }
    #expect(
      Form.reading(of: story, names) == """
        Title: Night list
        First line: It fell.
        Action:
          I counted.
          Then I asked.
        Families:
          Working together: strong
        Figures:
          9 → 3
            how you know it: own count
          20k
            in an interview: do not say it
        How strong: 4 of 5
        """)
  }

  @Test func aFactAndADoubt() {
    let fact = Fact(employer: "Acme", topic: .earns, text: "tea", day: 20_785)
    let text = Form.reading(of: fact, names)
    #expect(text.contains("Days it holds: ") && text.contains("Day: Sat 28 Nov 2026"), "\(text)")
    #expect(!text.contains("2026-"))
    let doubt = Doubt(employer: "Acme", text: "budget").with {
      $0.family = "TEAM"
      $0.isClosed = true
    }
    let words = Form.reading(of: doubt, names)
    #expect(words.contains("Family: Working together") && words.contains("Closed: yes"), "\(words)")
  }

  @Test func anInterview() {
    let start = Interview(employer: "Acme", round: 2, startsAt: 1_795_460_400_000)
    let text = Form.reading(of: start, names)
    #expect(text.contains("Round: 2") && text.contains("When: Mon 23 Nov 2026 19:00"), "\(text)")
  }
}

extension Notebook {
  fileprivate func with(_ change: (inout Notebook) -> Void) -> Notebook {
    var notebook = self
    change(&notebook)
    return notebook
  }
}
