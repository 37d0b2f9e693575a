import Campaign
import Screen

/// A list of what is written down: it is searched as one types, and asks before it deletes.
protocol NotebookList: ScreenModel where Action == ListAction<Own> {
  /// What can be done in this list beside that.
  associatedtype Own: Sendable

  var list: ListState { get set }
  /// The keys of the list.
  var ownKeys: [Binding<Own>] { get }
  /// Why one of them does nothing in the list as it is; nil if it does something.
  func obstacle(to action: Own, on stage: Stage) -> String?
  mutating func perform(_ action: Own, on stage: inout Stage) -> [Effect]
}

/// How a list of what is written down stands.
struct ListState {
  var position = ListPosition()
  var search = Search()
  /// What is about to be deleted, and what it is called.
  var doomed: (item: Item, title: String)?
}

/// What is done in a list of what is written down.
enum ListAction<Own: Sendable>: Sendable {
  case own(Own)
  case move(ListMove)
  case type(LineAction)
  case answer(DeletingAnswer)
}

/// The answer to whether something is to be deleted.
enum DeletingAnswer: Sendable {
  case yes, no

  static let keys = keys(deleting: "delete it")

  /// The keys, with what it is called for which the person is asked.
  static func keys(deleting word: String) -> [Binding<DeletingAnswer>] {
    [
      Binding(
        "y", action: .yes, footer: word,
        help: "\(word.prefix(1).uppercased())\(word.dropFirst())"),
      Binding("n", .escape, .enter, action: .no, footer: "keep it", help: "Keep it"),
    ]
  }
}

extension NotebookList {
  func keys(on stage: Stage) -> [Binding<Action>] {
    if list.doomed != nil { return DeletingAnswer.keys.mapped(Action.answer) }
    if list.search.isTyping { return Search.keys.mapped(Action.type) }
    return ListMove.keys.mapped(Action.move) + offeredKeys(on: stage).mapped(Action.own)
  }

  private func offeredKeys(on stage: Stage) -> [Binding<Own>] {
    ownKeys.obstructed { obstacle(to: $0, on: stage) }
  }

  func hints(on stage: Stage) -> [KeyHint] {
    if list.doomed != nil || takesText { return keys(on: stage).hints() }
    return offeredKeys(on: stage).hints() + ListMove.keys.hints()
  }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .own(let action): return perform(action, on: &stage)
    case .move(let move): list.position.move(move)
    case .type(let action): list.search.edit(action)
    case .answer(let answer):
      defer { list.doomed = nil }
      if answer == .yes, let item = list.doomed?.item { return [.notebook(.delete(item))] }
    }
    return []
  }

  var takesText: Bool { list.search.isTyping }

  mutating func type(_ key: Key, on stage: inout Stage) -> [Effect]? {
    // What is asked has to be answered first.
    if list.doomed != nil { return [] }
    guard takesText, case .character(let character) = key else { return nil }
    list.search.query.append(character)
    return []
  }

  var question: Notice? {
    list.doomed.map { Notice(text: "Delete “\($0.title)”?", isProblem: true) }
  }
}

extension Search {
  /// What is looked for, for the end of a header.
  var words: String { query.isEmpty ? "" : " · “\(query)”" }
}

extension Frame {
  /// Draws what is looked for in a row of its own, while it is typed.
  func drawSearch(_ search: Search, y: Int, on canvas: inout Canvas) {
    guard search.isTyping else { return }
    canvas.fill(x: 0, y: y, width: size.width, style: .plain)
    let end = canvas.draw("/\(search.query)".truncated(to: size.width - 3), x: 1, y: y)
    canvas.focus = (end, y)
    canvas.isCursorShown = true
  }
}
