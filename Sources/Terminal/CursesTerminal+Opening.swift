import CNcurses
import Files
import Glibc

/// How the screen is opened, and what it takes over from the shell.
extension CursesTerminal {
  /// Makes Ctrl-S and Ctrl-Q keys like others while the screen is up.
  ///
  /// The one would stop all drawing until somebody knows to press the other. The modes that the shell
  /// had come back with its screen.
  static func stopFreezing(_ descriptor: Int32) {
    var modes = termios()
    guard tcgetattr(descriptor, &modes) == 0 else { return }
    modes.c_iflag &= ~tcflag_t(IXON)
    // Where it is refused, keys go on as the terminal has them.
    if tcsetattr(descriptor, TCSADRAIN, &modes) == 0 { def_prog_mode() }
  }

  /// Makes ncurses decode and draw UTF-8; in the plain C locale it would blank all other text.
  ///
  /// - Returns: whether the person's locale has all signs.
  static func adoptLocale() -> Bool {
    setlocale(LC_CTYPE, "")
    if String(cString: nl_langinfo(Int32(CODESET))) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
    return Environment.hasSigns
  }

  static func openScreen(
    type: String?, output: UnsafeMutablePointer<FILE>, input: UnsafeMutablePointer<FILE>
  ) -> (screen: OpaquePointer, substitute: String?)? {
    // Milliseconds to tell the Escape key from the start of a sequence; the default is a second.
    set_escdelay(25)
    // Exported by some shells; ncurses would believe them over the window's real size, for ever.
    unsetenv("LINES")
    unsetenv("COLUMNS")
    // ncurses' output buffer has a byte for each cell that it starts with; a frame of bars and
    // accents needs more, and would be sent in two parts. One long line gives it that at the least
    // cost; the real size is set afterwards, first the width, because it grows the height first.
    var rows: Int32 = 0
    var columns: Int32 = 0
    let isSized = curses_window_size(fileno(output), &rows, &columns)
    if isSized {
      setenv("LINES", "1", 1)
      setenv("COLUMNS", "\(min(rows * columns * 3 / 2, Int32(Int16.max) / 2))", 1)
    }
    defer {
      unsetenv("LINES")
      unsetenv("COLUMNS")
    }
    // Not initscr(), which ends the process when it fails.
    var screen = newterm(type, output, input)
    var substitute: String?
    if screen == nil, let named = type ?? TerminalType.current?.name, named != "unknown" {
      for other in TerminalType.substitutes where screen == nil {
        (screen, substitute) = (newterm(other, output, input), other)
      }
    }
    guard let screen else { return nil }
    if isSized { resize_term(1, columns) }
    // Until its first return from shell mode ncurses writes after every cursor movement. Ending
    // and resuming once makes it write each frame in one piece, so none is ever seen half drawn.
    endwin()
    return (screen, substitute)
  }
}
