import Campaign
public import Decks

/// The stories of a file that was written elsewhere: a table with the columns Situation, Task, Action and
/// Result, or a text with these four above its parts, of one story or of many.
public struct StoryBank: Equatable, Sendable {
  public private(set) var stories: [FoundStory] = []
  /// In the order of the lines.
  public private(set) var passedOver: [PassedOver] = []
  /// Columns of a table that no story has anything of.
  public private(set) var unusedColumns: [String] = []
  /// What the person may have to know of how it was read, a clause each.
  public private(set) var remarks: [String] = []

  /// Reads the whole of a file; nil if it is none of stories.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - sorting: finds what a story is about.
  ///   - competencies: those that there are.
  public init?(_ bytes: [UInt8], sorting: CompetencySorting, competencies: Competencies) {
    guard let text = try? ImportedText(bytes) else { return nil }
    remarks = text.remarks
    if let table = StoryTable(text.text) {
      stories = table.stories
      passedOver = table.passedOver
      unusedColumns = table.unusedColumns
    } else {
      let found = StoryText(Outline(text.text))
      guard !found.areQuestions else { return nil }
      stories = found.stories
      passedOver = found.passedOver
    }
    for found in stories where found.isPlaceholder {
      passedOver.append(PassedOver(found.line, .placeholder, found.story.title))
    }
    stories.removeAll(where: \.isPlaceholder)
    guard !stories.isEmpty else { return nil }
    for index in stories.indices { stories[index].propose(index + 1, sorting, competencies) }
    makeTitlesDifferent()
    passedOver.sort { $0.line < $1.line }
  }

  /// No two stories of a notebook have one title.
  private mutating func makeTitlesDifferent() {
    var known: [String] = []
    for index in stories.indices {
      let title = stories[index].story.title
      var number = 1
      while known.contains(where: { $0.isSameName(as: stories[index].story.title) }) {
        number += 1
        stories[index].story.title = "\(title) (\(number))"
      }
      known.append(stories[index].story.title)
    }
  }
}
