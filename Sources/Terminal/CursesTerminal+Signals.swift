import CNcurses
import Glibc
import Screen

// What the terminal is asked to do beside showing the screen.

extension CursesTerminal {
  /// Puts a text on the clipboard of whoever sits at the terminal, also from afar (OSC 52).
  ///
  /// - Parameter text: Text of which nothing but line breaks and tabs is a control character.
  /// - Returns: Whether the terminal's kind may understand it; it never says that it has.
  public func copy(_ text: String) -> Bool {
    guard takesCommands else { return false }
    send(command: "52;c;\(Base64.text(text.utf8))")
    return true
  }

  /// Has the terminal, or the desktop that it is on, say something while one looks elsewhere (OSC 9).
  public func notify(_ text: String) {
    guard takesCommands else { return }
    send(command: "9;\(text.sanitised())")
  }

  /// Rings once.
  public func ring() { beep() }

  /// Lights the screen up once.
  public func lightUp() { flash() }

  /// Whether the terminal's kind understands what is said to it beside the screen (OSC).
  var takesCommands: Bool {
    let name = termname().map { String(cString: $0) } ?? ""
    return substitute == nil && TerminalType(name).isKinOfXterm
  }

  private func send(command: String) {
    fputs("\u{1B}]\(command)\u{7}", output)
    fflush(output)
  }
}
