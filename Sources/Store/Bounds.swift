/// How far numbers in the database are believed when they are read.
///
/// An older Starling took in whatever stood in a file; `doctor` names such values. Reckoning with them
/// must not fail, wherever that is done, so none goes beyond these.
enum Bounds {
  /// Days since 1970, some ten thousand years either way.
  static let days = -3_650_000...3_650_000
  /// Milliseconds since 1970, as many years.
  static let times: ClosedRange<Int64> = -315_360_000_000_000...315_360_000_000_000
  /// Seconds east of UTC.
  static let offsets = -86_400...86_400
  /// Milliseconds that something took: up to a year.
  static let durations = 0...31_622_400_000
  static let counts = 0...9999
  /// Places in a list.
  static let positions = 0...63
}

extension Comparable {
  /// The value, or the end of the range that is nearest to it.
  func bounded(by range: ClosedRange<Self>) -> Self {
    min(max(self, range.lowerBound), range.upperBound)
  }
}
