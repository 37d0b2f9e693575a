import Campaign
import Decks
import Practice
import Screen

/// What an import would bring in, row by row, before anything is kept: each is sorted otherwise, reworded
/// or left out, and all that is taken is taken at once.
struct ImportScreen: ScreenModel {
  private(set) var proposal: ImportProposal
  /// Whether the lines are shown that were passed over.
  private(set) var isAtPassedOver: Bool
  private(set) var found = ListPosition()
  private(set) var passedOver = ListPosition()
  /// What a row is sorted by, while that is looked for.
  private(set) var choice: ChoiceBox?
  /// The wording of a row, while it is typed.
  private(set) var wording: String?
  /// The rows that were changed, as each was before, the last at the end.
  private var changes: [(index: Int, entry: ImportEntry)] = []
  /// Whether it was said that some are guesses.
  private var hasSaidGuesses = false
  /// Whether what was found has been shown, so that there is something to go back to.
  private var hasShownFound: Bool
  /// Whether it was said that what was changed here goes.
  private var hasSaidLoss = false

  init(_ proposal: ImportProposal) {
    self.proposal = proposal
    let isDoubtful = !proposal.doubt.isEmpty && proposal.entries.contains { $0.sort != nil }
    (isAtPassedOver, hasShownFound) = (isDoubtful, !isDoubtful)
  }

  enum Action: Equatable, Sendable {
    case takeAll, next, before, toggle, otherList, find, reword, figures, undo, leave
    case move(ListMove)
    case type(LineAction)
  }

  private static let keys: [Binding<Action>] =
    [
      Binding(
        .enter, action: .takeAll, footer: "import",
        help: "Import what is not left out; of what was passed over, go to what was found"),
      Binding(
        .right, action: .next, footer: "← sort", help: "Put the row under the next one"),
      Binding(.left, action: .before, help: "Put the row under the one before"),
      Binding(
        " ", action: .toggle, footer: "leave out",
        help: "Leave the row out or take it; make a question of a line that was passed over"),
      Binding(
        "l", action: .otherList, footer: "passed over",
        help: "The lines that were passed over, and back"),
      Binding(
        "/", action: .find, footer: "find",
        help: "Type letters to find a family or competency for the row"),
      Binding(
        "e", action: .reword, footer: "reword", help: "Write the question or title otherwise"),
      Binding("f", action: .figures, help: "Leave the proposed figures of a story, or take them"),
      Binding("u", action: .undo, help: "Take back what was changed here last"),
      Binding(
        .escape, action: .leave, footer: "back",
        help: "Out of the lines that were passed over; then out of the import, and nothing is kept"),
    ] + ListMove.keys.mapped(Action.move)

  private static let lineKeys = LineAction.keys(
    done: ("take it", "Take what is typed or chosen"),
    cancel: ("leave it", "Leave the row as it was")
  ).mapped(Action.type)

  static let help = [
    HelpSection("Import: before anything is kept", keys.hints()),
    HelpSection("A row of an import, reworded or sorted", lineKeys.hints()),
  ]

  var helpTitle: String { takesText ? Self.help[1].title : Self.help[0].title }

  static func opened(by outcome: Outcome, on stage: Stage) -> Self? {
    guard case .importProposal(let proposal) = outcome else { return nil }
    return Self(proposal)
  }

  func keys(on stage: Stage) -> [Binding<Action>] {
    guard !takesText else {
      // The box has letters of its own to delete.
      return Self.lineKeys.filter { choice == nil || [.enter, .escape].contains($0.keys[0]) }
    }
    return Self.keys.map { binding in
      var binding = binding
      switch binding.action {
      case .takeAll:
        binding.footer =
          isAtPassedOver ? "the \(proposal.noun.many)" : "import \(takenCount)"
      case .next, .before, .find, .reword:
        if isAtPassedOver {
          binding.obstacle = "That is for the \(proposal.noun.many); l shows them."
        }
      case .figures where isAtPassedOver || !hasFigures:
        binding.obstacle = "No figures are proposed for it."
      case .toggle where isAtPassedOver:
        if !offersLines { binding.obstacle = "No \(proposal.noun.one) can be made of it." }
        binding.footer = "a \(proposal.noun.one) after all"
      case .toggle: if selected?.isTaken == false { binding.footer = "take it" }
      case .otherList:
        if !proposal.entries.contains(where: { $0.sort != nil }) {
          binding.obstacle = "Nothing was passed over."
        }
        if isAtPassedOver { binding.footer = nil }
      default: break
      }
      return binding
    }
  }

  var takesText: Bool { choice != nil || wording != nil }

  // MARK: - Rows

  /// The rows of the list that is shown, as places among all entries.
  var rows: [Int] {
    proposal.entries.indices.filter {
      isAtPassedOver ? proposal.entries[$0].sort != nil : proposal.entries[$0].isFound
    }
  }

  private var selectedIndex: Int? { rows.selected(isAtPassedOver ? passedOver : found) }
  var selected: ImportEntry? { selectedIndex.map { proposal.entries[$0] } }
  var takenCount: Int { proposal.entries.count { $0.isTaken } }
  private var hasFigures: Bool { proposal.entries.contains { !$0.figures.isEmpty } }
  private var offersLines: Bool {
    proposal.entries.contains { $0.sort != nil && $0.isOffered }
  }

  /// Changes the row that is on, so that it can be taken back.
  private mutating func change(_ body: (inout ImportEntry) -> Void) {
    guard let index = selectedIndex else { return }
    let before = proposal.entries[index]
    body(&proposal.entries[index])
    if proposal.entries[index] != before { changes.append((index, before)) }
  }

  private mutating func sort(by word: String) {
    change {
      guard $0.choice != word else { return }
      ($0.choice, $0.why, $0.reason, $0.isGuess) = (word, "you", "as you say", false)
    }
  }

  // MARK: - Keys

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .takeAll: return takeAll(on: &stage)
    case .next, .before:
      var box = ChoiceBox(proposal.options, word: selected?.choice ?? "")
      _ = box.handle(action == .next ? .right : .left)
      sort(by: box.word)
    case .toggle: toggle(on: &stage)
    case .otherList:
      isAtPassedOver.toggle()
      hasShownFound = true
    case .find: choice = ChoiceBox(proposal.options, word: selected?.choice ?? "")
    case .reword: wording = selected?.text
    case .figures:
      guard selected?.figures.isEmpty == false else { break }
      change { $0.keepsFigures.toggle() }
    case .leave: return leave(on: &stage)
    case .undo:
      guard let (index, entry) = changes.popLast() else {
        stage.say("Nothing was changed here.")
        break
      }
      proposal.entries[index] = entry
      if let row = rows.firstIndex(of: index) { select(row) }
    case .move(let move):
      if isAtPassedOver { passedOver.move(move) } else { found.move(move) }
    case .type(let action): edit(action, on: &stage)
    }
    return []
  }

  /// Back to what was found; from there out, asked once where something would be lost.
  private mutating func leave(on stage: inout Stage) -> [Effect] {
    guard !isAtPassedOver || !hasShownFound else {
      isAtPassedOver = false
      return []
    }
    guard changes.isEmpty || hasSaidLoss else {
      hasSaidLoss = true
      stage.say("Esc again leaves: what you changed here is not kept.")
      return []
    }
    stage.go(.leave)
    return []
  }

  private mutating func select(_ row: Int) {
    if isAtPassedOver { passedOver.select(row) } else { found.select(row) }
  }

  private mutating func takeAll(on stage: inout Stage) -> [Effect] {
    guard !isAtPassedOver else {
      (isAtPassedOver, hasShownFound) = (false, true)
      return []
    }
    guard takenCount > 0 else {
      stage.say("All is left out. Esc leaves, and nothing is kept.")
      return []
    }
    let guesses = proposal.entries.count { $0.isTaken && $0.isGuess }
    guard guesses == 0 || hasSaidGuesses else {
      hasSaidGuesses = true
      let words = guesses == 1 ? "1 row with ? is a guess" : "\(guesses) rows with ? are guesses"
      stage.say("\(words): Enter again takes \(guesses == 1 ? "it" : "them").")
      return []
    }
    return [.takeImport(proposal.entries)]
  }

  private mutating func toggle(on stage: inout Stage) {
    guard let entry = selected else { return }
    guard entry.isOffered else {
      stage.say("That line makes no \(proposal.noun.one).")
      return
    }
    change { $0.isTaken.toggle() }
  }

  private mutating func edit(_ action: LineAction, on stage: inout Stage) {
    switch action {
    case .cancel: (choice, wording) = (nil, nil)
    case .done:
      if let choice { sort(by: choice.word) }
      if let words = wording?.trimmed {
        guard !words.isEmpty else {
          stage.say("It needs a text; Space leaves the row out.")
          return
        }
        change { $0.text = words }
      }
      (choice, wording) = (nil, nil)
    default: wording?.edit(action)
    }
  }

  mutating func type(_ key: Key, on stage: inout Stage) -> [Effect]? {
    if choice != nil { return choice?.handle(key) == true ? [] : nil }
    guard wording != nil, case .character(let character) = key else { return nil }
    wording?.append(character)
    return []
  }

  mutating func paste(_ text: String, on stage: inout Stage) -> [Effect] {
    wording? += text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return []
  }

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    guard case .imported(let words) = outcome else { return nil }
    stage.say(words)
    stage.go(.leave)
    return []
  }

  mutating func settle(on stage: Stage) {
    let layout = ImportLayout(self, on: stage)
    let all = rows.count
    if isAtPassedOver {
      passedOver.settle(count: all, height: layout.height)
    } else {
      found.settle(count: all, height: layout.height)
    }
  }

  func view(on canvas: inout Canvas, _ stage: Stage) {
    ImportLayout(self, on: stage).draw(on: &canvas)
  }
}
