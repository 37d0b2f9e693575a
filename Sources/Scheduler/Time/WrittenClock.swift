/// A time of day, as a person writes it.
struct WrittenClock: Equatable {
  /// Seconds after midnight.
  private(set) var seconds: Int
  /// What there is beyond whole seconds.
  private(set) var milliseconds = 0

  /// - Throws: ``WrittenTimeFault/noSuchTime(_:)`` if no clock shows it.
  init(hour: Int, minute: Int = 0, second: Int = 0) throws(WrittenTimeFault) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else {
      throw .noSuchTime("\(hour)\(minute == 0 ? "" : ":\(minute)")")
    }
    seconds = (hour * 60 + minute) * 60 + second
  }

  /// An hour of which nothing says whether it is of the morning: early ones have two readings.
  init(bare hour: Int) throws(WrittenTimeFault) {
    guard !(1...6).contains(hour) else {
      throw .twoReadings(
        "\(hour)", what: ["\(hour):00", "\(hour + 12):00"], write: ["\(hour)am", "\(hour)pm"])
    }
    try self.init(hour: hour)
  }

  /// An hour of the morning, or of later.
  init(
    hour: Int, minute: Int = 0, _ half: WrittenTimeReader.Half, _ word: String
  ) throws(WrittenTimeFault) {
    guard (1...12).contains(hour) else { throw .noSuchTime("\(hour)\(word)") }
    try self.init(hour: hour % 12 + (half == .later ? 12 : 0), minute: minute)
  }

  /// A time that was named without that.
  init(_ clock: Self, _ half: WrittenTimeReader.Half, _ word: String) throws(WrittenTimeFault) {
    try self.init(hour: clock.seconds / 3600, minute: clock.seconds / 60 % 60, half, word)
  }

  /// Takes one that may be of the evening as of the evening, where it is said to be.
  mutating func apply(_ half: WrittenTimeReader.Half) {
    if half == .later, (1..<12).contains(seconds / 3600) { seconds += 12 * 3600 }
  }

  /// Takes a time of day off the front of a word.
  ///
  /// - Returns: the time and what stands behind it; nil if it does not begin with one.
  static func read(_ word: Substring) throws(WrittenTimeFault) -> (Self, rest: Substring)? {
    var rest = word
    guard let hour = digits(&rest) else { return nil }
    var (minute, second) = (0, 0)
    var (hasMinutes, milliseconds) = (false, 0)
    if let sign = rest.first, ":.h".contains(sign),
      let value = digits(after: sign, &rest, exactly: 2)
    {
      (minute, hasMinutes) = (value, true)
      if sign == ":", let value = digits(after: ":", &rest, exactly: 2) {
        second = value
        if rest.first == "." {
          let fraction = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
          milliseconds = Int((fraction + "000").prefix(3)) ?? 0
          rest = rest.dropFirst(1 + fraction.count)
        }
      }
    }
    for (name, half) in halves where rest == name[...] {
      return (try Self(hour: hour, minute: minute, half, name), "")
    }
    if ["h", "uhr", "hrs"].contains(rest) { rest = "" } else if !hasMinutes { return nil }
    var clock = try Self(hour: hour, minute: minute, second: second)
    clock.milliseconds = milliseconds
    return (clock, rest)
  }

  private static let halves: [(String, WrittenTimeReader.Half)] = [
    ("am", .morning), ("a.m.", .morning), ("a.m", .morning), ("a", .morning), ("pm", .later),
    ("p.m.", .later), ("p.m", .later), ("p", .later),
  ]

  /// Seconds east of UTC by `z`, `+01:00`, `+0100` or `+01`; nil if it is nothing of the kind.
  static func offset(_ text: Substring) -> Int? {
    if text == "z" { return 0 }
    guard let sign = text.first, "+-\u{2212}".contains(sign) else { return nil }
    var rest = text.dropFirst()
    guard let hours = digits(&rest, exactly: 2) else { return nil }
    if rest.first == ":" { rest = rest.dropFirst() }
    let minutes = rest.isEmpty ? 0 : digits(&rest, exactly: 2)
    guard let minutes, rest.isEmpty, hours <= 18, minutes < 60, hours * 60 + minutes <= 18 * 60
    else { return nil }
    return (hours * 60 + minutes) * (sign == "+" ? 60 : -60)
  }

  private static func digits(
    after sign: Character, _ text: inout Substring, exactly count: Int
  ) -> Int? {
    guard text.first == sign else { return nil }
    var rest = text.dropFirst()
    guard let value = digits(&rest, exactly: count) else { return nil }
    text = rest
    return value
  }

  /// Takes one or two digits off the front.
  private static func digits(_ text: inout Substring, exactly count: Int? = nil) -> Int? {
    let found = text.prefix(2).prefix { $0.isASCII && $0.isNumber }
    guard !found.isEmpty, count == nil || found.count == count else { return nil }
    text = text.dropFirst(found.count)
    return Int(found)
  }
}
