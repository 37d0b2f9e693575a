import Campaign
import Decks
import Screen

/// The stories against the families: what is there, what was told, what is missing.
struct StoriesScreen: Equatable {
  /// To whom stories count as told; nil if there is no employer.
  var employer: String?
  var position = ListPosition()
  var filter = Filter.all
  var search = Search()
  /// A story that is about to be deleted.
  var doomed: Kept<Story>?

  enum Filter: String, CaseIterable { case all, untold, told }

  enum Action: Sendable { case open, edit, add, delete, told, employer, search, filter }

  static let keys: [Binding<Action>] = [
    Binding(.enter, action: .open, footer: "open", help: "Read the story"),
    Binding(.character("a"), action: .add, footer: "add", help: "Add a story, in your editor"),
    Binding(
      .character("e"), action: .edit, footer: "edit", help: "Edit the story in your editor"),
    Binding(
      .character("t"), action: .told, footer: "told",
      help: "Mark the story as told to this employer in the latest round, or take the mark back"),
    Binding(
      .character("o"), action: .employer, footer: "other employer",
      help: "See what another employer has heard"),
    Binding(.character("/"), action: .search, footer: "search", help: "Search the stories"),
    Binding(
      .character("f"), action: .filter, footer: "filter",
      help: "Only those told, only those untold, all"),
    Binding(.character("D"), action: .delete, footer: "delete", help: "Delete the story; it asks"),
  ]

  /// The keys that do something in the list as it is.
  func keys(_ notebook: Notebook, _ families: [Family]) -> [Binding<Action>] {
    let hasSelected = selected(notebook, families) != nil
    return Self.keys.filter { binding in
      switch binding.action {
      case .add: true
      case .open, .edit, .told, .delete: hasSelected
      case .employer: notebook.employers.count > 1
      case .search, .filter: !notebook.stories.isEmpty
      }
    }
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
      return isWanted && search.finds(row.story.title + " " + row.story.headline)
    }
  }

  func matrix(_ notebook: Notebook, _ families: [Family]) -> StoryMatrix {
    StoryMatrix(notebook, families: families, employer: employer)
  }

  /// The story the person is on; nil when none is shown.
  func selected(_ notebook: Notebook, _ families: [Family]) -> Kept<Story>? {
    let rows = rows(of: matrix(notebook, families))
    return rows.indices.contains(position.selected) ? rows[position.selected].story : nil
  }
}
