extension FSRS7 {
  /// The published defaults of the finished, 34-parameter model.
  public static let defaults: [Double] = [
    0.1104, 2.2395, 3.9221, 11.7841, 6.1686, 0.6457, 3.6807,
    1.9795, 0.0, 1.3826, 0.7024, 0.5999, 0.8146, 0.6398, 1.0,
    1.3207, 0.6707, 3.8668, 0.4416, 0.0934, 1.8631, 0.6162, 1.0869,
    0.1567, 0.0801, 0.2421, 0.9464, 0.1433, 0.7145, 0.0, 0.5667, 0.3734, 0.5333, 0.3048,
  ]

  static let lowerBounds: [Double] = [
    1e-4, 1e-4, 1e-4, 1e-4, 1, 0.001, 0.1,
    0, 0, 0.3, 0.01, 0.1, 0, 0, 1,
    0, 0, 0.5, 0.001, 0.001, 0, 0, 1,
    0.01, 0.01, 0.2, 0.5, 0.01, 0.1, 0, 0.1, 0, 0, 0,
  ]

  static let upperBounds: [Double] = [
    50, 100, 100, 100, 10, 4, 4,
    4, 1.2, 3, 1.5, 1, 3.5, 1, 7,
    4, 2, 6, 1.5, 1, 5, 1, 7,
    0.25, 0.95, 0.85, 0.99, 1, 1, 0.9, 1.1, 1, 0.6, 0.6,
  ]

  /// Each parameter cut to its bounds, first stabilities and curve bases then put in order.
  ///
  /// `grades` are the first stabilities, by index, that are to ascend; training leaves those of
  /// grades never given first out, which would otherwise hold the others where they started.
  static func clipped(_ parameters: [Double], inOrder grades: [Int] = [0, 1, 2, 3]) -> [Double] {
    var p = parameters.indices.map { parameters[$0].clamped(lowerBounds[$0], upperBounds[$0]) }
    for (low, high) in zip(grades, grades.dropFirst()) { p[high] = max(p[high], p[low]) }
    p[26] = max(p[26], p[25])
    return p
  }
}
