import FoundationEssentials
import GRDB
import Synchronization

/// What is in the database though no Starling wrote it, as a damaged or an edited file has it: the
/// value is read as a blank one, and the transaction fails as soon as it ends.
///
/// GRDB's own subscripts end the program at such a value.
final class UnfitValues: Sendable {
  /// Where unfit values are noted during a transaction.
  @TaskLocal static var current: UnfitValues?

  /// Whether values that can be computed again were computed again, and are left out if they are
  /// unfit still.
  @TaskLocal static var areDerivedForgiven = false

  private let first = Mutex<(any Error)?>(nil)

  private static func note(_ error: any Error) {
    current?.first.withLock { $0 = $0 ?? error }
  }

  /// Notes one; what it is stays private.
  static func note(ofColumn name: String) {
    note(
      DatabaseError(
        resultCode: .SQLITE_CORRUPT, message: "a value of “\(name)” is not what belongs there"))
  }

  /// Notes one that can be computed again from reviews and attempts.
  static func noteDerived() {
    if !areDerivedForgiven { note(UnfitDerivedValue()) }
  }

  /// Runs a transaction's body.
  ///
  /// - Throws: what `body` throws, or ``UnfitDerivedValue`` or `SQLITE_CORRUPT` if it met an unfit value.
  static func refused<Value>(_ body: () throws -> Value) throws -> Value {
    let values = UnfitValues()
    let value = try $current.withValue(values, operation: body)
    if let error = values.first.withLock({ $0 }) { throw error }
    return value
  }
}

/// A value that can be computed again from reviews and attempts is out of its range.
struct UnfitDerivedValue: Error {}

/// A type that a column of the database is read as.
///
/// It does not refine GRDB's protocols: the subscripts below name all three, or GRDB's own would be
/// taken.
protocol ColumnValue {
  /// What stands for a value that cannot be read.
  static var blank: Self { get }
}

extension Int: ColumnValue { static let blank = 0 }
extension Int64: ColumnValue { static let blank: Int64 = 0 }
extension Double: ColumnValue { static let blank = 0.0 }
extension Bool: ColumnValue { static let blank = false }
extension String: ColumnValue { static let blank = "" }
extension Data: ColumnValue { static let blank = Data() }
extension Optional: ColumnValue where Wrapped: ColumnValue { static var blank: Self { nil } }

extension Row {
  /// The value of a column, which is blank, and noted, if it is not of that type.
  subscript<Value: DatabaseValueConvertible & StatementColumnConvertible & ColumnValue>(
    _ index: Int
  ) -> Value {
    do {
      return try decode(Value.self, atIndex: index)
    } catch {
      UnfitValues.note(ofColumn: Array(columnNames).dropFirst(index).first ?? "")
      return .blank
    }
  }

  /// The value of the column of that name, which is blank, and noted, if it is not of that type.
  subscript<Value: DatabaseValueConvertible & StatementColumnConvertible & ColumnValue>(
    _ name: String
  ) -> Value {
    do {
      return try decode(Value.self, forColumn: name)
    } catch {
      UnfitValues.note(ofColumn: name)
      return .blank
    }
  }
}

extension Row {
  /// A day that was computed, as days since 1970; nil if there is none, or if it is out of range, which
  /// is noted.
  func computedDay(_ index: Int) -> Int? {
    let day: Int? = self[index]
    guard let day, !Self.days.contains(day) else { return day }
    UnfitValues.noteDerived()
    return nil
  }

  /// A time that was computed, in milliseconds since 1970 UTC; nil if there is none, or if it is out of
  /// range, which is noted.
  func computedTime(_ index: Int) -> Int64? {
    let time: Int64? = self[index]
    guard let time, !Self.times.contains(time) else { return time }
    UnfitValues.noteDerived()
    return nil
  }

  /// The years from 9000 before to 13000 after our era.
  static let days = -4_000_000...4_000_000
  static let times = Int64(days.lowerBound) * 86_400_000...Int64(days.upperBound) * 86_400_000
}
