/// How the clocks of a zone go: what a file of the zone database says (RFC 9636).
public struct ZoneRules: Sendable {
  /// Seconds since 1970 at which the offset changes, in order.
  private let changes: [Int64]
  /// The seconds east of UTC after each change.
  private let offsets: [Int]
  /// Those before the first change.
  private let first: Int
  /// What holds after the last change; nil if that goes on for ever.
  private let yearly: YearlyRules?

  /// - Parameter bytes: those of the file; nil comes of bytes that are none.
  public init?(_ bytes: [UInt8]) {
    var reader = Reader(bytes: bytes)
    guard let old = reader.header() else { return nil }
    var size = 4
    var header = old
    if old.version >= 0x32 {
      reader.skip(old.bytes(timeSize: 4))
      guard let new = reader.header() else { return nil }
      (header, size) = (new, 8)
    }
    let changes = (0..<header.changes).map { _ in reader.number(size) }
    let kinds = (0..<header.changes).map { _ in Int(reader.number(1)) }
    var types: [Int] = []
    for _ in 0..<header.types {
      types.append(Int(reader.number(4)))
      reader.skip(2)
    }
    guard !reader.isSpent, let standard = types.first,
      kinds.allSatisfy({ types.indices.contains($0) }),
      zip(changes, changes.dropFirst()).allSatisfy({ $0 < $1 }),
      types.allSatisfy({ abs($0) < 86_400 })
    else { return nil }
    self.changes = changes
    offsets = kinds.map { types[$0] }
    first = standard
    reader.skip(header.bytesAfterTypes(timeSize: size))
    yearly = size == 8 ? YearlyRules(reader.line()) : nil
  }

  /// Seconds east of UTC at an instant.
  public func utcOffset(at time: Timestamp) -> Int {
    let seconds = time.milliseconds.quotientAndRemainder(dividingBy: 1000).quotient
    // The changes up to then.
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    if low == changes.count, let yearly { return yearly.utcOffset(at: time) }
    return low == 0 ? first : offsets[low - 1]
  }

  private struct Header {
    let version: UInt8
    let universal, standard, leaps, changes, types, letters: Int

    func bytes(timeSize: Int) -> Int {
      changes * (timeSize + 1) + types * 6 + bytesAfterTypes(timeSize: timeSize)
    }

    func bytesAfterTypes(timeSize: Int) -> Int {
      letters + leaps * (timeSize + 4) + standard + universal
    }
  }

  private struct Reader {
    let bytes: [UInt8]
    private var place = 0
    /// Whether more was read than there is.
    private(set) var isSpent = false

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func skip(_ count: Int) {
      if count > bytes.count - place { isSpent = true }
      place = min(bytes.count, place + count)
    }

    /// A number of so many bytes, the highest first; with a sign if it has more than one.
    mutating func number(_ count: Int) -> Int64 {
      guard place + count <= bytes.count else {
        isSpent = true
        return 0
      }
      var value: Int64 = count > 1 && bytes[place] >= 0x80 ? -1 : 0
      for byte in bytes[place..<place + count] { value = value << 8 | Int64(byte) }
      place += count
      return value
    }

    mutating func header() -> Header? {
      guard bytes.dropFirst(place).starts(with: Array("TZif".utf8)) else { return nil }
      skip(4)
      let version = UInt8(number(1))
      skip(15)
      let counts = (0..<6).map { _ in Int(number(4)) }
      guard !isSpent, counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
      return Header(
        version: version, universal: counts[0], standard: counts[1], leaps: counts[2],
        changes: counts[3], types: counts[4], letters: counts[5])
    }

    /// The line at the end.
    func line() -> String {
      let rest = bytes.dropFirst(place).drop { $0 == 0x0A }
      return String(decoding: rest.prefix { $0 != 0x0A }, as: UTF8.self)
    }
  }
}
