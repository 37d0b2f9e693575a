import GRDB
import Practice
import Scheduler

/// A review as a blob of `histories` keeps it: 32 bytes, little-endian.
///
///     0  day                            16  difficulty
///     4  milliseconds since its 00:00   20  recall expected, below 0 for none
///     8  stability                      24  milliseconds answered, below 0 for none
///    12  fast stability                 28  grade, confidence (0 for none), marks (0 for none)
///
/// The highest bit of the grade says that the wording had not been met.
///
/// The numbers of memory are of single precision: for plots, which need no more.
enum HistoryRecord {
  static let size = 32
  private static let firstSight: UInt8 = 0x80

  static func append(_ review: PastReview, to bytes: inout [UInt8]) {
    let midnight = review.day.start(utcOffset: 0, startHour: 0)
    put(Int32(clamping: review.day.number), into: &bytes)
    put(Int32(clamping: review.time.milliseconds(since: midnight)), into: &bytes)
    put(Float(review.state.stability).bitPattern, into: &bytes)
    put(Float(review.state.fastStability).bitPattern, into: &bytes)
    put(Float(review.state.difficulty).bitPattern, into: &bytes)
    put(Float(review.expected ?? -1).bitPattern, into: &bytes)
    put(Int32(clamping: review.duration ?? -1), into: &bytes)
    let sight = review.isFirstSight ? firstSight : 0
    put(UInt8(review.grade.rawValue) | sight, into: &bytes)
    put(UInt8(clamping: review.confidence ?? 0), into: &bytes)
    put(review.marks?.packed ?? 0, into: &bytes)
  }

  /// The reviews of a blob; what is no review is left out, and noted.
  static func reviews(in bytes: UnsafeRawBufferPointer, into reviews: inout [PastReview]) {
    reviews.removeAll(keepingCapacity: true)
    for start in stride(from: 0, through: bytes.count - size, by: size) {
      let day = Int(get(Int32.self, bytes, start))
      let state = MemoryState(
        stability: number(bytes, start + 8), fastStability: number(bytes, start + 12),
        difficulty: number(bytes, start + 16))
      let first = bytes[start + 28]
      guard let grade = Grade(rawValue: Int(first & ~firstSight)), Row.days.contains(day),
        state.isPlausible
      else {
        UnfitValues.noteDerived()
        continue
      }
      let offset = Int64(get(Int32.self, bytes, start + 4))
      let expected = number(bytes, start + 20)
      let duration = Int(get(Int32.self, bytes, start + 24))
      let confidence = Int(bytes[start + 29])
      reviews.append(
        PastReview(
          time: Timestamp(milliseconds: Int64(day) * 86_400_000 + offset), day: Day(number: day),
          grade: grade, expected: expected >= 0 ? expected : nil,
          state: state,
          duration: duration >= 0 ? duration : nil, confidence: confidence > 0 ? confidence : nil,
          marks: StoryMarks(packed: get(UInt16.self, bytes, start + 30)),
          isFirstSight: first & firstSight != 0))
    }
  }

  private static func put(_ value: some FixedWidthInteger, into bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private static func get<Value: FixedWidthInteger & BitwiseCopyable>(
    _ type: Value.Type, _ bytes: UnsafeRawBufferPointer, _ offset: Int
  ) -> Value {
    Value(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type))
  }

  private static func number(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Double {
    Double(Float(bitPattern: get(UInt32.self, bytes, offset)))
  }
}
