/// Arithmetic that stops at the ends of what a type can hold.
///
/// Numbers that are kept or written elsewhere may be anything; a sum of two of them must not end the
/// program.
extension FixedWidthInteger where Self: SignedInteger {
  /// The sum, or the end that it lies beyond.
  public func saturatingAdd(_ other: Self) -> Self {
    let (sum, isBeyond) = addingReportingOverflow(other)
    return isBeyond ? (other < 0 ? .min : .max) : sum
  }

  /// The difference, or the end that it lies beyond.
  public func saturatingSubtract(_ other: Self) -> Self {
    let (difference, isBeyond) = subtractingReportingOverflow(other)
    return isBeyond ? (other < 0 ? .max : .min) : difference
  }

  /// The product, or the end that it lies beyond.
  public func saturatingMultiply(_ other: Self) -> Self {
    let (product, isBeyond) = multipliedReportingOverflow(by: other)
    return isBeyond ? ((self < 0) == (other < 0) ? .max : .min) : product
  }
}

extension Int {
  /// The whole part of a number, or the end that it lies beyond; not-a-number is taken as 0.
  public init(saturating value: Double) {
    if let whole = Int(exactly: value.rounded(.towardZero)) {
      self = whole
    } else {
      self = value.isNaN ? 0 : (value < 0 ? .min : .max)
    }
  }
}
