import Exchange
import Screen

@testable import Application

/// A terminal at which a person types what was written down before.
final class TypedTerminal: TrainerTerminal {
  let size = Size(width: 80, height: 24)
  let hasSigns = true
  let isInTmux = false
  var whenStopped: (_ isStopped: Bool) -> Void = { _ in }
  private var events: [InputEvent]
  /// What was on the screen before each key, and at the end.
  private(set) var screens: [String] = []
  private var shown = ""
  private(set) var redraws = 0
  private(set) var suspensions = 0
  private(set) var colours: [ColourChoice] = []
  private(set) var isMouseOn = false

  init(_ events: [InputEvent]) { self.events = events }

  convenience init(keys: Key...) { self.init(keys.map(InputEvent.key)) }

  func show(_ canvas: Canvas) { shown = canvas.text }

  func setColours(_ choice: ColourChoice) { colours.append(choice) }

  private(set) var copies: [String] = []
  private(set) var notices: [String] = []
  private(set) var signals: [TimeSignal] = []
  /// Whether it is of a kind that has a clipboard.
  var hasClipboard = true

  func copy(_ text: String) -> Bool {
    if hasClipboard { copies.append(text) }
    return hasClipboard
  }

  func notify(_ text: String) { notices.append(text) }

  func give(_ signal: TimeSignal) { if signal != .off { signals.append(signal) } }

  func setMouse(_ isOn: Bool) { isMouseOn = isOn }

  func settleColours() -> Bool { false }

  func redraw() { redraws += 1 }

  func nextEvent(within milliseconds: Int?) -> InputEvent {
    screens.append(shown)
    // Whoever has gone away types no more.
    return events.isEmpty ? .hangUp : events.removeFirst()
  }

  func suspend<R>(_ body: () throws -> R) rethrows -> R {
    suspensions += 1
    return try body()
  }
}
