/// One card's reviews within a log, as a kernel reads them.
struct CardColumns {
  let grades: UnsafeBufferPointer<UInt8>
  let wholeDays: UnsafeBufferPointer<Int32>
  let days: UnsafeBufferPointer<Double>
  /// Weight of each review's loss; 0 where it is not to be predicted.
  let weights: UnsafeBufferPointer<Double>
}

/// A model's loss over cards, with its exact gradient by the parameters.
///
/// Loss is Σ weight · cross-entropy of the predicted recall, cut to 1e-7…1 - 1e-7. Gradients follow
/// the chain back through each card's whole history; where a value is cut they are 0 outside.
protocol GradientKernel {
  static var name: ModelName { get }
  /// Parameters within their bounds.
  init(_ parameters: [Double])
  /// Adds the gradient over reviews, each range of which is one card's from its first on.
  mutating func add(_ columns: CardColumns, _ cards: [Range<Int>])
  /// The gradient added up, what depends on parameters alone now included.
  func gradient() -> [Double]
}

/// Change of a review's loss with its predicted recall.
@inline(__always)
func lossSlope(recall: Double, passed: Bool, weight: Double) -> Double {
  guard recall >= 1e-7 && recall <= 1 - 1e-7 else { return 0 }
  return passed ? -weight / recall : weight / (1 - recall)
}
