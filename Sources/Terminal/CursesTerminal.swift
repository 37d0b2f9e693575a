import CNcurses
import Glibc
public import Screen

/// The user's terminal, drawn on through ncurses.
///
/// There is one terminal, so there is one of these at a time; ``run(_:)`` makes it, lends it and
/// puts the terminal back however the body ends.
public final class CursesTerminal {
  private let screen: OpaquePointer
  private let window: UnsafeMutablePointer<WINDOW>
  private let input: UnsafeMutablePointer<WINDOW>
  private let output: UnsafeMutablePointer<FILE>
  private let inputDescriptor: Int32
  private let palette: Palette
  private var signals: SignalInbox

  /// Takes over the terminal, runs `body` with it and gives it back.
  public static func run<R>(
    colours: Colours = .auto, _ body: (CursesTerminal) throws -> R
  ) throws -> R {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw TerminalError.notATerminal
    }
    var shellModes = termios()
    tcgetattr(STDIN_FILENO, &shellModes)
    let terminal = try CursesTerminal(
      type: nil, colours: colours, output: curses_stdout(), input: curses_stdin())
    CrashGuard.install(restoring: shellModes)
    defer {
      terminal.close()
      CrashGuard.remove()
    }
    return try body(terminal)
  }

  /// Opens a terminal on any two files; a test gives it a pipe to type into and `/dev/null` to draw on.
  init(
    type: String?, colours: Colours, output: UnsafeMutablePointer<FILE>,
    input inputFile: UnsafeMutablePointer<FILE>
  ) throws {
    self.output = output
    inputDescriptor = fileno(inputFile)

    Self.adoptLocale()
    set_escdelay(25)
    // Exported by some shells; ncurses would believe them over the window's real size, for ever.
    unsetenv("LINES")
    unsetenv("COLUMNS")
    signals = SignalInbox()
    // Not initscr(), which ends the process when it fails.
    guard let screen = newterm(type, output, inputFile) else {
      signals.close()
      throw TerminalError.unknownTerminal(
        term: type ?? getenv("TERM").map { String(cString: $0) } ?? "")
    }
    if tigetstr("cup") == nil {
      let name = String(cString: termname())
      endwin()
      delscreen(screen)
      signals.close()
      throw TerminalError.cannotAddressCursor(term: name)
    }
    self.screen = screen
    // Until its first return from shell mode ncurses writes after every cursor movement. Ending
    // and resuming once makes it write each frame in one piece, so none is ever seen half drawn.
    endwin()
    window = curses_stdscr()
    // Reading from a pad, unlike reading from stdscr, never refreshes anything.
    input = newpad(1, 1)
    cbreak()
    noecho()
    nonl()
    keypad(input, true)
    leaveok(window, false)
    palette = Palette(colours)
    enableBracketedPaste()
  }

  func close() {
    disableBracketedPaste()
    endwin()
    delwin(input)
    delscreen(screen)
    signals.close()
  }

  public var size: Size {
    Size(width: Int(getmaxx(window)), height: Int(getmaxy(window)))
  }

  /// Shows `canvas`; ncurses sends only what changed.
  public func show(_ canvas: Canvas) {
    werase(window)
    for y in 0..<min(canvas.size.height, size.height) {
      for x in 0..<min(canvas.size.width, size.width) {
        let cell = canvas[x, y]
        if cell == .blank || cell.isContinuation { continue }
        var characters = cell.text.unicodeScalars.map { wchar_t(bitPattern: $0.value) }
        characters.append(0)
        let (attributes, pair) = palette[cell.style]
        curses_put(window, Int32(y), Int32(x), characters, attributes, pair)
      }
    }
    // A screen reader and a magnifier follow the cursor, so it goes to the focus even when hidden.
    wmove(window, Int32(canvas.focus.y), Int32(canvas.focus.x))
    curs_set(canvas.isCursorShown ? 1 : 0)
    wnoutrefresh(window)
    doupdate()
  }

  /// The next event; `.tick` when `milliseconds` pass without one.
  public func nextEvent(within milliseconds: Int? = nil) -> InputEvent {
    while true {
      if let signal = signals.take() { return .signal(signal) }
      if signals.takeResume() {
        reset_prog_mode()
        clearok(window, true)
        return .resize(size)
      }
      if let event = readEvent(within: 0) { return event }
      switch signals.wait(for: inputDescriptor, milliseconds: milliseconds) {
      case .interrupted: continue
      case .readable:
        // Long enough for the rest of a character whose bytes arrive apart.
        if let event = readEvent(within: 100) { return event }
      case .timedOut: return .tick
      case .hungUp: return .hangUp
      }
    }
  }

  /// Gives the terminal to another program, such as the user's editor, and takes it back after.
  public func suspend<R>(_ body: () throws -> R) rethrows -> R {
    disableBracketedPaste()
    def_prog_mode()
    endwin()
    defer {
      reset_prog_mode()
      clearok(window, true)
      enableBracketedPaste()
    }
    return try signals.unblocked(body)
  }

  /// Makes ncurses decode and draw UTF-8; in the plain C locale it would blank all other text.
  private static func adoptLocale() {
    setlocale(LC_ALL, "")
    guard String(cString: nl_langinfo(Int32(CODESET))) != "UTF-8" else { return }
    setlocale(LC_CTYPE, "C.UTF-8")
  }

  /// Reads one event, waiting at most `milliseconds` for its first byte.
  private func readEvent(within milliseconds: Int32) -> InputEvent? {
    var code: wint_t = 0
    wtimeout(input, milliseconds)
    switch wget_wch(input, &code) {
    case KEY_CODE_YES:
      return functionKey(Int32(bitPattern: code))
    case OK where code == 27:
      return escapeOrSequence()
    case OK:
      return key(for: code).map(InputEvent.key)
    default:
      return nil
    }
  }

  /// A lone Escape, or `nil` after swallowing a sequence ncurses doesn't know.
  ///
  /// Without this the tail of an unknown sequence would arrive as typed characters, and a digit
  /// in it would grade a card.
  private func escapeOrSequence() -> InputEvent? {
    var code: wint_t = 0
    wtimeout(input, 0)
    guard wget_wch(input, &code) == OK else { return .key(.escape) }
    guard code == 0x5B || code == 0x4F else { return nil }  // Alt and a letter
    while wget_wch(input, &code) == OK, !(0x40...0x7E).contains(code) {}
    return nil
  }

  private func key(for code: wint_t) -> Key? {
    switch code {
    case 9: return .tab
    case 10, 13: return .enter
    case 27: return .escape
    case 8, 127: return .backspace
    case 1...26: return .control(Character(Unicode.Scalar(UInt8(code + 96))))
    default: return Unicode.Scalar(code).map { .character(Character($0)) }
    }
  }

  private func functionKey(_ code: Int32) -> InputEvent? {
    switch code {
    case KEY_RESIZE: return .resize(size)
    case KEY_UP: return .key(.up)
    case KEY_DOWN: return .key(.down)
    case KEY_LEFT: return .key(.left)
    case KEY_RIGHT: return .key(.right)
    case KEY_PPAGE: return .key(.pageUp)
    case KEY_NPAGE: return .key(.pageDown)
    case KEY_HOME: return .key(.home)
    case KEY_END: return .key(.end)
    case KEY_DC: return .key(.delete)
    case KEY_BACKSPACE: return .key(.backspace)
    case KEY_ENTER: return .key(.enter)
    case pasteStart: return .paste(readPaste())
    case KEY_F0...(KEY_F0 + 63): return .key(.function(Int(code - KEY_F0)))
    default: return nil
    }
  }

  // MARK: - Bracketed paste

  private let pasteStart: Int32 = 0o7001
  private let pasteEnd: Int32 = 0o7002

  private func enableBracketedPaste() {
    // ncurses has no call for it; the terminal type says how ("BE", "BD"), and names the markers.
    for (capability, code) in [("PS", pasteStart), ("PE", pasteEnd)] {
      if let marker = stringCapability(capability) { define_key(marker, code) }
    }
    if let enable = stringCapability("BE") { fputs(enable, output) }
    fflush(output)
  }

  private func disableBracketedPaste() {
    if let disable = stringCapability("BD") { fputs(disable, output) }
    fflush(output)
  }

  private func stringCapability(_ name: String) -> UnsafeMutablePointer<CChar>? {
    let text = tigetstr(name)
    return Int(bitPattern: text) == -1 ? nil : text
  }

  private func readPaste() -> String {
    var text = ""
    var code: wint_t = 0
    while true {
      switch wget_wch(input, &code) {
      case KEY_CODE_YES where Int32(bitPattern: code) == pasteEnd: return text
      case KEY_CODE_YES: continue
      case OK:
        if let scalar = Unicode.Scalar(code == 13 ? 10 : code) {
          text.unicodeScalars.append(scalar)
        }
      default:
        switch signals.wait(for: inputDescriptor, milliseconds: 200) {
        case .timedOut, .hungUp: return text
        case .readable, .interrupted: continue
        }
      }
    }
  }
}
