import Practice
public import Scheduler

/// An invitation to an interview, as Outlook, Google, Apple and others send it (RFC 5545, RFC 5546).
public struct Invitation: Equatable, Sendable {
  /// What calendars know it by; empty if it does not say.
  public var uid: String
  /// How often it was changed by whoever sends it; nil if it does not say.
  public var sequence: Int?
  /// When this one was made, as calendars write it (`20261126T100000Z`); empty if it does not say.
  public var made: String
  /// Whether it says that there is none after all.
  public var isCancelled: Bool
  public var start: WrittenTime
  public var summary: String
  /// Where it is, and the link if there is one.
  public var place: String
  /// Who sends it: their name and their address, as far as it says.
  public var sender: String
  public var address: String

  /// How one invitation stands to another to the same.
  public enum Age: Equatable, Sendable {
    case older, same, later
  }

  /// How it stands to one that was taken before: the one changed more often is later, and of these the
  /// one made later.
  ///
  /// - Parameters:
  ///   - sequence: how often the other had been changed.
  ///   - made: when the other was made.
  /// - Returns: older, later or the same.
  public func age(beside sequence: Int?, made: String) -> Age {
    let (this, other) = ((self.sequence ?? 0, self.made), (sequence ?? 0, made))
    return this == other ? .same : this < other ? .older : .later
  }

  /// Whether a file holds a calendar, or the beginning of one, whatever is in it.
  public static func isCalendar(_ bytes: [UInt8]) -> Bool {
    do throws(Fault) {
      _ = try CalendarComponent(bytes)
      return true
    } catch {
      return error == .cutShort
    }
  }

  /// Why a file holds no invitation that can be taken.
  public enum Fault: Error, Equatable, Sendable {
    case noCalendar
    /// It ends before its end, and may lack what moves it or calls it off.
    case cutShort
    case noEvent
    /// So many, of which the first are named.
    case several([String])
    case isRepeating
    /// It answers one, or asks something about one.
    case isAnswer(String)
    case noStart
    case oddStart(String)
    case unknownZone(String)

    /// To follow the file's name.
    public var advice: String {
      switch self {
      case .noCalendar:
        "holds no invitation: save the one of the mail as a file that ends in .ics, paste its text with the line that begins “When”, or give the time with --at"
      case .cutShort:
        "ends in the middle of a calendar: save or download it again, or give the time with --at"
      case .noEvent: "is a calendar without an event; give the time with --at"
      case .several(let names):
        "holds \(names.count) events, none of which reads like an interview, such as \(names.prefix(2).map { "“\($0)”" }.joined(separator: " and ")); save that of the interview alone"
      case .isRepeating:
        "is a meeting that repeats, and an interview does not; give the time of yours with --at"
      case .isAnswer(let method):
        "is an answer to an invitation (\(method)); take the invitation itself"
      case .noStart: "does not say when it starts; give the time with --at"
      case .oddStart(let text): "starts at “\(text)”, which is no time; give the time with --at"
      case .unknownZone(let zone):
        "is by the clocks of “\(zone)”, a zone that it does not explain and this machine does not know; say which with --zone, such as Europe/Lisbon"
      }
    }
  }

  /// Reads the one invitation that is in a file.
  ///
  /// - Parameters:
  ///   - bytes: a calendar file, or a mail with one in it.
  ///   - clocks: those of here, and of zones by their names.
  ///   - zone: the zone of its time, where it does not say one that is known; empty for that of here.
  /// - Throws: ``Fault``.
  public init(_ bytes: [UInt8], clocks: Clocks, zone: String = "") throws(Fault) {
    let file = try CalendarComponent(bytes)
    try self.init(file.all("VEVENT"), in: file, clocks: clocks, zone: zone)
  }

  /// Reads that of events of a file which are one meeting.
  init(
    _ events: [CalendarComponent], in file: CalendarComponent, clocks: Clocks, zone: String
  ) throws(Fault) {
    guard let calendar = file.all("VCALENDAR").first else { throw .noCalendar }
    let method = calendar.text("METHOD").uppercased()
    guard !["REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH"].contains(method) else {
      throw .isAnswer(method)
    }
    let event = try Self.event(of: events)
    uid = event.text("UID")
    sequence = Int(event.text("SEQUENCE")).flatMap { Self.sequences.contains($0) ? $0 : nil }
    let stamp = event.text("DTSTAMP").uppercased()
    made = CalendarTime(stamp)?.isUTC == true && stamp.utf8.count == 16 ? stamp : ""
    isCancelled = method == "CANCEL" || event.text("STATUS").uppercased() == "CANCELLED"
    summary = event.text("SUMMARY").oneLine
    place = Self.place(of: event)
    let organiser = event.line("ORGANIZER")
    sender = (organiser?.parameters["CN"] ?? "").oneLine
    let address = organiser?.value.trimmed ?? ""
    self.address = address.lowercased().hasPrefix("mailto:") ? String(address.dropFirst(7)) : ""
    start = try Self.start(
      of: event, in: calendar, zones: file.all("VTIMEZONE"), clocks: clocks, zone: zone)
  }

  /// Reads an invitation that was pasted from a mail as it is read there.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - now: the time it is.
  ///   - clocks: those of here, and of zones by their names.
  ///   - zone: the zone of its time, where it does not say one that is known; empty for that of here.
  /// - Throws: ``Fault``.
  public init(pasted bytes: [UInt8], now: Timestamp, clocks: Clocks, zone: String = "")
    throws(Fault)
  {
    guard let pasted = PastedInvitation(bytes) else { throw .noCalendar }
    (uid, made) = ("", "")
    isCancelled = pasted.isCancelled
    summary = pasted.summary.oneLine
    place = pasted.place.oneLine
    (sender, address) = (pasted.sender.oneLine, pasted.address.oneLine)
    start = try pasted.start(now: now, clocks: clocks, zone: zone)
  }

  /// What a sequence may be.
  public static let sequences = 0...999_999

  /// The one event that a file is about.
  private static func event(of events: [CalendarComponent]) throws(Fault) -> CalendarComponent {
    guard let first = events.first else { throw .noEvent }
    guard !events.contains(where: { $0.line("RRULE") != nil || $0.line("RDATE") != nil }),
      !events.contains(where: { $0.line("RECURRENCE-ID") != nil })
    else { throw .isRepeating }
    let uid = first.text("UID")
    guard events.count == 1 || !uid.isEmpty && events.allSatisfy({ $0.text("UID") == uid }) else {
      throw .several(events.map { $0.text("SUMMARY").oneLine })
    }
    return latest(of: events) ?? first
  }

  /// Of several of one event the last change counts; nil of none.
  static func latest(of events: [CalendarComponent]) -> CalendarComponent? {
    func rank(_ event: CalendarComponent) -> (Int, String) {
      (Int(event.text("SEQUENCE")) ?? 0, event.text("DTSTAMP"))
    }
    return events.dropFirst().reduce(events.first) { last, event in
      last.map { rank(event) >= rank($0) ? event : $0 }
    }
  }

  /// Where it is; a link that stands elsewhere comes behind it.
  private static func place(of event: CalendarComponent) -> String {
    let place = event.text("LOCATION").oneLine
    let names = [
      "X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-GOOGLE-CONFERENCE", "CONFERENCE", "URL",
    ]
    let link = names.lazy.map { event.text($0).oneLine }.first { $0.hasPrefix("http") }
    guard let link, !place.contains(link) else { return place }
    return place.isEmpty ? link : "\(place), \(link)"
  }

  private static func start(
    of event: CalendarComponent, in calendar: CalendarComponent, zones: [CalendarComponent],
    clocks: Clocks, zone: String
  ) throws(Fault) -> WrittenTime {
    guard let line = event.line("DTSTART") else { throw .noStart }
    guard let time = CalendarTime(line.value) else { throw .oddStart(line.value) }
    guard time.hasTime else {
      return WrittenTime(day: time.day, minutes: nil, in: clocks.zone(zone) ?? clocks.hereAsZone)
    }
    guard !time.isUTC else { return WrittenTime(instant: time.local, in: clocks.hereAsZone) }
    let named = line.parameters["TZID"] ?? ""
    // A calendar as a whole may say by whose clocks it is; what is said of here comes first.
    guard !named.isEmpty else {
      let whole = ZoneName.zone(calendar.text("X-WR-TIMEZONE"), clocks)
      let place = (zone.isEmpty ? whole : clocks.zone(zone)) ?? clocks.hereAsZone
      return WrittenTime(day: time.day, minutes: time.minutes, in: place)
    }
    let place = try Self.place(named, in: zones, clocks: clocks, instead: zone)
    return WrittenTime(day: time.day, minutes: time.minutes, in: place)
  }

  /// The clocks of a zone: by the file's own rules, else by its name, else those that are given instead.
  private static func place(
    _ name: String, in zones: [CalendarComponent], clocks: Clocks, instead: String
  ) throws(Fault) -> Clocks.Zone {
    let known = ZoneName.zone(name, clocks)
    let own = zones.first { $0.text("TZID") == name }.flatMap(CalendarZone.init)
    if let own {
      return Clocks.Zone(known?.name ?? "") { own.utcOffset(at: $0) }
    }
    guard let zone = known ?? (instead.isEmpty ? nil : clocks.zone(instead)) else {
      throw .unknownZone(name)
    }
    return zone
  }
}

extension Clocks {
  /// The clocks of here, as a zone that nobody has named.
  fileprivate var hereAsZone: Zone { Zone("", here) }
}

extension String {
  /// On one line, without blanks around it.
  var oneLine: String {
    split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
      .joined(separator: ", ")
  }
}
