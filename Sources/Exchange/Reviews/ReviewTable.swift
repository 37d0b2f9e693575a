public import Scheduler

/// Reviews as CSV, in the layout that the FSRS tools share.
///
/// A header names the columns, in any order: `card_id`, `review_time` (milliseconds since 1970 UTC,
/// or ISO 8601) and `review_rating` (1–4, or a word), and if there `review_duration` (milliseconds);
/// or they are those of Anki's table `revlog`. Other columns are passed over. Fields are parted by
/// commas, semicolons or tabs, with or without blanks around them.
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
  /// Each line that was passed over, in order, but not more than ``namedFaults``; one of the header
  /// alone if that is not sound.
  public private(set) var faults: [Fault] = []
  /// How many lines were passed over beside those.
  public private(set) var moreFaults = 0
  /// Whether all times are seconds since 1970, and were read as such.
  public private(set) var isInSeconds = false

  /// How many rows with the rating 0 were passed over: dates that were set by hand.
  public private(set) var manual = 0
  /// Whether it is Anki's, whose cards are numbers.
  public private(set) var isRevlog = false
  /// Whether it was stopped before its end.
  public private(set) var isStopped = false

  /// So many faults are kept; a file of other things would have one in every line.
  public static let namedFaults = 1000

  /// Whether a file's first line names a column of reviews.
  public static func isHeader(of bytes: [UInt8]) -> Bool {
    var lines = SeparatedLines(Array(bytes.prefix(2 * SeparatedLines.longestLine)))
    return ReviewColumns.find(in: &lines) != nil
  }

  /// Reads a file's bytes; what is sound is read whatever the rest is like.
  ///
  /// - Parameters:
  ///   - bytes: the file, as UTF-8, or UTF-16 with a byte order mark.
  ///   - latest: no review of it was made later.
  ///   - progress: is told the share read so far, and says whether to go on.
  ///   - localOffset: gives the seconds east of UTC that are in force at a local time, for times
  ///     without a zone.
  public init(
    _ bytes: [UInt8], latest: Timestamp, progress: (Double) -> Bool = { _ in true },
    localOffset: (Timestamp) -> Int
  ) {
    guard !bytes.isEmpty else {
      note(1, "the file is empty")
      return
    }
    var lines = SeparatedLines(bytes)
    let columns: ReviewColumns
    do throws(LineFault) {
      guard let found = ReviewColumns.find(in: &lines) else { throw ReviewColumns.unknown }
      columns = try found.get()
    } catch {
      note(max(1, lines.number), error.message)
      return
    }
    isRevlog = columns.isRevlog
    let times = Timestamp.firstHappening...max(.firstHappening, latest)
    // Rows whose times mean nothing in milliseconds, but are good ones in seconds.
    var inSeconds: [(row: Row, text: String)] = []
    while let line = lines.next() {
      if lines.number.isMultiple(of: 2000), !progress(lines.share) {
        isStopped = true
        return
      }
      do throws(LineFault) {
        let fields = try line.get()
        if fields.allSatisfy(\.isEmpty) { continue }
        guard let read = try columns.row(fields, line: lines.number, times, localOffset) else {
          manual += 1
          continue
        }
        if read.isInSeconds {
          inSeconds.append((read.row, fields[columns.time]))
        } else {
          rows.append(read.row)
        }
      } catch {
        note(lines.number, error.message)
      }
    }
    guard !inSeconds.isEmpty else { return }
    if rows.isEmpty {
      rows = inSeconds.map(\.row)
      isInSeconds = true
    } else {
      for (row, text) in inSeconds {
        note(
          row.line,
          "review_time “\(text)” would be in January 1970: milliseconds are wanted, not seconds")
      }
      faults.sort { $0.line < $1.line }
    }
  }

  private mutating func note(_ line: Int, _ message: String) {
    if faults.count < Self.namedFaults {
      faults.append(Fault(line: line, message: message))
    } else {
      moreFaults += 1
    }
  }
}
