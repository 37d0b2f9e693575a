public import Scheduler

/// Reviews as CSV, in the layout that the FSRS tools share.
///
/// A header names the columns, in any order: `card_id`, `review_time` (milliseconds since 1970 UTC,
/// or ISO 8601) and `review_rating` (1–4), and if there `review_duration` (milliseconds). Other
/// columns are passed over.
public struct ReviewTable: Equatable, Sendable {
  public struct Row: Equatable, Sendable {
    /// As the file has it.
    public var card: String
    public var time: Timestamp
    public var grade: Grade
    /// Milliseconds.
    public var duration: Int?
    /// Of the file, from 1.
    public var line: Int
  }

  /// A line that is no review.
  public struct Fault: Equatable, Sendable {
    /// From 1, the header's.
    public var line: Int
    public var message: String

    public init(line: Int, message: String) {
      self.line = line
      self.message = message
    }
  }

  /// In the order of the file.
  public private(set) var rows: [Row] = []
  /// Each line that was passed over; one of the header alone if that is not sound.
  public private(set) var faults: [Fault] = []

  /// Whether a file's first line names the columns of reviews.
  public static func isHeader(of bytes: [UInt8]) -> Bool {
    var lines = LineReader(bytes)
    guard let header = lines.next() else { return false }
    return (try? Columns(header)) != nil
  }

  /// Reads a file's bytes; what is sound is read whatever the rest is like.
  ///
  /// - Parameters:
  ///   - bytes: the file, as UTF-8.
  ///   - localOffset: gives the seconds east of UTC that are in force at a local time, for times
  ///     without a zone.
  public init(_ bytes: [UInt8], localOffset: (Timestamp) -> Int) {
    var lines = LineReader(bytes)
    guard let header = lines.next() else {
      faults = [Fault(line: 1, message: "the file is empty")]
      return
    }
    let columns: Columns
    do throws(ColumnError) {
      columns = try Columns(header)
    } catch {
      faults = [Fault(line: 1, message: error.message)]
      return
    }
    while let fields = lines.next() {
      if fields.count == 1 && fields[0].isEmpty { continue }
      do throws(ColumnError) {
        rows.append(try columns.row(fields, line: lines.number, localOffset))
      } catch {
        faults.append(Fault(line: lines.number, message: error.message))
      }
    }
  }
}

private struct ColumnError: Error {
  var message: String
}

/// Where the columns stand that make a review.
private struct Columns {
  private var count = 0
  private var card = 0
  private var time = 0
  private var rating = 0
  private var duration: Int?

  init(_ header: [String]) throws(ColumnError) {
    let names = header.map { $0.lowercased() }
    func place(_ name: String) throws(ColumnError) -> Int {
      guard let place = names.firstIndex(of: name) else {
        throw ColumnError(
          message: "the header names no column “\(name)”; it takes card_id, review_time and "
            + "review_rating")
      }
      return place
    }
    count = names.count
    card = try place("card_id")
    time = try place("review_time")
    rating = try place("review_rating")
    duration = names.firstIndex(of: "review_duration")
  }

  func row(
    _ fields: [String], line: Int, _ localOffset: (Timestamp) -> Int
  ) throws(ColumnError) -> ReviewTable.Row {
    guard fields.count == count else {
      throw ColumnError(message: "\(fields.count) fields where the header has \(count)")
    }
    guard !fields[card].isEmpty else { throw ColumnError(message: "card_id is empty") }
    guard let moment = Self.time(fields[time], localOffset) else {
      throw ColumnError(message: "review_time “\(fields[time])” is no time")
    }
    guard let grade = Int(fields[rating]).flatMap(Grade.init(rawValue:)) else {
      throw ColumnError(message: "review_rating “\(fields[rating])” is not 1, 2, 3 or 4")
    }
    var milliseconds: Int?
    if let duration, !fields[duration].isEmpty {
      milliseconds = Double(fields[duration]).flatMap { Int(exactly: $0.rounded()) }
      guard let milliseconds, milliseconds >= 0 else {
        throw ColumnError(message: "review_duration “\(fields[duration])” is no time in ms")
      }
    }
    return ReviewTable.Row(
      card: fields[card], time: moment, grade: grade, duration: milliseconds,
      line: line)
  }

  /// Milliseconds or ISO 8601, no further than the years that a date can have.
  private static func time(_ text: String, _ localOffset: (Timestamp) -> Int) -> Timestamp? {
    guard let milliseconds = Int64(text) else {
      return ISO8601.time(text, localOffset: localOffset)
    }
    let limit: Int64 = 253_402_300_800_000
    return (-limit...limit).contains(milliseconds) ? Timestamp(milliseconds: milliseconds) : nil
  }
}

/// The lines of a file as fields, one by one; a field may stand in quotes.
///
/// No field of a review holds a line break, so a quote that is not closed spoils its own line only.
private struct LineReader {
  private let bytes: [UInt8]
  private var position = 0
  /// Of the line read last, from 1.
  private(set) var number = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // A byte order mark, which spreadsheets write.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  mutating func next() -> [String]? {
    guard position < bytes.count else { return nil }
    let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let line = bytes[position..<end]
    position = end + 1
    number += 1
    return Self.fields(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
  }

  private static func fields(_ line: ArraySlice<UInt8>) -> [String] {
    let quote = UInt8(ascii: "\"")
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var last: UInt8?
    for byte in line {
      if byte == quote {
        // A quote right after a closing one stands for itself.
        if !isQuoted && last == quote { field.append(quote) }
        isQuoted.toggle()
      } else if byte == UInt8(ascii: ",") && !isQuoted {
        fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
      } else {
        field.append(byte)
      }
      last = byte
    }
    return fields + [String(decoding: field, as: UTF8.self)]
  }
}
