import Campaign
import Decks
import Practice
import Scheduler
import Screen

/// Something of the notebook to be filled in: one field open, the others a line each.
///
/// What the fields are and how they are filled in comes with the form, so that there is one screen for
/// all sorts of things.
struct FormScreen: ScreenModel {
  /// The form as it was opened, with what was left in it the last time.
  private let form: OpenForm
  private(set) var fields: [FieldEditor]
  /// What the fields said before anybody wrote in them here.
  private let starts: [String]
  /// The field that is open.
  private(set) var focus: Int
  private var clock = SaveClock()
  /// Whether the person is asked if what is typed is to go.
  private var isAsked = false
  /// What is on its way to be kept; nil while nothing is.
  private var sent: Sent?

  private enum Sent { case form, editor }

  enum Action: Sendable {
    case keep, next, before, enter, editor, discard
    case answer(DeletingAnswer)
  }

  private static let keys: [Binding<Action>] = [
    Binding(.control("d"), action: .keep, footer: "keep", help: "Keep it"),
    Binding(.tab, action: .next, footer: "next field", help: "The next field"),
    discarding(.discard),
    Binding(.backTab, action: .before, footer: "field before", help: "The field before"),
    Binding(
      .control("x"), action: .editor, footer: "in your editor",
      help: "Go on with it in your editor, as text"),
    Binding(
      .enter, action: .enter,
      help: "The next line or field; in the last field, if it is one line, keep it"),
  ]

  /// The key by which what is typed goes.
  static func discarding<Other>(_ action: Other) -> Binding<Other> {
    Binding(
      .control("r"), action: action, footer: "throw away",
      help: "Throw away what you typed here; it asks once")
  }

  /// What is asked before it goes.
  static let discardingQuestion = Notice(
    text: "Throw away what you typed here and did not keep?", isProblem: true)

  /// What was asked is answered, where nothing else can be done.
  private static let answerKeys = DeletingAnswer.keys(deleting: "throw it away")
    .mapped(Action.answer)

  /// The keys that are no commands of the table.
  private static let others: [KeyHint] =
    [
      KeyHint(
        keys: [Key.right.name, Key.left.name], help: "Choose, where there is something to choose"),
      KeyHint(
        keys: ["a…z"], help: "Find what to choose by its letters, or write, where one writes"),
      KeyHint(
        keys: [Key.down.name, Key.up.name],
        help: "The next line, row or field, and the one before"),
      KeyHint(
        keys: [Key.control("k").name],
        help: "Delete to the end of the line; where there are rows, take an empty one away"),
      KeyHint(keys: [Key.escape.name], help: "Back; what you typed is there next time"),
    ] + EditAction.hintsInForms.filter { $0.keys != [Key.control("k").name] }

  static let help = [HelpSection("A form", keys.hints() + others)]

  init(_ form: OpenForm, draft: [String]) {
    var form = form
    form.take(draft: draft)
    self.form = form
    fields = form.fields.map { FieldEditor($0, text: $0.text) }
    starts = fields.map(\.text)
    focus = min(form.first, max(0, fields.count - 1))
  }

  static func opened(by outcome: Outcome, on stage: Stage) -> Self? {
    guard case .notebook(.form(let form, let draft)) = outcome else { return nil }
    return Self(form, draft: stage.unsaved.draft(of: form.draftID) ?? draft)
  }

  /// The form with what is written in it; a field in which nobody wrote is exactly what it was.
  var filled: OpenForm {
    var filled = form
    for index in fields.indices where fields[index].text != starts[index] {
      let text = fields[index].text
      // Nothing but blanks is nothing.
      filled.fields[index].text = text.isBlank ? "" : text
    }
    return filled
  }

  func keys(on stage: Stage) -> [Binding<Action>] { isAsked ? Self.answerKeys : Self.keys }

  func hints(on stage: Stage) -> [KeyHint] {
    guard !isAsked else { return Self.answerKeys.hints() }
    var keys = Self.keys
    // In the footer there is room for what can be done now.
    if let index = keys.firstIndex(where: { $0.keys == [.control("r")] }) {
      if !filled.isChanged {
        keys[index].footer = nil
      } else if stage.frame.isNarrow {
        keys.swapAt(1, index)
      }
    }
    return keys.hints() + Self.others
  }

  // MARK: - Writing

  var takesText: Bool { !isAsked }

  var question: Notice? { isAsked ? Self.discardingQuestion : nil }

  mutating func type(_ key: Key, on stage: inout Stage) -> [Effect]? {
    // What is asked has to be answered first.
    guard !isAsked else { return [] }
    // As in every text, also where nothing is typed.
    let arrows: [Key: Key] = [.control("n"): .down, .control("p"): .up]
    let key = arrows[key] ?? key
    if write(at: stage.now.time, { $0.handle(key) }) { return [] }
    switch key {
    case .down: move(to: focus + 1)
    case .up: move(to: focus - 1)
    case .character: break
    default: return nil
    }
    return []
  }

  mutating func paste(_ text: String, on stage: inout Stage) -> [Effect] {
    guard !isAsked else { return [] }
    _ = write(at: stage.now.time) {
      $0.paste(text)
      return true
    }
    return []
  }

  /// Changes the open field; what it implies for others follows.
  private mutating func write(
    at time: Timestamp, _ change: (inout FieldEditor) -> Bool
  ) -> Bool {
    let before = fields[focus]
    let isMeant = change(&fields[focus])
    guard fields[focus].text != before.text else { return isMeant }
    fields[focus].fault = nil
    clock.changed(at: time)
    if case .choice(let old) = before.state, case .choice(let new) = fields[focus].state {
      imply(new.option?.implied ?? [:], insteadOf: old.option?.implied ?? [:])
    }
    return isMeant
  }

  /// Writes into other fields what a choice says of them, unless somebody has written there.
  private mutating func imply(_ new: [String: String], insteadOf old: [String: String]) {
    for index in fields.indices {
      let field = fields[index].field
      let usual = field.initial
      guard fields[index].text == old[field.key] ?? usual else { continue }
      let text = new[field.key] ?? usual
      if text != fields[index].text { fields[index].write(text) }
    }
  }

  mutating func open(field: Int, on stage: inout Stage) { move(to: field) }

  private mutating func move(to place: Int) {
    guard fields.indices.contains(place) else { return }
    let isBack = place < focus
    focus = place
    fields[focus].enter(fromEnd: isBack)
  }

  // MARK: - Going on

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .next:
      if !fields[focus].handle(.tab) { move(to: (focus + 1) % fields.count) }
    case .before:
      if !fields[focus].handle(.backTab) { move(to: (focus + fields.count - 1) % fields.count) }
    case .enter:
      if write(at: stage.now.time, { $0.handle(.enter) }) { break }
      if focus == fields.count - 1 { return keep() }
      move(to: focus + 1)
    case .keep: return keep()
    case .editor:
      sent = .editor
      return [.notebook(.editForm(filled))]
    case .discard:
      isAsked = filled.isChanged
      if !isAsked { stage.say("There is nothing to throw away: all that stands here is kept.") }
    case .answer(.no): isAsked = false
    case .answer(.yes):
      isAsked = false
      stage.say(form.isNew ? "Thrown away." : "Thrown away: it is as it was.")
      return left(on: &stage)
    }
    return []
  }

  private mutating func keep() -> [Effect] {
    sent = .form
    return [.notebook(.keepForm(filled))]
  }

  mutating func close(on stage: inout Stage) -> [Effect]? {
    stage.go(.leave)
    if filled.isChanged { stage.say("Not kept yet: what you typed is there next time.") }
    return clock.unsavedSince == nil ? [] : [.keepDraft(filled.draft, of: form.draftID)]
  }

  var typedText: UnsavedText? { UnsavedText(card: form.draftID, texts: filled.draft) }

  func nextSave(after time: Timestamp) -> Int? { clock.nextSave(after: time) }

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    switch outcome {
    case .draftKept(_, form.draftID): clock.saved()
    case .failed: sent = nil
    case .practice(.noteChanged(let card, let text))
    where sent != nil && (form.item.thing as? CardNote)?.card == card:
      stage.say(text == nil ? "There is no note on it now." : "The note is kept. u takes it back.")
      return left(on: &stage)
    case .notebook(.faults(let faults)) where sent != nil:
      sent = nil
      mark(faults)
    case .notebook(.changed(_, let note)) where sent != nil:
      // The editor was left as it was, so one goes on here.
      let isLeft = sent == .editor && note == nil
      sent = nil
      if isLeft { break }
      return left(on: &stage)
    default: return nil
    }
    return []
  }

  /// Leaves it once it is kept; the draft goes.
  private mutating func left(on stage: inout Stage) -> [Effect] {
    sent = nil
    stage.go(.leave)
    clock.saved()
    return [.keepDraft([], of: form.draftID)]
  }

  /// Says at each field what is wrong with it, and opens the first.
  private mutating func mark(_ faults: [FormFault]) {
    for index in fields.indices {
      fields[index].fault = faults.first { $0.field == index }?.message
    }
    guard let first = faults.min(by: { $0.field < $1.field }), fields.indices.contains(first.field)
    else { return }
    focus = first.field
    fields[focus].enter(fromEnd: true, row: first.row)
  }

  mutating func settle(on stage: Stage) {
    let layout = FormLayout(fields, focus: focus, in: stage.frame)
    let frame = stage.frame
    fields[focus].layOut(
      width: fields[focus].isBox ? frame.textWidth : layout.valueWidth,
      height: layout.openHeight, isNarrow: frame.isNarrow)
  }

  // MARK: - Looks

  func view(on canvas: inout Canvas, _ stage: Stage) {
    let filled = filled
    stage.frame.drawHeader(title(of: filled), state(of: filled, in: stage.frame), on: &canvas)
    FormLayout(fields, focus: focus, in: stage.frame).draw(fields, stage, on: &canvas)
  }

  private func title(of filled: OpenForm) -> String {
    let own = zip(filled.fields, fields).first { $0.0.key != "employer" && $0.1.isLine }?.0.text
    let line = (own ?? "").trimmed
    return filled.heading.contains(line) ? filled.heading : [filled.heading, line].inOneLine
  }

  /// Whether it is kept, and how long what is said of it takes aloud.
  private func state(of filled: OpenForm, in frame: Frame) -> String {
    let words = fields.reduce(0) { $0 + $1.toldWords }
    let seconds = SpeakingPace.seconds(words: words)
    let aloud =
      words == 0 ? "" : "about \(DateText.clock(milliseconds: Int(seconds.rounded()) * 1000)) aloud"
    let isKept = filled.isChanged ? "not kept yet" : ""
    return frame.isNarrow && !aloud.isEmpty ? aloud : [isKept, aloud].inOneLine
  }
}
