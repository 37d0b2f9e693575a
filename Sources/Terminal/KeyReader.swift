import CNcurses
import Glibc
import Screen

/// Turns the bytes that the terminal sends into keys.
struct KeyReader {
  /// What one read gave.
  enum Reading: Equatable {
    case key(Key)
    /// The start of pasted text.
    case paste
    case resize
    case mouse(MouseEvent)
    /// The terminal's answer to what it writes on.
    case background(Background)
    /// A sequence without a meaning here; it is used up.
    case unknown
    /// No input.
    case nothing
  }

  private let pad: UnsafeMutablePointer<WINDOW>
  private static let pasteStart: Int32 = 0o7001
  private static let pasteEnd: Int32 = 0o7002
  private static let firstSequence: Int32 = 0o7100

  /// Whether the terminal says what is done with the mouse.
  var takesMouse = false
  /// What has come of a report on the mouse, of which the rest is on the way.
  private var begun: String.UnicodeScalarView?
  /// Characters of the older sort of report that are on the way.
  private var missing = 0
  /// Until when the rest may come, and until when a lone Escape may have been the start of a report; in
  /// nanoseconds of a clock that nobody sets.
  private var restDeadline = 0
  private var escapeDeadline = 0

  /// So long after its start the rest of a report is waited for, in nanoseconds.
  private static let patience = 500_000_000

  /// Until when an answer of the terminal may come, in nanoseconds of a clock that nobody sets.
  private var answerDeadline = 0
  /// Whether the beginning of an answer has come, and its end has not.
  private var isInAnswer = false

  /// Sequences that terminals send whatever their terminfo says, or that terminfo has no name for.
  private static let sequences: [(bytes: String, key: Key)] = [
    ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OB", .down),
    ("\u{1B}[C", .right), ("\u{1B}OC", .right), ("\u{1B}[D", .left), ("\u{1B}OD", .left),
    ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
    ("\u{1B}[F", .end), ("\u{1B}OF", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end),
    ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
    ("\u{1B}[Z", .backTab), ("\u{1B}OM", .enter),
    // Ctrl and Alt with an arrow, the newer way and rxvt's, and Alt-B and Alt-F for macOS.
    ("\u{1B}[1;5D", .wordLeft), ("\u{1B}[1;3D", .wordLeft), ("\u{1B}Od", .wordLeft),
    ("\u{1B}[1;5C", .wordRight), ("\u{1B}[1;3C", .wordRight), ("\u{1B}Oc", .wordRight),
    ("\u{1B}b", .wordLeft), ("\u{1B}f", .wordRight),
    // Ctrl with Home and End, and what Emacs has for those without them.
    ("\u{1B}[1;5H", .textStart), ("\u{1B}[7^", .textStart), ("\u{1B}<", .textStart),
    ("\u{1B}[1;5F", .textEnd), ("\u{1B}[8^", .textEnd), ("\u{1B}>", .textEnd),
    ("\u{1B}[3;5~", .deleteWord), ("\u{1B}[3;3~", .deleteWord), ("\u{1B}[3^", .deleteWord),
    ("\u{1B}d", .deleteWord),
    // Alt-Backspace, as both bytes that Backspace can be.
    ("\u{1B}\u{7F}", .control("w")), ("\u{1B}\u{8}", .control("w")),
  ]

  /// The block of digits while the terminal reports its keys apart, as ncurses asks it to.
  private static let digitBlock: [(bytes: String, key: Key)] =
    zip("pqrstuvwxyjklmnoX", "0123456789*+,-./=").map { ("\u{1B}O\($0)", .character($1)) }

  private static let allSequences = sequences + digitBlock

  /// Makes ncurses decode keys; call when it has started.
  init() {
    // Reading from a pad, unlike reading from stdscr, never refreshes anything.
    pad = newpad(1, 1)
    keypad(pad, true)
    // ncurses would take the start of a mouse report as a key and leave its digits to be typed.
    define_key(nil, KEY_MOUSE)
    for (index, sequence) in Self.allSequences.enumerated() {
      define_key(sequence.bytes, Self.firstSequence + Int32(index))
    }
    // ncurses has no call for bracketed paste; the terminal type names the markers.
    if let marker = curses_capability("PS") { define_key(marker, Self.pasteStart) }
    if let marker = curses_capability("PE") { define_key(marker, Self.pasteEnd) }
  }

  func close() { delwin(pad) }

  /// Says that the terminal was asked, and so long may answer: what comes of that is no key, however it
  /// is parted.
  mutating func expectAnswer(until deadline: Int) { answerDeadline = deadline }

  private var expectsAnswer: Bool { answerDeadline > 0 && Self.now() < answerDeadline }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// Reads one key, waiting at most `milliseconds` for its first byte.
  mutating func read(within milliseconds: Int32) -> Reading {
    var code: wint_t = 0
    wtimeout(pad, milliseconds)
    let result = wget_wch(pad, &code)
    if isInAnswer, result == OK {
      if expectsAnswer, Self.isOfAnswer(code) {
        // Its rest, which was long on the way.
        isInAnswer = code != 0x07 && code != 0x5C
        return .unknown
      }
      isInAnswer = false
    }
    if result == OK, let reading = readOn(code) { return reading }
    switch result {
    case KEY_CODE_YES: return reading(ofFunctionKey: Int32(bitPattern: code))
    case OK where code == 27: return readEscape()
    case OK where code == 0x5B && takesMouse && Self.now() < escapeDeadline:
      return readReport(from: String.UnicodeScalarView())
    case OK where code == 0x5D && expectsAnswer: return readBracket()
    case OK: return key(of: code).map(Reading.key) ?? .unknown
    default: return .nothing
    }
  }

  /// Reads pasted text up to its end marker; `waits` says whether more is coming.
  ///
  /// Line ends become `\n` and other control characters but tabs are dropped.
  ///
  /// - Returns: nil for a text longer than ``InputEvent/longestPaste``, whose rest is dropped, with what
  ///   comes right behind it.
  func readPaste(from descriptor: Int32, waits: () -> Bool) -> String? {
    var scalars = String.UnicodeScalarView()
    var count = 0
    var code: wint_t = 0
    wtimeout(pad, 0)
    reading: while true {
      switch wget_wch(pad, &code) {
      case KEY_CODE_YES:
        if Int32(bitPattern: code) == Self.pasteEnd { break reading }
      case OK:
        count += 1
        guard count <= InputEvent.longestPaste else {
          drop(from: descriptor, while: waits)
          return nil
        }
        if let scalar = Unicode.Scalar(code) { scalars.append(scalar) }
      default:
        guard waits() else { break reading }
        // Long enough for the rest of a character whose bytes arrive apart.
        wtimeout(pad, 100)
      }
    }
    return String(scalars).sanitised(keeping: [.newlines, .tabs])
  }

  /// Drops what arrives until nothing does.
  ///
  /// ncurses asks for each byte by itself, which takes seconds for megabytes. Where the paste ends is not
  /// looked for: behind that, half of another paste's marker would leave its text to be typed.
  private func drop(from descriptor: Int32, while waits: () -> Bool) {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    while waits() {
      guard Glibc.read(descriptor, &bytes, bytes.count) > 0 || errno == EINTR else { return }
    }
  }

  /// A lone Escape, or an unknown sequence, swallowed to its end.
  ///
  /// Without this its tail would arrive as typed characters, and a digit in it would grade a card.
  private mutating func readEscape() -> Reading {
    var code: wint_t = 0
    let expectsAnswer = expectsAnswer
    // ncurses has waited for a sequence already.
    wtimeout(pad, expectsAnswer ? 300 : 0)
    guard wget_wch(pad, &code) == OK else {
      escapeDeadline = Self.now() + Self.patience
      return .key(.escape)
    }
    // A slow line may bring the rest later.
    wtimeout(pad, expectsAnswer ? 200 : 50)
    switch code {
    case 0x5B where takesMouse: return readReport(from: String.UnicodeScalarView())
    case 0x5B:  // CSI: up to its final byte
      var parameters = String.UnicodeScalarView()
      while wget_wch(pad, &code) == OK, !(0x40...0x7E).contains(code) {
        if parameters.count < 32, let scalar = Unicode.Scalar(code) { parameters.append(scalar) }
      }
      guard let final = Unicode.Scalar(code) else { break }
      if let key = SpelledKey(String(parameters), final: final)?.key { return .key(key) }
    case 0x4F:  // SS3: one byte more
      guard wget_wch(pad, &code) == OK, let final = Unicode.Scalar(code) else { break }
      return Self.reading(of: "\u{1B}O\(final)")
    case 0x50, 0x58, 0x5D, 0x5E, 0x5F:  // DCS, SOS, OSC, PM, APC: up to BEL, or ESC and backslash
      return readString(isCommand: code == 0x5D)
    default: break  // Alt and a letter
    }
    return .unknown
  }

  // MARK: - The mouse

  /// Takes a character as the rest of a report of which the start came before; nil if it is none.
  private mutating func readOn(_ code: wint_t) -> Reading? {
    guard Self.now() < restDeadline else {
      (begun, missing) = (nil, 0)
      return nil
    }
    if missing > 0 {
      missing -= 1
      return .unknown
    }
    guard let start = begun else { return nil }
    begun = nil
    // Behind a bracket alone only a report begins so.
    guard !start.isEmpty || code == 0x3C else { return nil }
    return readReport(from: start, code)
  }

  /// Reads what follows `CSI`, which is a report on the mouse or the spelling of a key.
  ///
  /// What has not come yet is waited for with the next reads: its digits are no keys.
  private mutating func readReport(
    from start: String.UnicodeScalarView, _ first: wint_t? = nil
  ) -> Reading {
    var parameters = start
    var code: wint_t = first ?? 0
    wtimeout(pad, 50)
    func more() -> Reading? {
      switch wget_wch(pad, &code) {
      case OK: nil
      // One that was broken off by a key: that one counts.
      case KEY_CODE_YES: reading(ofFunctionKey: Int32(bitPattern: code))
      default: .nothing
      }
    }
    if first == nil, let end = more() { return end == .nothing ? wait(for: parameters) : end }
    while !(0x40...0x7E).contains(code) {
      guard (0x20...0x3F).contains(code) else {
        // As does a control character.
        unget_wch(wchar_t(bitPattern: code))
        return .unknown
      }
      if parameters.count < 32, let scalar = Unicode.Scalar(code) { parameters.append(scalar) }
      if let end = more() { return end == .nothing ? wait(for: parameters) : end }
    }
    guard let final = Unicode.Scalar(code) else { return .unknown }
    if parameters.isEmpty, final == "M" { return readOldReport() }
    if let report = MouseReport(String(parameters), final: final) {
      return report.event.map(Reading.mouse) ?? .unknown
    }
    if let key = SpelledKey(String(parameters), final: final)?.key { return .key(key) }
    // One that was broken off by another sequence is read by itself.
    return Self.reading(of: "\u{1B}[\(parameters)\(final)")
  }

  /// What a sequence means that ncurses did not decode.
  private static func reading(of bytes: String) -> Reading {
    sequences.first { $0.bytes == bytes }.map { .key($0.key) } ?? .unknown
  }

  private mutating func wait(for parameters: String.UnicodeScalarView) -> Reading {
    begun = parameters
    restDeadline = Self.now() + Self.patience
    return .unknown
  }

  /// The older sort: three characters behind `CSI M`.
  private mutating func readOldReport() -> Reading {
    var codes: [UInt32] = []
    var code: wint_t = 0
    while codes.count < 3 {
      guard wget_wch(pad, &code) == OK else {
        missing = 3 - codes.count
        restDeadline = Self.now() + Self.patience
        return .unknown
      }
      codes.append(code)
    }
    return MouseReport(codes[0], codes[1], codes[2]).event.map(Reading.mouse) ?? .unknown
  }

  /// Reads on to the end of a string that the terminal sends; of a command the first of it may be read.
  private mutating func readString(isCommand: Bool, from start: String = "") -> Reading {
    var code: wint_t = 0
    let expectsAnswer = expectsAnswer
    var text = start.unicodeScalars
    var result = wget_wch(pad, &code)
    while result == OK, code != 0x07, code != 0x5C {
      if text.count < 64, code != 0x1B, let scalar = Unicode.Scalar(code) { text.append(scalar) }
      result = wget_wch(pad, &code)
    }
    guard isCommand, expectsAnswer else { return .unknown }
    isInAnswer = result != OK
    guard result == OK, let background = Background(answer: String(text)) else { return .unknown }
    answerDeadline = 0
    return .background(background)
  }

  /// What began with a bracket while an answer is expected, of which the first byte came long before.
  private mutating func readBracket() -> Reading {
    var code: wint_t = 0
    wtimeout(pad, 200)
    guard wget_wch(pad, &code) == OK else { return .key("]") }
    if code == 0x31 { return readString(isCommand: true, from: "1") }
    unget_wch(wchar_t(bitPattern: code))
    return .key("]")
  }

  /// Whether a byte may stand in an answer: hexadecimal digits, its signs, or how it ends.
  private static func isOfAnswer(_ code: wint_t) -> Bool {
    switch code {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    // BEL, ESC, "/", ":", ";", backslash, "g" and "r".
    case 0x07, 0x1B, 0x2F, 0x3A, 0x3B, 0x5C, 0x67, 0x72: true
    default: false
    }
  }

  private func key(of code: wint_t) -> Key? {
    switch code {
    case 9: return .tab
    case 10, 13: return .enter
    case 8, 127: return .backspace
    case 0: return .control(" ")
    case 1...26: return .control(Character(Unicode.Scalar(UInt8(code + 96))))
    case 28...31: return .control(Character(Unicode.Scalar(UInt8(code + 64))))
    case 128..<160: return nil
    default: return Unicode.Scalar(code).map { .character(Character($0)) }
    }
  }

  private func reading(ofFunctionKey code: Int32) -> Reading {
    let index = Int(code - Self.firstSequence)
    if Self.allSequences.indices.contains(index) { return .key(Self.allSequences[index].key) }
    switch code {
    case KEY_RESIZE: return .resize
    case Self.pasteStart: return .paste
    case KEY_UP: return .key(.up)
    case KEY_DOWN: return .key(.down)
    case KEY_LEFT: return .key(.left)
    case KEY_RIGHT: return .key(.right)
    case KEY_PPAGE: return .key(.pageUp)
    case KEY_NPAGE: return .key(.pageDown)
    case KEY_HOME: return .key(.home)
    case KEY_END: return .key(.end)
    case KEY_DC: return .key(.delete)
    case KEY_BTAB: return .key(.backTab)
    case KEY_BACKSPACE: return .key(.backspace)
    case KEY_ENTER: return .key(.enter)
    case (KEY_F0 + 1)...(KEY_F0 + 63): return .key(.function(Int(code - KEY_F0)))
    default: return .unknown
    }
  }
}
