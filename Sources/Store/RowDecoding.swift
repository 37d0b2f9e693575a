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

  private let first = Mutex<String?>(nil)

  /// Notes one; what it is stays private.
  static func note(ofColumn name: String) {
    current?.first.withLock { $0 = $0 ?? "a value of “\(name)” is not what belongs there" }
  }

  /// Runs a transaction's body.
  ///
  /// - Throws: what `body` throws, or `SQLITE_CORRUPT` if it met an unfit value.
  static func refused<Value>(_ body: () throws -> Value) throws -> Value {
    let values = UnfitValues()
    let value = try $current.withValue(values, operation: body)
    if let description = values.first.withLock({ $0 }) {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: description)
    }
    return value
  }
}

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
