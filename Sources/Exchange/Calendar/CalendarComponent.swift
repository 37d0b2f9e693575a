import Decks
import Practice

/// A line of a calendar file: a property with its parameters.
struct CalendarLine: Equatable {
  /// In capitals, as those of its parameters.
  var name: String
  var parameters: [String: String] = [:]
  /// As it stands there.
  var value: String

  /// Reads `DTSTART;TZID="W. Europe Standard Time":20261210T100000`; nil for what has no colon.
  init?(_ line: some StringProtocol) {
    var parts: [String] = [""]
    var isQuoted = false
    var rest: String?
    for (index, character) in zip(line.indices, line) {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ":", !isQuoted {
        rest = String(line[line.index(after: index)...])
        break
      } else if character == ";", !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    guard let rest, let name = parts.first, !name.isEmpty else { return nil }
    // A group before the name says nothing here.
    self.name = (name.split(separator: ".").last.map(String.init) ?? name).uppercased()
    value = rest
    for part in parts.dropFirst() {
      guard let mark = part.firstIndex(of: "=") else { continue }
      parameters[part[..<mark].uppercased()] = String(part[mark...].dropFirst())
    }
  }

  /// The text that is meant, with its line breaks.
  var text: String {
    var text = ""
    var isEscaped = false
    for character in value {
      if isEscaped {
        text.append(character == "n" || character == "N" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return text.trimmed
  }
}

/// A part of a calendar file, from its `BEGIN` to its `END`.
struct CalendarComponent: Equatable {
  /// In capitals: `VEVENT`.
  var name: String
  var lines: [CalendarLine] = []
  var parts: [CalendarComponent] = []

  func line(_ name: String) -> CalendarLine? { lines.first { $0.name == name } }

  /// The text of a property; empty if it has none.
  func text(_ name: String) -> String { line(name)?.text ?? "" }

  /// All parts of that name, those within others too.
  func all(_ name: String) -> [CalendarComponent] {
    parts.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }

  /// So many parts within one another mean nothing.
  private static let deepest = 8

  /// What is in a file, as the parts of one that has no name.
  ///
  /// What stands before and behind the calendar, as in a mail, is passed over.
  ///
  /// - Throws: ``Invitation/Fault``, if it holds no calendar, or one that ends before its end.
  init(_ bytes: [UInt8]) throws(Invitation.Fault) {
    guard let open = Self.open(in: bytes) else { throw .noCalendar }
    // Cut short, it could be without what moves or cancels it.
    guard open.count == 1 else { throw .cutShort }
    guard !open[0].parts.isEmpty else { throw .noCalendar }
    self = open[0]
  }

  /// The parts that are open at the end of a file, the whole first.
  private static func open(in bytes: [UInt8]) -> [CalendarComponent]? {
    guard let text = try? ImportedText(unfolded(CalendarMail.calendar(in: bytes))).text else {
      return nil
    }
    var open = [CalendarComponent(name: "")]
    for line in text.split(separator: "\n") {
      guard let line = CalendarLine(line.trimmed) else { continue }
      let name = line.value.trimmed.uppercased()
      switch line.name {
      case "BEGIN":
        guard open.count > 1 || name == "VCALENDAR" else { continue }
        guard open.count <= deepest else { return nil }
        open.append(CalendarComponent(name: name))
      case "END":
        // One that was not closed is over with what it is in.
        guard let place = open.lastIndex(where: { $0.name == name }), place > 0 else { continue }
        while open.count > place { close(&open) }
      default: if open.count > 1 { open[open.count - 1].lines.append(line) }
      }
    }
    return open
  }

  private init(name: String) { self.name = name }

  private static func close(_ open: inout [CalendarComponent]) {
    let part = open.removeLast()
    open[open.count - 1].parts.append(part)
  }

  /// The bytes with each line on one: a line may be parted within a character.
  private static func unfolded(_ bytes: [UInt8]) -> [UInt8] {
    // Two bytes a character are parted nowhere else than one is.
    guard !bytes.prefix(64).contains(0) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let end = Self.lineEnd(in: bytes, at: index)
      if end > 0, index + end < bytes.count, [0x20, 0x09].contains(bytes[index + end]) {
        index += end + 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// How many bytes of a line end stand at a place; 0 if there is none.
  private static func lineEnd(in bytes: [UInt8], at index: Int) -> Int {
    if bytes[index] == 0x0A { return 1 }
    guard bytes[index] == 0x0D else { return 0 }
    return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
  }
}
