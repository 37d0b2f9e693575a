/// A model's name as settings, options and exports write it.
public enum ModelName: String, CaseIterable, Sendable {
  case fsrs6 = "fsrs-6"
  case fsrs7 = "fsrs-7"

  /// The model's published defaults.
  public var defaults: [Double] {
    switch self {
    case .fsrs6: FSRS6.defaults
    case .fsrs7: FSRS7.defaults
    }
  }

  /// The model at its default parameters.
  public var model: any MemoryModel {
    switch self {
    case .fsrs6: FSRS6()
    case .fsrs7: FSRS7()
    }
  }

  /// The model at parameters of one's own.
  ///
  /// - Throws: ``ParameterError`` if they are not parameters of this model.
  public func model(parameters: [Double]) throws(ParameterError) -> any MemoryModel {
    switch self {
    case .fsrs6: try FSRS6(parameters: parameters)
    case .fsrs7: try FSRS7(parameters: parameters)
    }
  }

  /// The parameters as the model uses them, each within its bounds.
  ///
  /// - Throws: ``ParameterError`` if they are not parameters of this model.
  public func bounded(_ parameters: [Double]) throws(ParameterError) -> [Double] {
    try model(parameters: parameters).parameters
  }

  /// Refuses parameters of which one lies out of the model's bounds: no fit has made them.
  ///
  /// - Throws: ``ParameterError``, also if they are not parameters of this model.
  public func check(_ parameters: [Double]) throws(ParameterError) {
    _ = try model(parameters: parameters)
    let (lower, upper) =
      switch self {
      case .fsrs6: (FSRS6.lowerBounds, FSRS6.upperBounds)
      case .fsrs7: (FSRS7.lowerBounds, FSRS7.upperBounds)
      }
    for (index, value) in parameters.enumerated()
    where !(lower[index]...upper[index]).contains(value) {
      throw .outOfBounds(index: index, lower[index]...upper[index])
    }
  }
}
