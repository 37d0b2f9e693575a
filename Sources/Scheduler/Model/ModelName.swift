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
}
