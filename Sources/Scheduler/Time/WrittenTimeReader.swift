/// Reads what a person has written word by word, and notes what each says.
struct WrittenTimeReader {
  private let text: String
  private let clocks: Clocks
  /// The words in small letters, and as they were written.
  private var words: ArraySlice<(small: Substring, written: Substring)>
  var date = WrittenDate()
  private(set) var time: WrittenClock?
  /// Whether a time is of the morning, or of later; nil if nothing says so.
  private var half: Half?
  private(set) var zone: String?
  private(set) var writtenOffset: Int?
  /// Minutes from now.
  private(set) var wait: Int?
  /// A number that is a day or an hour.
  private var number: Int?
  /// Two numbers with a full stop between them, which are a day or a time.
  private var pair: (first: Int, second: Int, text: String)?

  enum Half { case morning, later }

  init(_ text: String, _ clocks: Clocks) {
    self.text = text
    self.clocks = clocks
    let spaced = text.map { ",;\u{A0}\u{2009}\u{202F}".contains($0) ? " " : $0 }
    words =
      String(spaced).split(whereSeparator: \.isWhitespace).map {
        (small: Substring($0.lowercased()), written: $0)
      }[...]
  }

  /// Whether beside the time to wait nothing is named.
  var namesNothingElse: Bool { time == nil && date == WrittenDate() && number == nil }

  mutating func read() throws(WrittenTimeFault) {
    while let word = words.popFirst() {
      guard try take(word.small, written: word.written) else {
        throw .unknown(
          words.isEmpty && word.written.count == text.count ? text : String(word.written))
      }
    }
    try resolvePair()
    try resolveNumber()
    if let half, var time {
      time.apply(half)
      self.time = time
    }
    guard writtenOffset == nil || (time != nil && zone == nil) else { throw .twice(text) }
  }

  func day(from today: Day) throws(WrittenTimeFault) -> Day? {
    try date.day(from: today, isTimed: time != nil)
  }

  // MARK: - Words

  /// Whether the word says something.
  private mutating func take(_ word: Substring, written: Substring) throws(WrittenTimeFault) -> Bool
  {
    if Self.fillers.contains(word) || word == "in" && words.first?.small == "the" { return true }
    if try takeRelative(word) { return true }
    if try takeName(word) { return true }
    if try takeHalf(word) { return true }
    if try takeAmount(word) { return true }
    if try takeNumbers(word) { return true }
    return try takeZone(word, written)
  }

  private static let fillers: Set<Substring> = ["at", "on", "the", "of", "@", "from", "coming"]

  private mutating func takeRelative(_ word: Substring) throws(WrittenTimeFault) -> Bool {
    switch word {
    case "now": if time == nil, wait == nil, date.isEmpty { wait = 0 }
    case "today": try set(\.relative, 0)
    case "tonight":
      try set(\.relative, 0)
      half = .later
    case "tomorrow", "tmrw", "tmr", "tomorow", "tommorow", "tommorrow":
      try set(\.relative, 1)
    case "yesterday": try set(\.relative, -1)
    case "day" where words.first?.small == "after" && words.dropFirst().first?.small == "tomorrow":
      words = words.dropFirst(2)
      try set(\.relative, 2)
    case "next", "this", "last":
      guard let following = words.first?.small else { return false }
      if word == "this", ["morning", "afternoon", "evening"].contains(following) {
        try set(\.relative, 0)
        return true
      }
      if following == "week" {
        words = words.dropFirst()
      } else if CalendarNames.weekday(following) == nil {
        return false
      }
      try set(\.week, word == "next" ? .next : word == "this" ? .this : .last)
    default: return false
    }
    return true
  }

  private mutating func takeName(_ word: Substring) throws(WrittenTimeFault) -> Bool {
    if let weekday = CalendarNames.weekday(word) {
      try set(\.weekday, weekday)
    } else if let month = CalendarNames.month(word) {
      try set(\.month, month)
      if date.dayOfMonth == nil, let number {
        date.dayOfMonth = number
        self.number = nil
      }
    } else {
      return false
    }
    return true
  }

  private mutating func takeHalf(_ word: Substring) throws(WrittenTimeFault) -> Bool {
    switch word {
    case "noon", "midday":
      if number == 12 { number = nil }
      try set(WrittenClock(hour: 12))
    case "midnight":
      throw .twoReadings(
        "midnight", what: ["the beginning of the day", "its end"],
        write: ["0:00 of that day", "0:00 of the next"])
    case "morning": half = .morning
    case "afternoon", "evening", "night": half = .later
    case "am", "a.m.", "a.m", "pm", "p.m.", "p.m":
      let half: Half = word.first == "a" ? .morning : .later
      if let number {
        self.number = nil
        try set(WrittenClock(hour: number, half, String(word)))
      } else if let known = time {
        time = nil
        try set(WrittenClock(known, half, String(word)))
      } else {
        return false
      }
    case "o'clock", "o’clock", "oclock", "h", "hrs", "uhr":
      guard let number else { return time != nil && word != "o'clock" }
      self.number = nil
      try set(WrittenClock(hour: number))
    default: return false
    }
    return true
  }

  /// `in 6 days`, `2 weeks ago`, `in an hour`.
  private mutating func takeAmount(_ word: Substring) throws(WrittenTimeFault) -> Bool {
    let rest = word == "in" ? words : [(small: word, written: word)] + words
    guard let first = rest.first?.small, let unit = rest.dropFirst().first?.small,
      let amount = Self.amounts[first] ?? Self.whole(first), let days = Self.units[unit],
      // “14 h” alone is a time of day.
      word == "in" || unit.count > 3
    else { return try takeGluedAmount(word) }
    words = rest.dropFirst(2)
    var isAgo = false
    if let next = words.first?.small, next == "ago" || next == "time" {
      words = words.dropFirst()
      isAgo = next == "ago"
    }
    try take(amount: isAgo ? -amount : amount, of: days)
    return true
  }

  /// `in 6d`.
  private mutating func takeGluedAmount(_ word: Substring) throws(WrittenTimeFault) -> Bool {
    guard word == "in", let next = words.first?.small else { return false }
    let digits = next.prefix { $0.isASCII && $0.isNumber }
    guard let amount = Self.whole(digits), let unit = Self.units[next.dropFirst(digits.count)]
    else {
      return false
    }
    words = words.dropFirst()
    try take(amount: amount, of: unit)
    return true
  }

  private mutating func take(amount: Int, of unit: Unit) throws(WrittenTimeFault) {
    switch unit {
    case .minutes(let minutes):
      guard wait == nil else { throw .twice(text) }
      wait = amount * minutes
    case .days(let days): try set(\.relative, amount * days)
    case .months(let months): try set(\.months, amount * months)
    }
  }

  private enum Unit { case minutes(Int), days(Int), months(Int) }

  private static let units: [Substring: Unit] = [
    "day": .days(1), "days": .days(1), "d": .days(1), "week": .days(7), "weeks": .days(7),
    "w": .days(7), "fortnight": .days(14), "fortnights": .days(14), "month": .months(1),
    "months": .months(1), "hour": .minutes(60), "hours": .minutes(60), "h": .minutes(60),
    "hr": .minutes(60), "hrs": .minutes(60), "minute": .minutes(1), "minutes": .minutes(1),
    "min": .minutes(1), "mins": .minutes(1),
  ]

  private static let amounts: [Substring: Int] = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
  ]

  private mutating func takeZone(
    _ word: Substring, _ written: Substring
  ) throws(WrittenTimeFault) -> Bool {
    if ["z", "utc", "gmt"].contains(word) {
      try set(offset: 0)
    } else if let sign = word.first, "+-\u{2212}".contains(sign),
      let seconds = WrittenClock.offset(word)
    {
      try set(offset: seconds)
    } else if word.contains("/"), word.first?.isLetter == true {
      guard zone == nil else { throw .twice(text) }
      guard clocks.zone(String(written)) != nil else { throw .noZone(String(written)) }
      zone = String(written)
    } else {
      return false
    }
    return true
  }

  // MARK: - Numbers

  private mutating func takeNumbers(_ word: Substring) throws(WrittenTimeFault) -> Bool {
    guard word.first?.isASCII == true, word.first?.isNumber == true else { return false }
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    let rest = word.dropFirst(digits.count)
    guard let value = Self.whole(digits) else { return false }
    switch rest {
    case "": try take(number: value, digits: digits.count)
    case "st", "nd", "rd", "th":
      guard (1...31).contains(value) else { throw .noSuchDay("\(word)") }
      try set(\.dayOfMonth, value)
    case ".":
      // As it is written in much of Europe: the day of a month that follows.
      try take(number: value, digits: digits.count)
    default:
      if digits.count <= 2, CalendarNames.month(rest) != nil {
        try set(\.dayOfMonth, value)
        return try takeName(rest)
      }
      if word.contains("-"), !word.contains(":"), let parts = Self.dashed(word) {
        words = parts.map { (small: $0, written: $0) } + words
        return true
      }
      if let day = WrittenDate.Numbers(word) {
        try take(day)
      } else if let (day, clock) = WrittenDate.Numbers.dayAndTime(word) {
        try take(day)
        return try take(clock: clock)
      } else if try !take(dots: word) {
        return try take(clock: word)
      }
    }
    return true
  }

  /// The words of `3-dec-2026`; nil if there is no month among them.
  private static func dashed(_ word: Substring) -> [Substring]? {
    let parts = word.split(separator: "-")
    return parts.count <= 3 && parts.contains { CalendarNames.month($0) != nil } ? parts : nil
  }

  private mutating func take(number value: Int, digits: Int) throws(WrittenTimeFault) {
    let isYear = (1970...2199).contains(value) && digits == 4 && date.year == nil
    if isYear, date.month != nil || words.contains(where: { CalendarNames.month($0.small) != nil })
    {
      date.year = value
    } else if isYear, date.isEmpty, time == nil, words.isEmpty {
      throw .nothing
    } else if digits == 4, value / 100 < 24, value % 100 < 60 {
      try set(WrittenClock(hour: value / 100, minute: value % 100))
    } else if digits > 2 {
      throw .unknown("\(value)")
    } else if date.month != nil, date.dayOfMonth == nil {
      date.dayOfMonth = value
    } else if let number {
      // The first of two is the hour, and the second the day of a month that follows.
      guard time == nil, date.dayOfMonth == nil,
        words.first.map({ CalendarNames.month($0.small) != nil }) ?? false
      else { throw .twice(text) }
      try set(WrittenClock(bare: number))
      self.number = value
    } else {
      number = value
    }
  }

  private mutating func take(_ numbers: WrittenDate.Numbers) throws(WrittenTimeFault) {
    try set(\.numbers, numbers)
  }

  /// `14.00`, `3.12.` or `3.12.2026`.
  private mutating func take(dots word: Substring) throws(WrittenTimeFault) -> Bool {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    let values = parts.map { Self.whole($0) }
    guard parts.count >= 2, values.dropLast().allSatisfy({ $0 != nil }), let first = values[0],
      let second = values[1]
    else { return false }
    switch parts.count {
    case 2:
      let isTime = first < 24 && parts[1].count == 2 && second < 60
      let isDay = (1...31).contains(first) && (1...12).contains(second)
      guard isTime || isDay else { return false }
      if isTime && isDay {
        guard pair == nil else { throw .twice(text) }
        pair = (first, second, String(word))
      } else if isTime {
        try set(WrittenClock(hour: first, minute: second))
      } else {
        guard date.dayOfMonth == nil, date.month == nil else { throw .twice(text) }
        (date.dayOfMonth, date.month) = (first, second)
      }
      return true
    case 3:
      guard date.dayOfMonth == nil, date.month == nil else { throw .twice(text) }
      if parts[2].isEmpty {
        (date.dayOfMonth, date.month) = (first, second)
      } else {
        guard let year = values[2] else { return false }
        (date.dayOfMonth, date.month, date.year) = (first, second, year < 100 ? 2000 + year : year)
      }
      return true
    default: return false
    }
  }

  /// A time of day with what may stand behind it: `2pm`, `14:00`, `14h30`, `14:00+01:00`.
  private mutating func take(clock word: Substring) throws(WrittenTimeFault) -> Bool {
    guard let (clock, rest) = try WrittenClock.read(word) else { return false }
    try set(clock)
    if !rest.isEmpty {
      guard let seconds = WrittenClock.offset(rest) else { return false }
      try set(offset: seconds)
    }
    return true
  }

  // MARK: - What a number is

  private mutating func resolvePair() throws(WrittenTimeFault) {
    guard let pair else { return }
    switch (time, date.isEmpty) {
    case (nil, false): try set(WrittenClock(hour: pair.first, minute: pair.second))
    case (_?, true): (date.dayOfMonth, date.month) = (pair.first, pair.second)
    case (_?, false): throw .twice(text)
    case (nil, true):
      let clock = "\(pair.first):\(pair.second < 10 ? "0" : "")\(pair.second)"
      let day = "\(pair.first) \(CalendarNames.months[pair.second - 1])"
      throw .twoReadings(pair.text, what: [day, clock], write: [day.lowercased(), clock])
    }
  }

  private mutating func resolveNumber() throws(WrittenTimeFault) {
    guard let number else { return }
    if date.month != nil, date.year == nil, number > 23 {
      date.year = 2000 + number
    } else if time != nil {
      throw .unknown("\(number)")
    } else if date.isEmpty && half == nil {
      throw .twoReadings(
        "\(number)", what: ["\(number) o’clock", "the day of a month"],
        write: ["\(number):00", "\(number) \(CalendarNames.months[11].lowercased())"])
    } else if half != nil {
      try set(WrittenClock(hour: number))
    } else {
      try set(WrittenClock(bare: number))
    }
  }

  // MARK: - Once each

  private mutating func set<Value>(
    _ path: WritableKeyPath<WrittenDate, Value?>, _ value: Value
  ) throws(WrittenTimeFault) {
    guard date[keyPath: path] == nil else { throw .twice(text) }
    date[keyPath: path] = value
  }

  private mutating func set(_ clock: WrittenClock) throws(WrittenTimeFault) {
    guard time == nil else { throw .twice(text) }
    time = clock
  }

  private mutating func set(offset seconds: Int) throws(WrittenTimeFault) {
    guard writtenOffset == nil else { throw .twice(text) }
    writtenOffset = seconds
  }

  /// A whole number of at most four digits.
  static func whole(_ text: Substring) -> Int? {
    guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }
}
