import Practice
import Screen

/// What was changed on two machines, one after the other, with all wordings; one is kept, or another written.
struct WordingsScreen: ScreenModel {
  private(set) var conflicts: [WordingConflict]
  private(set) var index = 0
  private var scroll = 0
  /// The field in which another wording is written.
  private var editor: TextEditor?
  /// What was written for each and not kept yet.
  private var written: [Int: String] = [:]

  init(_ conflicts: [WordingConflict]) { self.conflicts = conflicts }

  enum Action: Sendable {
    case keep(Int)
    case write, next, before, done, cancel
    case scroll(ListMove)
  }

  private static let keys: [Binding<Action>] =
    (1...9).map { number in
      Binding(
        Key.character(Character("\(number)")), action: .keep(number - 1),
        footer: number == 1 ? "2 keep that one" : nil,
        help: "Keep the wording of that number, for all your machines",
        group: KeyGroup(help: "Keep the wording of that number, for all your machines", shown: 9))
    } + [
      Binding("e", action: .write, footer: "write another", help: "Write it in yet another way"),
      Binding(.right, action: .next, footer: "next", help: "The next that was changed on two"),
      Binding(.left, action: .before, help: "The one before it"),
    ] + ListMove.scrollKeys(inFooter: 0).mapped(Action.scroll)

  private static let writingKeys: [Binding<Action>] = [
    Binding(
      .control("d"), action: .done, footer: "keep", help: "Keep what is written in their place"),
    Binding(.escape, action: .cancel, footer: "leave it", help: "Leave it; both stay"),
  ]

  static let help = [
    HelpSection("Two wordings", keys.hints()),
    HelpSection("Another wording", writingKeys.hints()),
  ]

  var helpTitle: String { takesText ? Self.help[1].title : Self.help[0].title }

  static func opened(by outcome: Outcome, on stage: Stage) -> Self? {
    if case .conflicts(let conflicts, _) = outcome { Self(conflicts) } else { nil }
  }

  private var conflict: WordingConflict? {
    conflicts.indices.contains(index) ? conflicts[index] : nil
  }

  func keys(on stage: Stage) -> [Binding<Action>] {
    guard editor == nil else { return Self.writingKeys }
    return Self.keys.obstructed { action in
      switch action {
      case .keep(let place) where place >= conflict?.wordings.count ?? 0:
        "No wording has that number."
      case .write where conflict?.isText != true: "Only a text can be written in another way."
      case .next where conflicts.count < 2, .before where conflicts.count < 2:
        "There is no other."
      default: nil
      }
    }
  }

  var takesText: Bool { editor != nil }
  var changesCards: Bool { true }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .keep(let place): return conflict.map { [.settle($0, by: .keep(place))] } ?? []
    case .write:
      let text = written[index] ?? conflict?.wordings.first?.text ?? ""
      editor = TextEditor(
        text, size: Size(width: stage.frame.textWidth, height: Self.writingRows))
    case .next, .before:
      let step = { if case .next = action { 1 } else { -1 } }()
      index = (index + step + conflicts.count) % max(1, conflicts.count)
      scroll = 0
    case .done:
      guard let editor, let conflict else { break }
      guard !editor.text.trimmed.isEmpty else {
        stage.say("It is empty; 1 and 2 keep one that is there.")
        break
      }
      return [.settle(conflict, by: .write(editor.text))]
    case .cancel:
      written[index] = editor?.text
      self.editor = nil
    case .scroll(let move):
      let page = WordingsPage(conflict, stage.frame)
      scroll = min(
        max(0, scroll + move.rows(page: stage.frame.height())),
        max(0, page.lines.count - stage.frame.height()))
    }
    return []
  }

  mutating func type(_ key: Key, on stage: inout Stage) -> [Effect]? {
    guard var editor else { return nil }
    defer { self.editor = editor }
    return editor.handle(key) ? [] : nil
  }

  mutating func paste(_ text: String, on stage: inout Stage) -> [Effect] {
    editor?.paste(text)
    return []
  }

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    switch outcome {
    case .conflicts(let conflicts, let words):
      let isOther = conflicts != self.conflicts
      self.conflicts = conflicts
      index = min(index, max(0, conflicts.count - 1))
      if isOther { (scroll, editor, written) = (0, nil, [:]) }
      if let words { stage.say(words) }
    case .tookBack: return [.loadConflicts]
    default: return nil
    }
    return []
  }

  mutating func settle(on stage: Stage) {
    guard editor != nil else { return }
    let page = WordingsPage(conflict, stage.frame, isWriting: true)
    let room = room(stage.frame, below: page)
    editor?.layOut(in: room)
  }

  /// The room of what is written, below the wordings that are there.
  private func room(_ frame: Frame, below page: WordingsPage) -> Size {
    Size(width: frame.textWidth, height: max(1, frame.height() - height(of: page, frame) - 1))
  }

  /// Rows of the field and the wordings that are there, as many as leave room to write.
  private func height(of page: WordingsPage, _ frame: Frame) -> Int {
    max(1, min(page.lines.count, frame.height() - Self.writingRows - 1))
  }

  private static let writingRows = 4

  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    let count = conflict?.wordings.count ?? 2
    frame.drawHeader(
      count > 2 ? "\(count) wordings" : "Two wordings",
      conflicts.isEmpty ? "" : "\(index + 1) of \(conflicts.count)", on: &canvas)
    if let editor {
      let page = WordingsPage(conflict, frame, isWriting: true)
      let above = height(of: page, frame)
      page.draw(from: 0, height: above, on: &canvas)
      let y = frame.top + above + 1
      canvas.draw("▸", x: frame.left - 2, y: y, style: .bold)
      editor.draw(on: &canvas, x: frame.left, y: y, size: room(frame, below: page), hasFocus: true)
      return
    }
    WordingsPage(conflict, frame).draw(from: scroll, height: frame.height(), on: &canvas)
  }
}

extension WordingConflict {
  /// `The story “The refund”, first line`.
  var heading: String {
    let title = title.prefix(1).uppercased() + title.dropFirst()
    return field.isEmpty ? title : "\(title), \(field)"
  }
}
