package import Exchange
package import Screen

/// The terminal as the trainer uses it.
package protocol TrainerTerminal: AnyObject {
  var size: Size { get }
  /// Whether the locale has signs beside those of ASCII.
  var hasSigns: Bool { get }
  /// Whether tmux stands between the program and the terminal.
  var isInTmux: Bool { get }
  /// Is called when the program is stopped, with true, and when it goes on.
  var whenStopped: (_ isStopped: Bool) -> Void { get set }

  func show(_ canvas: Canvas)
  func setColours(_ choice: ColourChoice)
  /// Has the mouse scroll and select, or leaves it to the terminal.
  func setMouse(_ isOn: Bool)
  /// Puts a text on the clipboard, and says whether the terminal is of a kind that can.
  func copy(_ text: String) -> Bool
  /// Has the terminal say something to whoever looks elsewhere.
  func notify(_ text: String)
  /// Sounds or lights up once.
  func give(_ signal: TimeSignal)
  /// Finds out once what the colours depend on, and says whether what is shown looks different now.
  func settleColours() -> Bool
  /// Draws everything anew at the next showing.
  func redraw()
  /// Waits for what comes next, for so many milliseconds at most if a number is given.
  func nextEvent(within milliseconds: Int?) -> InputEvent
  /// Gives the terminal away for as long as something else runs in it.
  func suspend<R>(_ body: () throws -> R) rethrows -> R
}
