import Campaign
import Decks
import Testing

@Suite struct StoryMatrixTests {
  private var notebook = Candidate().notebook

  private func matrix(_ employer: String?) -> StoryMatrix {
    StoryMatrix(notebook, families: Candidate.families, employer: employer)
  }

  @Test func eachStoryHasItsFitForEachFamily() {
    #expect(
      matrix("Acme").rows.map(\.fits) == [
        [nil, .stretch, nil, .strong], [.workable, nil, nil, .workable], [nil, .strong, nil, nil],
      ])
  }

  @Test func aFamilyIsCoveredSpentOrAGap() {
    #expect(matrix("Acme").columns.map(\.cover) == [.covered, .spent, .gap, .covered])
    #expect(matrix("Beta").columns.map(\.cover) == [.covered, .covered, .gap, .covered])
    #expect(matrix("Acme").holes.map(\.code) == ["INFL"])
  }

  @Test mutating func aFamilyWithNothingButAStretchIsAHole() {
    notebook.stories.remove(at: 2)
    #expect(matrix(nil).columns[1].cover == .stretched)
    #expect(matrix(nil).holes.map(\.code) == ["DISA", "INFL"])
  }

  @Test mutating func aStoryToldTwiceToOneEmployerIsOverused() {
    #expect(matrix("Acme").rows.map(\.timesTold) == [0, 0, 1])
    #expect(!matrix("Acme").rows[2].isOverused)
    notebook.entries.append(
      Kept(
        Number(91),
        LogEntry(interview: Candidate.first, text: "And one more?").with {
          $0.story = Candidate.rota
        }))
    #expect(matrix("Acme").rows[2].isOverused)
    #expect(matrix(nil).rows[2].timesTold == 2)
    #expect(!matrix("Beta").rows[2].isOverused)
  }

  @Test mutating func aStoryThatStandsAloneForFourFamiliesIsOverused() {
    notebook.stories = [
      Kept(
        Candidate.audit,
        Story(title: "One for all").with {
          $0.fits = ["TEAM": .strong, "DISA": .workable, "INFL": .workable, "CUST": .strong]
        })
    ]
    #expect(matrix(nil).rows[0].standsAloneIn == ["TEAM", "DISA", "INFL", "CUST"])
    #expect(matrix(nil).rows[0].isOverused)
  }

  @Test mutating func eightToTwelveStoriesAreTheAim() {
    #expect(matrix(nil).advice == "3 of 8–12 stories")
    notebook.stories = (1...12).map { Kept(Number($0), Story(title: "Story \($0)")) }
    #expect(matrix(nil).advice == nil)
    notebook.stories.append(Kept(Number(91), Story(title: "One more")))
    #expect(matrix(nil).advice?.hasPrefix("13 stories: more than 12") == true)
  }
}
