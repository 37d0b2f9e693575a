import Practice
import Scheduler

/// Where the columns stand that make a review.
struct ReviewColumns {
  private var count = 0
  private var card = 0
  private(set) var time = 0
  private var rating = 0
  private var duration: Int?
  /// Whether they are those of Anki's table of reviews.
  private(set) var isRevlog = false

  private static let names = ["card_id", "review_time", "review_rating"]
  /// What other tools call them.
  private static let others = [
    ["card", "cardid", "cid"],
    ["review_datetime", "review_date", "reviewed_at", "review_at", "timestamp", "datetime"],
    ["rating", "grade", "ease"],
  ]
  private static let durations = ["review_duration", "duration", "duration_ms"]
  /// The same in Anki's table of reviews.
  private static let revlogNames = ["cid", "id", "ease"]

  static let unknown = LineFault(
    message: "the header names no column “card_id”; it takes \(names.listed)")

  /// Reads the header, and finds out what parts the fields.
  ///
  /// - Returns: nil if no column of reviews is named.
  static func find(in lines: inout SeparatedLines) -> Result<ReviewColumns, LineFault>? {
    guard var header = lines.line() else { return nil }
    // What some tools write above the header.
    while header.isEmpty || header.first == UInt8(ascii: "#") {
      guard let next = lines.line() else { return nil }
      header = next
    }
    var separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
    // Excel says first what parts the fields.
    if header.count == 5, header.starts(with: "sep=".utf8), let separator = header.last {
      guard let next = lines.line() else { return nil }
      header = next
      separators = [separator]
    }
    for separator in separators {
      lines.separator = separator
      guard case .success(let fields) = lines.fields(of: header) else { continue }
      let known = fields.map { $0.lowercased().replacing(" ", with: "_") }
      if names.contains(where: known.contains) || revlogNames.allSatisfy(known.contains)
        || others.allSatisfy({ $0.contains(where: known.contains) })
      {
        do throws(LineFault) {
          return .success(try ReviewColumns(known))
        } catch {
          return .failure(error)
        }
      }
    }
    return nil
  }

  private init(_ header: [String]) throws(LineFault) {
    func places(_ name: String) -> [Int] { header.indices.filter { header[$0] == name } }
    isRevlog =
      !Self.names.contains(where: header.contains)
      && Self.revlogNames.allSatisfy(header.contains)
    count = header.count
    var found: [Int] = []
    for (index, name) in (isRevlog ? Self.revlogNames : Self.names).enumerated() {
      let other = isRevlog ? nil : Self.others[index].first(where: header.contains)
      let places = places(header.contains(name) ? name : other ?? name)
      guard let place = places.first else {
        throw LineFault(
          message: "the header names no column “\(name)”; it takes \(Self.names.listed)")
      }
      guard places.count == 1 else {
        throw LineFault(message: "the header names the column “\(name)” twice")
      }
      found.append(place)
    }
    (card, time, rating) = (found[0], found[1], found[2])
    duration =
      isRevlog
      ? header.firstIndex(of: "time")
      : Self.durations.lazy.compactMap { header.firstIndex(of: $0) }.first
  }

  /// Reads the fields of a line.
  ///
  /// - Parameters:
  ///   - fields: without blanks around them.
  ///   - line: its number.
  ///   - times: at which a review can have been made.
  ///   - localOffset: gives the seconds east of UTC that are in force at a local time.
  /// - Returns: the review, and whether its time was one only if it is in seconds; nil for a row that
  ///   says that a date was set by hand.
  /// - Throws: ``LineFault`` if they make no review.
  func row(
    _ fields: [String], line: Int, _ times: ClosedRange<Timestamp>,
    _ localOffset: (Timestamp) -> Int
  ) throws(LineFault) -> (row: ReviewTable.Row, isInSeconds: Bool)? {
    guard fields.count == count else {
      throw LineFault(message: "\(fields.count.of("field")) where the header has \(count)")
    }
    // A date that was set by hand, which Anki keeps among the reviews, and tools after it.
    if Self.whole(fields[rating]) == 0 || fields[rating].lowercased() == "manual" { return nil }
    guard !fields[card].isEmpty else { throw LineFault(message: "card_id is empty") }
    let (moment, isInSeconds) = try time(fields[time], times, localOffset)
    guard let grade = Self.grade(fields[rating]) else {
      throw LineFault(message: "review_rating “\(fields[rating])” is not 1, 2, 3 or 4")
    }
    var milliseconds: Int?
    if let duration, !fields[duration].isEmpty {
      milliseconds = Double(fields[duration]).flatMap { Int(exactly: $0.rounded()) }
      guard let milliseconds, (0...Self.longestDuration).contains(milliseconds) else {
        throw LineFault(message: "review_duration “\(fields[duration])” is not a time in ms")
      }
    }
    let row = ReviewTable.Row(
      card: fields[card], time: moment, grade: grade, duration: milliseconds, line: line)
    return (row, isInSeconds)
  }

  /// A year of 366 days in milliseconds.
  private static let longestDuration = 31_622_400_000

  /// Milliseconds, seconds or ISO 8601.
  private func time(
    _ text: String, _ times: ClosedRange<Timestamp>, _ localOffset: (Timestamp) -> Int
  ) throws(LineFault) -> (time: Timestamp, isInSeconds: Bool) {
    let number = Self.number(text)
    guard
      let time = number.map({ Timestamp(milliseconds: Int64(Int(saturating: $0.rounded()))) })
        ?? ISO8601.time(text, localOffset: localOffset)
    else { throw LineFault(message: "review_time “\(text)” is no time") }
    if times.contains(time) { return (time, false) }
    if let number {
      let inSeconds = Timestamp(milliseconds: Int64(Int(saturating: (number * 1000).rounded())))
      if times.contains(inSeconds) { return (inSeconds, true) }
    }
    let what = number == nil ? "" : " milliseconds since 1970"
    throw LineFault(
      message: "review_time “\(text)”\(what) is "
        + (time < times.lowerBound ? "before 1990" : "in the future"))
  }

  private static func grade(_ text: String) -> Grade? {
    if let number = whole(text) { return Int(exactly: number).flatMap(Grade.init(rawValue:)) }
    return Grade(name: text)
  }

  /// A number without an exponent; clocks in seconds often have a fraction.
  private static func number(_ text: String) -> Double? {
    text.utf8.allSatisfy { "0123456789.-".utf8.contains($0) } ? Double(text) : nil
  }

  /// A whole number; pandas writes `3.0` where a column has gaps.
  private static func whole(_ text: String) -> Int64? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let number = parts.first.flatMap({ Int64($0) }) else { return nil }
    guard parts.count > 1 else { return number }
    return !parts[1].isEmpty && parts[1].allSatisfy { $0 == "0" } ? number : nil
  }
}

extension [String] {
  /// `a, b and c`.
  fileprivate var listed: String {
    dropLast().joined(separator: ", ") + (last.map { " and \($0)" } ?? "")
  }
}
