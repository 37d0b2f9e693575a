import Campaign
import Decks
import Scheduler
import Screen

/// The log of a round, right after it: first everything that comes back, then how it went.
///
/// Each line and each answer is on its way to the disk before the next is asked for, so the log can
/// be left at any time and gone on with later.
struct LogScreen: ScreenModel {
  let interview: Kept<Interview>
  private(set) var step = Step.recall
  private(set) var field: TextEditor
  /// When what stands in the field goes to the disk.
  private(set) var clock = SaveClock()
  /// Whether something of the field is on disk.
  private(set) var isDraftStored = false
  /// What the person is asked before all of it goes; nil while they are not.
  var asked: String?
  /// Where one is in a list to choose from.
  var position = ListPosition()

  enum Step: Equatable {
    /// Free recall of the questions, one a line.
    case recall
    case story(Kept<LogEntry>)
    case family(Kept<LogEntry>)
    case pressed(Kept<LogEntry>)
    case pressedOn(Kept<LogEntry>)
    /// The last thing said of a question: until then it is one to go on with.
    case landed(Kept<LogEntry>)
    case doubts, promises, thanks, notAsked, next
  }

  init(_ interview: Kept<Interview>, in frame: Frame) {
    self.interview = interview
    field = TextEditor(size: Size(width: max(1, frame.textWidth - 2), height: 1))
  }

  // MARK: - Going on

  mutating func go(to step: Step) {
    self.step = step
    position = ListPosition()
    field = TextEditor(size: field.size)
    clock.saved()
  }

  /// Changes what stands in the field; it goes to the disk in a while.
  mutating func write(at time: Timestamp, _ change: (inout TextEditor) -> Void) {
    let before = field.text
    change(&field)
    if field.text != before { clock.changed(at: time) }
  }

  /// Goes on with a line that is on disk as a draft; `isChanged` says whether lines above it go.
  mutating func resume(_ line: String, isChanged: Bool, at time: Timestamp) {
    field.paste(line)
    isDraftStored = true
    if isChanged { clock.changed(at: time) }
  }

  /// What stood in the field is on disk as a draft.
  mutating func saved(_ texts: [String]) {
    clock.saved()
    isDraftStored = !texts.joined().isEmpty
  }

  /// The next question of which nobody has said how it landed, or the part after them.
  ///
  /// - Parameters:
  ///   - notebook: what was said so far.
  ///   - done: one that was gone through just now; nil to begin with the first.
  mutating func goToNextEntry(_ notebook: Notebook, after done: Kept<LogEntry>? = nil) {
    let entries = notebook.entries(of: interview.id)
    let next = done.flatMap { done in entries.firstIndex { $0.id == done.id } }.map { $0 + 1 } ?? 0
    let waiting = entries.dropFirst(next).first { $0.landed == nil }
    go(to: waiting.map { .story($0) } ?? .doubts)
    guard let waiting, let index = notebook.stories.firstIndex(where: { $0.id == waiting.story })
    else { return }
    position.select(index + 1)
  }

  /// Asks for the family, with the one selected that is most likely meant: the one that the story
  /// shows best.
  mutating func goToFamily(of entry: Kept<LogEntry>, _ notebook: Notebook, _ families: [Family]) {
    go(to: .family(entry))
    let fits = notebook.story(entry.story)?.fits ?? [:]
    let best = families.indices.filter { fits[families[$0].code] != nil }
      .min { (fits[families[$0].code] ?? .stretch) < (fits[families[$1].code] ?? .stretch) }
    let likely = entry.family == nil ? best : families.firstIndex { $0.code == entry.family }
    position.select(likely.map { $0 + 1 } ?? 0)
  }

  mutating func settle(on stage: Stage) {
    guard let choices = choices(on: stage) else { return }
    position.settle(
      count: choices.count, height: stage.frame.height(under: page(in: stage.frame)))
  }
}
