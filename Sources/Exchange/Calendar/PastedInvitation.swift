import Decks
import Practice
import Scheduler

/// The text of an invitation as it is read in a mail and pasted from there: of Outlook (`When:`, `Where:`),
/// of Google (`When` above the time, or `@` in the subject), and others like them.
struct PastedInvitation {
  /// When it is, as it stands there.
  private(set) var when = ""
  private(set) var place = ""
  private(set) var summary = ""
  private(set) var sender = ""
  private(set) var address = ""
  private(set) var isCancelled = false

  /// More lines than a mail has before it says when.
  private static let longest = 400

  /// Nil for a text that does not say when something is.
  init?(_ bytes: [UInt8]) {
    guard bytes.count <= 1 << 20, let text = try? ImportedText(bytes).text else { return nil }
    let lines = text.split(separator: "\n").prefix(Self.longest).map { String($0).trimmed }
      .filter { !$0.isEmpty }
    var (date, time) = ("", "")
    for (index, line) in lines.enumerated() {
      let next = index + 1 < lines.count ? lines[index + 1] : ""
      func value(_ names: String...) -> String? { value(names) }
      func value(_ names: [String]) -> String? {
        names.lazy.compactMap { Self.value(of: $0, in: line, next) }.first
      }
      if when.isEmpty, let value = value("when", "wann", "termin", "quand", "cuándo", "cuando") {
        when = value
        // Google has the zone in a line of its own.
        let zone = index + 2 < lines.count && value == next ? lines[index + 2] : ""
        if zone.lowercased().contains(" time"), !zone.contains(where: \.isNumber) {
          when += " (\(zone))"
        }
      }
      if date.isEmpty, let value = value("date", "datum", "fecha") { date = value }
      if time.isEmpty, let value = value("time", "uhrzeit", "zeit", "heure", "hora") {
        time = value
      }
      if place.isEmpty, let value = value(Self.places) { place = value }
      if sender.isEmpty, let value = value(Self.senders) { take(sender: value) }
      if summary.isEmpty, let value = value(Self.subjects) { take(subject: value) }
      if when.isEmpty, line.contains(" @ "), line.lowercased().contains("invitation:") {
        take(subject: line)
      }
      if Self.cancellations.contains(where: line.lowercased().hasPrefix) { isCancelled = true }
    }
    // The date alone is that of the mail.
    if when.isEmpty, !date.isEmpty, !time.isEmpty { when = "\(date) \(time)" }
    guard !when.isEmpty else { return nil }
  }

  private static let places = [
    "where", "location", "wo", "ort", "où", "lieu", "dónde", "donde", "lugar", "ubicación",
  ]
  private static let senders = [
    "organizer", "organiser", "from", "organisator", "von", "organisateur", "de", "organizador",
  ]
  private static let subjects = [
    "subject", "what", "title", "betreff", "titel", "objet", "titre", "asunto", "título",
  ]

  private static let cancellations = [
    "abgesagt:", "betreff: abgesagt", "annulé", "objet: annulé", "objet : annulé", "cancelado:",
    "cancelada:", "asunto: cancelad",
    "canceled:", "cancelled:", "canceled event", "cancelled event", "subject: canceled",
    "subject: cancelled", "this event has been canceled", "this event has been cancelled",
  ]

  /// What stands behind a name with a colon, or in the next line under the name alone.
  private static func value(of name: String, in line: String, _ next: String) -> String? {
    let lower = line.lowercased().drop { "*•-> ".contains($0) }
    guard lower.hasPrefix(name) else { return nil }
    let rest = String(lower.dropFirst(name.count)).trimmed
    if rest.isEmpty || rest == ":" || rest == "*" || rest == ":*" || rest == "*:" { return next }
    guard rest.hasPrefix(":") || rest.hasPrefix("*:") || rest.hasPrefix("：") else { return nil }
    let colon = line.firstIndex { $0 == ":" || $0 == "：" } ?? line.startIndex
    return String(line[line.index(after: colon)...].drop { $0 == "*" }).trimmed
  }

  private mutating func take(sender text: String) {
    guard let open = text.firstIndex(of: "<"), let end = text.lastIndex(of: ">"), open < end else {
      sender = text.contains("@") ? "" : text
      address = text.contains("@") ? text : ""
      return
    }
    sender = String(text[..<open]).trimmed
    address = String(text[text.index(after: open)..<end]).trimmed
  }

  /// Google's subjects say when it is: `Invitation: Interview @ Thu Dec 10, 2026 10am - 11am (CET) (you@…)`.
  private mutating func take(subject: String) {
    var text = subject
    for begin in [
      "Subject:", "Updated invitation:", "Invitation:", "Re:", "Fwd:", "Einladung:", "AW:", "WG:",
      "Invitation :", "TR:", "Invitación:", "RV:",
    ] {
      if text.lowercased().hasPrefix(begin.lowercased()) {
        text = String(text.dropFirst(begin.count)).trimmed
      }
    }
    guard let mark = text.range(ofWord: " @ ") else {
      summary = text
      return
    }
    summary = String(text[..<mark.lowerBound]).trimmed
    guard when.isEmpty else { return }
    var time = String(text[mark.upperBound...]).trimmed
    // Whose calendar it is.
    if let open = time.range(ofWord: " (", last: true), time[open.upperBound...].contains("@") {
      time = String(time[..<open.lowerBound])
    }
    when = time
  }

  // MARK: - When

  /// When it starts.
  ///
  /// - Parameters:
  ///   - now: the time it is.
  ///   - clocks: those of here, and of zones by their names.
  ///   - zone: the zone of its time, where the text names none; empty for that of here.
  /// - Returns: the day and the time, by the clocks of that zone.
  /// - Throws: ``Invitation/Fault``.
  func start(now: Timestamp, clocks: Clocks, zone: String) throws(Invitation.Fault) -> WrittenTime {
    var text = when.replacing("⋅", with: " ").replacing("·", with: " ").replacing(
      "\u{202F}", with: " "
    )
    .replacing("\u{A0}", with: " ")
    var named = Self.takeZone(&text)
    text = ForeignTime.english(text)
    let (begin, rest) = Self.begin(of: text)
    if named.isEmpty { named = Self.afterTime(rest) }
    let read: WrittenTime
    do throws(WrittenTimeFault) {
      read = try WrittenTime(Self.withoutFrom(begin), now: now, clocks: clocks)
    } catch {
      throw .oddStart(when)
    }
    guard read.zone.isEmpty else { return read }
    var place: Clocks.Zone? = zone.isEmpty ? Clocks.Zone("", clocks.here) : clocks.zone(zone)
    if !named.isEmpty {
      // Where the person says it, what nobody can know is of no matter.
      place = ZoneName.spoken(named, clocks) ?? (zone.isEmpty ? nil : place)
    }
    guard let place else { throw .unknownZone(named) }
    return WrittenTime(day: read.day, minutes: read.minutes, in: place)
  }

  private static func withoutFrom(_ text: String) -> String {
    text.split(separator: " ").filter { !["from", "–", "-"].contains($0.lowercased()) }
      .joined(separator: " ").trimmed
  }

  /// Takes the zone off: what stands in the last brackets, or behind an offset in such.
  private static func takeZone(_ text: inout String) -> String {
    for mark in ["(UTC", "(GMT"] {
      guard let open = text.range(ofWord: mark) else { continue }
      var zone = String(text[open.lowerBound...]).trimmed
      if zone.hasSuffix(".") { zone.removeLast() }
      text = String(text[..<open.lowerBound]).trimmed
      return zone
    }
    guard let open = text.firstIndex(of: "("), let end = text[open...].firstIndex(of: ")") else {
      return ""
    }
    let zone = String(text[text.index(after: open)..<end]).trimmed
    text = String(text[..<open]).trimmed
    return zone
  }

  /// The text up to where it ends, and what stands behind that: `10:00 - 11:00` is `10:00`.
  private static func begin(of text: String) -> (begin: String, rest: String) {
    for mark in ["–", "—", "-", " to ", " until "] {
      var rest = text[...]
      while let found = rest.range(ofWord: mark) {
        let (left, right) = (
          String(text[..<found.lowerBound]).trimmed, String(text[found.upperBound...]).trimmed
        )
        if endsInTime(left), let end = time(right) ?? (startsWithDay(right) ? ("", right) : nil) {
          return (withHalf(of: end.time, left), end.rest)
        }
        rest = rest[found.upperBound...]
      }
    }
    return (text, "")
  }

  private static func endsInTime(_ text: String) -> Bool {
    let last = text.lowercased()
    return last.hasSuffix("am") || last.hasSuffix("pm") || last.hasSuffix(".m.")
      || last.last?.isNumber == true
  }

  private static func startsWithDay(_ text: String) -> Bool {
    let word = text.prefix { $0.isLetter }.lowercased().prefix(3)
    return ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].contains(String(word))
  }

  /// The time that a text begins with, and what is behind it: `11:00 AM CET`.
  private static func time(_ text: String) -> (time: String, rest: String)? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ":" || $0 == ".") }
    guard let first = digits.first, first.isNumber, (1...5).contains(digits.count) else {
      return nil
    }
    let behind = String(text[digits.endIndex...]).trimmed
    for half in ["am", "pm", "a.m.", "p.m."] where behind.lowercased().hasPrefix(half) {
      let rest = behind.dropFirst(half.count)
      guard rest.first?.isLetter != true else { continue }
      return (digits + half.filter { $0 != "." }, String(rest).trimmed)
    }
    // Without any of both it is a day as well as an hour.
    guard digits.contains(":") || digits.contains(".") else { return nil }
    return (String(digits), behind)
  }

  /// The begin with the half of the day that stands at the end alone: `10 - 11am`.
  private static func withHalf(of end: String, _ begin: String) -> String {
    let half = String(end.suffix(2))
    guard half == "am" || half == "pm", !begin.lowercased().hasSuffix("m"),
      !begin.lowercased().hasSuffix("m.")
    else { return begin }
    let hour =
      Int(
        begin.reversed().prefix { $0.isNumber || $0 == ":" || $0 == "." }.reversed()
          .split { $0 == ":" || $0 == "." }.first.map { String($0) } ?? "") ?? 0
    let last = Int(end.prefix { $0.isNumber }) ?? 0
    guard (1...12).contains(hour) else { return begin }
    // 11 to 1 pm begins before noon.
    let isBefore = half == "pm" && hour != 12 && (last == 12 || hour > last)
    return begin + (isBefore ? "am" : half)
  }

  /// A zone behind the time: `CET`.
  private static func afterTime(_ text: String) -> String {
    let rest = text.trimmed.split { $0 == "," || $0 == "." }.first.map { String($0).trimmed } ?? ""
    return startsWithDay(rest) ? "" : rest
  }
}

extension String {
  /// Where a text stands first, or last.
  fileprivate func range(ofWord word: String, last: Bool = false) -> Range<Index>? {
    self[...].range(ofWord: word, last: last)
  }
}

extension Substring {
  fileprivate func range(ofWord word: String, last: Bool = false) -> Range<Index>? {
    let found = ranges(of: word)
    return last ? found.last : found.first
  }
}
