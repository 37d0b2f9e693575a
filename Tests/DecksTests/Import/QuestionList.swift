import Testing

/// A list of questions as a person has it, and what is in it.
struct QuestionList: Sendable, CustomTestStringConvertible {
  var name: String
  var text: String
  var asks: [String]
  /// One for each question; nil where it does not matter.
  var answers: [String]?

  static var lines: [Self] { markdown + plain + forms }
  static var all: [Self] { lines + tables }

  init(_ name: String, _ text: String, asks: [String], answers: [String]? = nil) {
    self.name = name
    self.text = text
    self.asks = asks
    self.answers = answers
  }

  var testDescription: String { name }
}
