/// A model of one card's memory: pure functions, the same result for the same input for ever.
public protocol MemoryModel: Sendable {
  var name: ModelName { get }

  /// The parameters in use, after clipping to the model's bounds.
  var parameters: [Double] { get }

  func state(afterFirst grade: Grade) -> MemoryState

  func state(after grade: Grade, from state: MemoryState, elapsed: Elapsed) -> MemoryState

  /// Probability of recall `afterDays` (fractional, at least 0) after the last review.
  func retrievability(of state: MemoryState, afterDays: Double) -> Retrievability

  /// Days, not rounded, until recall falls to `retention` (a probability below 1).
  func interval(of state: MemoryState, retention: Double) -> Double
}

/// Why parameters are no model.
public enum ParameterError: Error, Equatable, CustomStringConvertible {
  case wrongCount(expected: Int, got: Int)
  /// The index, from 0, of a value that is infinite or not a number.
  case notFinite(index: Int)
  /// The index, from 0, of a value that the model does not take as it is, and what it takes.
  case outOfBounds(index: Int, ClosedRange<Double>)

  public var description: String {
    switch self {
    case .wrongCount(let expected, let got):
      "The model needs \(expected) parameters, and was given \(got)."
    case .notFinite(let index):
      "Parameter \(index + 1) is not a number."
    case .outOfBounds(let index, let range):
      "Parameter \(index + 1) is not from \(range.lowerBound) to \(range.upperBound)."
    }
  }

  static func check(_ parameters: [Double], count: Int) throws(ParameterError) {
    guard parameters.count == count else {
      throw .wrongCount(expected: count, got: parameters.count)
    }
    if let index = parameters.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(index: index)
    }
  }
}
