import Decks
import Scheduler

extension Today {
  /// The first line of what ``encoded`` writes; another one is of another version.
  private static let mark = "today 1"

  /// All of it as a text, so that it can be kept and read at the next start.
  public var encoded: String {
    var lines = [Self.mark]
    lines.append(
      Self.line(
        "day", moment.time.milliseconds, moment.utcOffset, day.number, place.rawValue, minutes,
        readyThisMorning))
    lines += drawn.map { Self.line("item", $0) }
    lines += tomorrow.map { Self.line("tomorrow", $0) }
    if let panel { lines.append(Self.line("panel", panel)) }
    lines.append(Self.line("ready", readiness.whole))
    lines += readiness.families.map { Self.line("family", $0.family, $0.recall) }
    for figures in interviews {
      let appointment = figures.appointment
      lines.append(
        Self.line(
          "interview", appointment.number, Self.escaped(appointment.employer), appointment.round,
          appointment.time.start.milliseconds, appointment.time.isTimeKnown,
          appointment.isLogged, appointment.isWavedOff, figures.daysLeft, figures.readyNow,
          figures.readyByPlan, figures.low, figures.high, figures.fits, figures.counted))
      lines += figures.willNotFit.map { Self.line("not", $0) }
      lines += figures.families.map { Self.line("share", $0.family, $0.recall) }
    }
    return lines.joined(separator: "\n")
  }

  /// Reads what ``encoded`` wrote; nil if it is something else.
  public init?(encoded: String) {
    var lines = encoded.split(separator: "\n")[...]
    guard lines.popFirst() == Substring(Self.mark), let first = lines.popFirst(),
      var today = Today(Fields(first))
    else { return nil }
    for line in lines {
      var fields = Fields(line)
      let isRead =
        switch fields.text() {
        case "item": fields.item().map { today.drawn.append($0) } != nil
        case "tomorrow": fields.item().map { today.tomorrow.append($0) } != nil
        case "panel": fields.whole().map { today.panel = $0 } != nil
        case "ready": fields.number().map { today.readiness.whole = $0 } != nil
        case "family": fields.share().map { today.readiness.families.append($0) } != nil
        case "interview": fields.interview().map { today.interviews.append($0) } != nil
        case "not": today.addLast(fields.card()) { $0.willNotFit.append($1) }
        case "share": today.addLast(fields.share()) { $0.families.append($1) }
        default: false
        }
      guard isRead, fields.isAtEnd else { return nil }
    }
    self = today
  }

  private init?(_ line: Fields) {
    var fields = line
    guard fields.text() == "day", let time = fields.whole(), let offset = fields.whole(),
      let day = fields.whole(), let place = fields.text().flatMap({ Place(rawValue: $0) }),
      let minutes = fields.number(), let morning = fields.number(), fields.isAtEnd
    else { return nil }
    self.init(
      moment: Moment(time: Timestamp(milliseconds: Int64(time)), utcOffset: offset),
      day: Day(number: day), place: place, minutes: minutes, drawn: [], interviews: [],
      readyThisMorning: morning, readiness: Readiness(whole: 0, families: []), tomorrow: [])
  }

  private mutating func addLast<Value>(
    _ value: Value?, _ add: (inout InterviewFigures, Value) -> Void
  ) -> Bool {
    guard let value, !interviews.isEmpty else { return false }
    add(&interviews[interviews.count - 1], value)
    return true
  }

  private static func line(_ name: String, _ item: Item) -> String {
    line(name, item.item.encoded, item.kind.rawValue, item.minutes, item.isNew, item.state.rawValue)
  }

  private static func line(_ fields: any CustomStringConvertible...) -> String {
    fields.map(\.description).joined(separator: "\t")
  }

  fileprivate static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\n", with: "\\n")
  }

  /// The fields of a line, one after the other.
  private struct Fields {
    private var fields: ArraySlice<Substring>

    init(_ line: Substring) {
      fields = line.split(separator: "\t", omittingEmptySubsequences: false)[...]
    }

    var isAtEnd: Bool { fields.isEmpty }

    mutating func text() -> String? { fields.popFirst().map(String.init) }
    mutating func whole() -> Int? { text().flatMap { Int($0) } }
    mutating func number() -> Double? {
      text().flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil }
    }
    mutating func truth() -> Bool? { text().flatMap { Bool($0) } }
    mutating func card() -> CardID? { text().flatMap { CardID($0) } }

    mutating func share() -> Readiness.Share? {
      guard let family = text(), let recall = number() else { return nil }
      return Readiness.Share(family: family, recall: recall)
    }

    mutating func item() -> Item? {
      guard let item = text().flatMap({ SessionItem(encoded: $0) }),
        let kind = text().flatMap({ CardKind(rawValue: $0) }), let minutes = number(),
        let isNew = truth(), let state = text().flatMap({ Item.State(rawValue: $0) })
      else { return nil }
      return Item(item, kind: kind, minutes: minutes, isNew: isNew, state: state)
    }

    mutating func interview() -> InterviewFigures? {
      guard let number = whole(), let employer = text(), let round = whole(),
        let start = whole(), let isTimeKnown = truth(), let isLogged = truth(),
        let isWavedOff = truth(), let daysLeft = whole(), let readyNow = self.number(),
        let byPlan = self.number(), let low = self.number(), let high = self.number(),
        let fits = whole(), let counted = whole()
      else { return nil }
      return InterviewFigures(
        appointment: Appointment(
          number: Int64(number), employer: Self.unescaped(employer), round: round,
          time: InterviewTime(
            Timestamp(milliseconds: Int64(start)), isTimeKnown: isTimeKnown),
          isLogged: isLogged, isWavedOff: isWavedOff),
        daysLeft: daysLeft, readyNow: readyNow, readyByPlan: byPlan, low: low, high: high,
        fits: fits, counted: counted, willNotFit: [], families: [])
    }

    private static func unescaped(_ text: String) -> String {
      var plain = ""
      var isEscaped = false
      for character in text {
        if isEscaped {
          plain.append(character == "t" ? "\t" : character == "n" ? "\n" : character)
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else {
          plain.append(character)
        }
      }
      return plain
    }
  }
}
