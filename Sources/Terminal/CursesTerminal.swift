import CNcurses
import Files
import Glibc
public import Screen

/// The person's terminal, drawn on through ncurses.
///
/// There is one terminal, so there is one of these at a time; ``run(colours:_:)`` makes it, lends
/// it and puts the terminal back however the body ends. It is not `Sendable`: the thread that it
/// is lent to is the only one that uses it.
public final class CursesTerminal {
  private let screen: OpaquePointer
  private let window: UnsafeMutablePointer<WINDOW>
  let output: UnsafeMutablePointer<FILE>
  private let inputDescriptor: Int32
  private let outputDescriptor: Int32
  private var keys: KeyReader
  private var painter: FramePainter
  private let signals: SignalInbox
  /// The type that this one is drawn as, where the terminal database does not know its own name.
  public let substitute: String?
  /// How colourful the screen is, and what it writes on, if the terminal has said so.
  private var colours: Colours
  private var background: Background?
  private var hasLooked = false
  /// Whether the person's locale has more signs than those of one byte.
  public let hasSigns: Bool
  /// Whether the terminal is to say what is done with the mouse.
  private var isMouseOn = false
  /// What was typed while the terminal was asked.
  private var early: [KeyReader.Reading] = []
  /// Whether the program has to learn the size and draw again.
  private var needsResize = false
  /// Is told before the program is stopped from the terminal, and when it goes on.
  public var whenStopped: (_ isStopped: Bool) -> Void = { _ in }
  /// Reads in a row that were announced and gave nothing.
  private var fruitlessReads = 0

  /// Takes over the terminal, runs `body` with it and gives it back.
  ///
  /// What is written to standard error meanwhile appears afterwards. If the program traps, the
  /// terminal is put back before it dies.
  ///
  /// - Parameters:
  ///   - colours: how colourful the screen is.
  ///   - body: what to do with the terminal.
  /// - Returns: what `body` returns.
  /// - Throws: ``TerminalError`` when there is no usable terminal, and what `body` throws.
  public static func run<R>(
    colours: Colours = .auto, _ body: (CursesTerminal) throws -> R
  ) throws -> R {
    var shellModes = termios()
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1,
      tcgetattr(STDIN_FILENO, &shellModes) == 0
    else {
      if let type = TerminalType.current, type.drawnAs == nil {
        throw TerminalError.notATerminalOfUnknownType(term: type.name)
      }
      throw TerminalError.notATerminal
    }
    let terminal = try CursesTerminal(
      type: nil, colours: colours, output: curses_stdout(), input: curses_stdin())
    let closeOnExec: UInt32 = 1  // MFD_CLOEXEC
    StandardError.hold { memfd_create("starling-errors", closeOnExec) }
    CrashGuard.install(restoring: shellModes)
    defer {
      terminal.close()
      CrashGuard.remove()
      StandardError.giveBack()
    }
    return try body(terminal)
  }

  /// Opens a terminal on any two files; a test gives it a pipe to type into and `/dev/null` to draw on.
  init(
    type: String?, colours: Colours, output: UnsafeMutablePointer<FILE>,
    input: UnsafeMutablePointer<FILE>
  ) throws {
    self.output = output
    self.colours = colours
    inputDescriptor = fileno(input)
    outputDescriptor = fileno(output)
    hasSigns = Self.adoptLocale()
    signals = SignalInbox()
    guard let (screen, substitute) = Self.openScreen(type: type, output: output, input: input)
    else {
      signals.close()
      throw TerminalError.unknownTerminal(
        term: type ?? getenv("TERM").map { String(cString: $0) } ?? "")
    }
    if curses_capability("cup") == nil {
      // Asked for now: there is no name once the screen is deleted.
      let name = termname().map { String(cString: $0) } ?? ""
      endwin()
      delscreen(screen)
      signals.close()
      throw TerminalError.cannotAddressCursor(term: name)
    }
    self.screen = screen
    self.substitute = substitute
    window = curses_stdscr()
    cbreak()
    noecho()
    nonl()
    Self.stopFreezing(inputDescriptor)
    // A frame is sent whole, even if a key has been pressed meanwhile.
    typeahead(-1)
    keys = KeyReader()
    painter = FramePainter(window: window, palette: Palette(colours, on: nil))
    adoptWindowSize()
    markPastes(true)
  }

  func close() {
    leaveScreen()
    keys.close()
    delscreen(screen)
    signals.close()
  }

  // MARK: - Drawing

  /// The window's size as of the last event.
  public var size: Size {
    Size(width: Int(getmaxx(window)), height: Int(getmaxy(window)))
  }

  /// Shows `canvas`; sends only what changed since the last one, in one write.
  public func show(_ canvas: Canvas) {
    painter.show(hasSigns ? canvas : canvas.inPlainSigns)
  }

  /// Makes the screen more or less colourful from the next canvas on.
  public func setColours(_ colours: Colours) {
    self.colours = colours
    painter = FramePainter(window: window, palette: Palette(colours, on: background))
    painter.invalidate()
  }

  /// Has the terminal say what is done with the mouse, or leave it to itself; one that has none is left in
  /// peace.
  public func setMouse(_ isOn: Bool) {
    guard isOn != isMouseOn, Self.hasMouse else { return }
    isMouseOn = isOn
    keys.takesMouse = isOn
    sendMouse(isOn)
    fflush(output)
  }

  /// Whether the terminal's type has a mouse.
  static var hasMouse: Bool { curses_capability("kmous") != nil }

  /// How a terminal is told to leave the mouse to itself: buttons (1000), their places as numbers (1006).
  static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"
  private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"

  private func sendMouse(_ isOn: Bool) { fputs(isOn ? Self.mouseOn : Self.mouseOff, output) }

  /// So long a terminal may take to say what it writes on, in milliseconds.
  private static let patience = 100

  /// Finds out once whether the background is dark or light, where the colours go by that; after the first
  /// picture, which nobody waits for.
  ///
  /// - Returns: whether what is shown looks different now.
  public func settleColours() -> Bool {
    guard colours == .auto, !hasLooked, Palette.canColour(colours) else { return false }
    hasLooked = true
    let environment = getenv("COLORFGBG").map { String(cString: $0) } ?? ""
    background = askBackground() ?? Background(colorfgbg: environment)
    guard background != nil else { return false }
    painter = FramePainter(window: window, palette: Palette(colours, on: background))
    return true
  }

  /// Asks the terminal for its background (OSC 11); nil if it does not answer in time, or would not
  /// understand.
  private func askBackground() -> Background? {
    guard takesCommands else { return nil }
    fputs("\u{1B}]11;?\u{1B}\\", output)
    fflush(output)
    keys.expectAnswer(until: Self.now() + 3_000_000_000)
    let deadline = Self.now() + Self.patience * 1_000_000
    while early.isEmpty {
      let left = deadline - Self.now()
      guard left > 0, wait(nanoseconds: left) == .readable else { return nil }
      switch keys.read(within: 0) {
      case .background(let background): return background
      case .nothing, .unknown: continue
      case let reading: early.append(reading)
      }
    }
    return nil
  }

  /// Makes the next canvas go out whole, for when something else has written on the terminal.
  public func redraw() { painter.invalidate() }

  // MARK: - Events

  /// Waits for the next event, without using the processor, for ever or at most `milliseconds`.
  ///
  /// - Parameter milliseconds: how long to wait; `nil` for ever, 0 not at all.
  /// - Returns: the event; `.tick` when the time has passed without one.
  public func nextEvent(within milliseconds: Int? = nil) -> InputEvent {
    let deadline = milliseconds.map { Self.now() + max(0, min($0, 1 << 40)) * 1_000_000 }
    while true {
      signals.receive()
      if let event = signalEvent() { return event }
      if !early.isEmpty, let event = event(of: early.removeFirst()) { return event }
      var outcome = wait(nanoseconds: 0)
      if outcome == .timedOut {
        // Some input may wait inside ncurses, where the descriptor doesn't show it.
        let reading = keys.read(within: 0)
        if let event = event(of: reading) { return event }
        guard reading == .nothing else { continue }
        outcome = wait(nanoseconds: deadline.map { max(0, $0 - Self.now()) })
      }
      switch outcome {
      case .interrupted: continue
      case .timedOut: return .tick
      case .hungUp: return .hangUp
      case .readable:
        // Long enough for the rest of a character whose bytes arrive apart.
        let reading = keys.read(within: 100)
        fruitlessReads = reading == .nothing ? fruitlessReads + 1 : 0
        // A terminal taken away from this session is always readable and never gives anything.
        if fruitlessReads > 16 { return .hangUp }
        if let event = event(of: reading) { return event }
      }
    }
  }

  private func signalEvent() -> InputEvent? {
    if let signal = signals.takeEnd() { return .signal(signal) }
    if signals.takeStopRequest() {
      leaveScreen()
      whenStopped(true)
      signals.stop()
      whenStopped(false)
      returnToScreen()
    } else if signals.takeContinuation() {
      returnToScreen()
    }
    guard needsResize else { return nil }
    needsResize = false
    return .resize(size)
  }

  private func event(of reading: KeyReader.Reading) -> InputEvent? {
    switch reading {
    case .key(let key): return .key(key)
    case .mouse(let mouse): return .mouse(mouse)
    case .paste:
      let pasted = keys.readPaste(from: inputDescriptor, waits: pasteGoesOn)
      return pasted.map { .paste($0) } ?? .pasteTooLong
    case .resize:
      painter.invalidate()
      return .resize(size)
    // Late; it shows with the next picture.
    case .background(let background):
      guard colours == .auto, self.background == nil else { return nil }
      self.background = background
      painter = FramePainter(window: window, palette: Palette(colours, on: background))
      return nil
    case .unknown, .nothing: return nil
    }
  }

  private func pasteGoesOn() -> Bool {
    while true {
      switch wait(nanoseconds: 500_000_000) {
      case .readable: return true
      case .interrupted: continue
      case .timedOut, .hungUp: return false
      }
    }
  }

  private func wait(nanoseconds: Int?) -> SignalInbox.Outcome {
    signals.wait(for: inputDescriptor, output: outputDescriptor, nanoseconds: nanoseconds)
  }

  /// Nanoseconds of a clock that nobody sets.
  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  // MARK: - Giving the terminal away

  /// Gives the terminal to another program, such as the person's editor, and takes it back after.
  ///
  /// The next event is a `.resize`.
  public func suspend<R>(_ body: () throws -> R) rethrows -> R {
    leaveScreen()
    // What another program left here would stand behind what is said now.
    send("ed")
    defer { returnToScreen() }
    return try StandardError.lent { try signals.givingWay(body) }
  }

  private func leaveScreen() {
    if isMouseOn { sendMouse(false) }
    markPastes(false)
    endwin()
    CrashGuard.noteScreen(isUp: false)
  }

  private func returnToScreen() {
    CrashGuard.noteScreen(isUp: true)
    reset_prog_mode()
    adoptWindowSize()
    if isMouseOn { sendMouse(true) }
    markPastes(true)
    painter.invalidate()
    needsResize = true
  }

  /// Tells ncurses the window's size; while the program was stopped nobody told it of changes.
  private func adoptWindowSize() {
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard curses_window_size(outputDescriptor, &rows, &columns) else { return }
    // Not resizeterm(), which would report it as a key besides.
    if is_term_resized(rows, columns) { resize_term(rows, columns) }
  }

  /// Asks the terminal to mark pasted text, so that it can't run as keys, or to stop that.
  private func markPastes(_ isOn: Bool) {
    // ncurses has no call for it; the terminal type says how.
    send(isOn ? "BE" : "BD")
  }

  /// Sends what the terminal's type has under a name; nothing if it has none.
  private func send(_ capability: String) {
    guard let command = curses_capability(capability) else { return }
    fputs(command, output)
    fflush(output)
  }
}
