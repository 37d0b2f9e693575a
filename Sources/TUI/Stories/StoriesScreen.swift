import Campaign
import Decks
import Practice
import Screen

/// The stories against the families: what is there, what was told, what is missing.
struct StoriesScreen: NotebookList {
  /// To whom stories count as told; nil if there is no employer.
  private(set) var employer: String?
  var list = ListState()
  private(set) var filter = Filter.all
  /// The column of the family that one looks at.
  private(set) var family = 0

  enum Filter: String, CaseIterable { case all, untold, told }

  enum Own: Sendable {
    case open, edit, editor, add, delete, told, practise, employer, search, filter, copy
    case nextFamily, familyBefore
  }

  private static let across = KeyGroup(
    help: "What the story is for the next family, for that before", shown: 2)
  private static let keys: [Binding<Own>] = [
    Binding(.enter, action: .open, footer: "open", help: "Read the story"),
    Binding("a", action: .add, footer: "add", help: "Add a story"),
    Binding("e", action: .edit, footer: "edit", help: "Change the story"),
    Binding("E", action: .editor, help: "Change the story in your editor, as text"),
    Binding(
      "t", action: .told, footer: "told",
      help: "Mark the story as told to this employer in the latest round, or take the mark back"),
    Binding(
      "p", action: .practise, footer: "practise", help: "Be asked something that the story answers"),
    Binding(
      "o", action: .employer, footer: "other employer",
      help: "See what another employer has heard"),
    Binding("/", action: .search, footer: "search", help: "Search the stories"),
    Binding(
      "f", action: .filter, footer: "filter",
      help: "Only those untold, only those told, what was deleted, all"),
    Stage.copying(.copy, "the story"),
    Binding("D", action: .delete, footer: "delete", help: "Delete the story, after asking"),
    Binding(
      .right, action: .nextFamily, help: "What the story is for the next family", group: across),
    Binding(.left, action: .familyBefore, help: "For the family before", group: across),
  ]

  static let help = [HelpSection("Stories", keys.hints())]

  var ownKeys: [Binding<Own>] { Self.keys }

  func obstacle(to action: Own, on stage: Stage) -> String? {
    let story = selected(on: stage)
    switch action {
    case .add: return nil
    case .open, .edit, .editor, .told, .delete, .copy: return story == nil ? Self.nothing : nil
    case .practise where story?.fits.isEmpty == true: return "The story is for no family yet."
    case .practise: return story == nil ? Self.nothing : nil
    case .employer:
      return stage.notebook.employers.count > 1 ? nil : "There is no other employer."
    case .nextFamily, .familyBefore:
      let row = MatrixLayout(stage.frame, families: stage.families).meetingRow
      return story == nil ? Self.nothing : row == nil ? "All families are in view." : nil
    case .search, .filter: return stage.notebook.stories.isEmpty ? Self.nothing : nil
    }
  }

  private static let nothing = "There is no story here; a adds one."

  mutating func perform(_ action: Own, on stage: inout Stage) -> [Effect] {
    let story = selected(on: stage)
    switch action {
    case .add: return [.notebook(.fillIn(Item(Story())))]
    case .open: return story.map { [.notebook(.read(Item($0)))] } ?? []
    case .edit: return story.map { [.notebook(.fillIn(Item($0)))] } ?? []
    case .editor: return story.map { [.notebook(.edit(Item($0)))] } ?? []
    case .told: return story.map { toggleTold($0, on: &stage) } ?? []
    case .practise:
      guard let story, !story.fits.isEmpty else { return [] }
      var request = stage.daily
      request.ask(for: Set(story.fits.keys))
      request.cards = 1
      request.minutes = nil
      return [.startSession(request)]
    case .employer:
      let names = stage.notebook.employers.map(\.name)
      employer = names.next(after: employer) ?? names.first
    case .copy: return story.map { stage.copy($0.asTold) } ?? []
    case .search: list.search.isTyping = true
    case .nextFamily: family = min(family + 1, stage.families.count - 1)
    case .familyBefore: family = max(family - 1, 0)
    case .filter:
      defer { filter = Filter.allCases.next(after: filter) ?? .all }
      if filter == Filter.allCases.last { return [.loadDeleted] }
    case .delete: list.doomed = story.map { (Item($0), $0.title) }
    }
    return []
  }

  /// Marks a story as told in the latest round that has begun, or takes such a mark back.
  private func toggleTold(_ story: Kept<Story>, on stage: inout Stage) -> [Effect] {
    guard let round = stage.latestRound(with: employer) else {
      stage.sayProblem("No round has taken place yet in which you could have told it.")
      return []
    }
    let notebook = stage.notebook
    let marks = notebook.tellings.filter { $0.story == story.id && $0.interview == round.id }
    if let mark = marks.first { return [.notebook(.delete(Item(mark)))] }
    if notebook.entries(of: round.id).contains(where: { $0.story == story.id }) {
      stage.say("The log of round \(round.round) says that it was told.")
      return []
    }
    let telling = Telling(story: story.id, interview: round.id)
    let note = "Told to \(round.employer) in round \(round.round)."
    return [.notebook(.keep([Item(telling)], note: note))]
  }

  static func opened(by outcome: Outcome, on stage: Stage) -> Self? {
    guard case .notebook(.opened(let open, .stories)) = outcome else { return nil }
    return Self(employer: open.likelyEmployer(at: stage.now))
  }

  mutating func settle(on stage: Stage) {
    employer = employer ?? stage.notebook.employers.last?.name
    list.position.settle(
      count: rows(of: matrix(on: stage)).count,
      height: MatrixLayout(stage.frame, families: stage.families).height)
  }

  /// The rows shown, of the whole matrix.
  func rows(of matrix: StoryMatrix) -> [StoryMatrix.Row] {
    matrix.rows.filter { row in
      let isWanted =
        switch filter {
        case .all: true
        case .untold: row.timesTold == 0
        case .told: row.timesTold > 0
        }
      return isWanted && list.search.finds(row.story.title + " " + row.story.headline)
    }
  }

  func matrix(on stage: Stage) -> StoryMatrix {
    StoryMatrix(stage.notebook, families: stage.families, employer: employer)
  }

  /// The story the person is on; nil when none is shown.
  private func selected(on stage: Stage) -> Kept<Story>? {
    rows(of: matrix(on: stage)).selected(list.position)?.story
  }
}
