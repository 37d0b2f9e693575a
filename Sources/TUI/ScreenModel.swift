import Campaign
import Practice
import Scheduler
import Screen

/// A screen: a value with its state, its keys, what they do to it, and how it looks.
///
/// What all screens share stands on the ``Stage``; a screen that is in the list of ``Screens`` has
/// its place in the help and is opened by its outcomes. All but the first four have a default.
protocol ScreenModel: Sendable {
  associatedtype Action: Sendable

  /// The sections of the help that are about it.
  static var help: [HelpSection] { get }
  /// The title of the one of them that is about what is done now.
  var helpTitle: String { get }
  /// The keys that mean something now.
  func keys(on stage: Stage) -> [Binding<Action>]
  /// Does what a key means, and says what is to be done outside.
  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect]
  /// Draws all but the footer and the notice.
  func view(on canvas: inout Canvas, _ stage: Stage)

  /// The screen that an outcome opens which none of those open has taken; nil if it opens none.
  static func opened(by outcome: Outcome, on stage: Stage) -> Self?
  /// Takes in what came of an effect, and says what is to be done next; nil if it is for others.
  ///
  /// The stage is still as it was before.
  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]?
  /// Fits what is shown to the window, the time and what is known: after all that happens while it
  /// is on top.
  mutating func settle(on stage: Stage)
  /// What has to be read before it can be drawn.
  func missing(on stage: Stage) -> [Effect]

  /// The keys that the footer names.
  func hints(on stage: Stage) -> [KeyHint]
  /// Whether what is typed is text now, so that no character is a command.
  var takesText: Bool { get }
  /// Takes a key that is in no table; nil if it means nothing here.
  mutating func type(_ key: Key, on stage: inout Stage) -> [Effect]?
  /// Opens one of its fields, by its place.
  mutating func open(field: Int, on stage: inout Stage)
  /// Takes text that was pasted.
  mutating func paste(_ text: String, on stage: inout Stage) -> [Effect]
  /// What stands in a field, on disk or not; nil where nothing is typed.
  var typedText: UnsavedText? { get }
  /// Milliseconds until that has to go to the disk; nil if it is there.
  func nextSave(after time: Timestamp) -> Int?

  /// What is said aloud now; nil where nothing is to be said, as over an answer.
  func aloud(on stage: Stage) -> Aloud?
  /// How long the answer has been given that is given now; nil where none is.
  func answerTime(at time: Timestamp) -> AnswerTime?
  /// What the person is asked before anything else.
  var question: Notice? { get }
  /// Milliseconds until it changes by itself; nil when it never does.
  func nextChange(after time: Timestamp) -> Int?
  /// Whether what it is about is no more.
  func isGone(from notebook: Notebook) -> Bool
  /// Does what is to be done before it is left; nil if it is left at once.
  mutating func close(on stage: inout Stage) -> [Effect]?
  /// Whether cards may stand differently after it.
  var changesCards: Bool { get }
  /// What brings it up to date when cards may stand differently.
  var renewal: [Effect] { get }
}

extension ScreenModel {
  /// Does what a key means here; nil if it means nothing.
  mutating func press(_ key: Key, on stage: inout Stage) -> [Effect]? {
    guard let action = keys(on: stage).action(for: key) else { return type(key, on: &stage) }
    return reduce(action, on: &stage)
  }

  /// Why a key that the screen knows does nothing just now; nil if it knows no such key.
  func obstacle(to key: Key, on stage: Stage) -> String? {
    keys(on: stage).first { $0.keys.contains(key) }?.obstacle
  }

  var helpTitle: String { Self.help.first?.title ?? "" }
  static func opened(by outcome: Outcome, on stage: Stage) -> Self? { nil }
  func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? { nil }
  func settle(on stage: Stage) {}
  func missing(on stage: Stage) -> [Effect] { [] }
  func hints(on stage: Stage) -> [KeyHint] { keys(on: stage).hints() }
  var takesText: Bool { false }
  func type(_ key: Key, on stage: inout Stage) -> [Effect]? { nil }
  func paste(_ text: String, on stage: inout Stage) -> [Effect] { [] }
  func open(field: Int, on stage: inout Stage) {}
  var typedText: UnsavedText? { nil }
  func nextSave(after time: Timestamp) -> Int? { nil }
  func aloud(on stage: Stage) -> Aloud? { nil }
  func answerTime(at time: Timestamp) -> AnswerTime? { nil }
  var question: Notice? { nil }
  func nextChange(after time: Timestamp) -> Int? { nil }
  func isGone(from notebook: Notebook) -> Bool { false }
  func close(on stage: inout Stage) -> [Effect]? { nil }
  var changesCards: Bool { false }
  var renewal: [Effect] { [] }
}
