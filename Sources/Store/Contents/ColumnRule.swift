import Campaign
import Decks
import Practice
import Records
import Scheduler

/// What a value of a column means, and with it which values mean anything.
enum ColumnRule: Equatable, Sendable {
  /// The number of the row itself.
  case number
  /// The number of a row of another table.
  case reference
  /// The name of a thing, the same in every home.
  case thing
  /// A time at which something happened, in milliseconds since 1970: from 1990 to a day from now if it
  /// comes from outside.
  case happened
  /// A time that a person named, in milliseconds since 1970: within 20 years if it comes from outside.
  case planned
  /// A day that a person named, in days since 1970: within 20 years if it comes from outside.
  case day
  /// Seconds east of UTC.
  case offset
  /// Milliseconds that something took.
  case duration
  /// A place in a list, from 0.
  case position
  case whole(ClosedRange<Int64>)
  case flag
  case text
  /// A text that names something, so that it is not blank.
  case name
  case word([String])
  case card
  /// Cards, with blanks between them.
  case cards
  /// Ticks, with blanks between them.
  case ticks
  /// Letters of the parts of an answer.
  case parts
  /// Parameters of the memory model in the column `model`, with blanks between them.
  case parameters

  /// A word out of those that a type has.
  static func word<Choice: RawRepresentable<String> & CaseIterable>(of _: Choice.Type) -> Self {
    .word(Choice.allCases.map(\.rawValue))
  }

  /// So many bytes of text are more than anybody writes.
  static let longestText = 1 << 20
  private static let longestCard = 1000
}

extension ColumnRule {
  /// What is wrong with a value, without the value; nil if nothing is.
  ///
  /// Null is the schema's matter. Parameters are looked at by the memory model that the row names.
  func complaint(
    on value: PlainTable.Value, _ times: PlausibleTimes, model: PlainTable.Value? = nil
  ) -> String? {
    switch value {
    case .null: nil
    case .integer(let number): complaint(on: number, times)
    case .text(let text): complaint(on: text, model: model)
    case .real: isText ? "is no text" : "is no whole number"
    }
  }

  private var isText: Bool {
    switch self {
    case .text, .name, .word, .card, .cards, .ticks, .parts, .parameters, .thing: true
    case .number, .reference, .happened, .planned, .day, .offset, .duration, .position, .whole,
      .flag:
      false
    }
  }

  private func complaint(on number: Int64, _ times: PlausibleTimes) -> String? {
    func inside(_ range: ClosedRange<Int64>, _ complaint: String? = nil) -> String? {
      guard !range.contains(number) else { return nil }
      return complaint ?? "is not from \(range.lowerBound) to \(range.upperBound)"
    }
    return switch self {
    case .number, .reference: inside(1...Int64.max, "is no number of a row")
    case .happened: inside(times.happened, times.complaintOnHappened)
    case .planned: inside(times.planned, times.complaintOnPlanned)
    case .day: inside(times.days, times.complaintOnPlanned)
    case .offset: inside(-64_800...64_800, "is not within 18 hours")
    case .duration: inside(0...31_622_400_000, "is not between nothing and a year")
    case .position: inside(0...63)
    case .whole(let range): inside(range)
    case .flag: inside(0...1, "is neither 0 nor 1")
    case .text, .name, .word, .card, .cards, .ticks, .parts, .parameters, .thing: "is no text"
    }
  }

  private func complaint(on text: String, model: PlainTable.Value?) -> String? {
    guard isText else { return "is no whole number" }
    guard text.utf8.count <= Self.longestText else { return "is longer than 1 MiB" }
    guard !text.utf8.contains(0) else { return "has a NUL in it" }
    let words = text.split(separator: " ")
    switch self {
    case .name: return text.allSatisfy(\.isWhitespace) ? "is blank" : nil
    case .word(let words):
      return words.contains(text) ? nil : "is not one of \(words.joined(separator: ", "))"
    case .card: return Self.isCard(text) ? nil : "is no card, which is written DECK/CARD"
    case .cards: return words.allSatisfy(Self.isCard) ? nil : "are not cards, as in DECK/CARD"
    case .ticks: return words.allSatisfy(Tick.isKnown) ? nil : "are not all ticks that there are"
    case .parts:
      return text.allSatisfy { RubricPart(rawValue: $0) != nil }
        ? nil : "are not letters of the parts of an answer"
    case .parameters: return Self.complaint(onParameters: words, model: model)
    case .thing: return ThingKey.isID(text) ? nil : "is no name of a thing"
    case .text, .number, .reference, .happened, .planned, .day, .offset, .duration, .position,
      .whole, .flag:
      return nil
    }
  }

  private static func isCard(_ text: some StringProtocol) -> Bool {
    text.utf8.count <= longestCard && CardID(String(text)) != nil
  }

  private static func complaint(
    onParameters words: [Substring], model: PlainTable.Value?
  ) -> String? {
    // What the model is called is a fault of its own.
    guard case .text(let name) = model, let model = ModelName(rawValue: name) else { return nil }
    do throws(ParameterError) {
      try model.check(words.map { Double($0) ?? .nan })
      return nil
    } catch {
      return "are none of \(name): \(error.clause)"
    }
  }
}

extension ParameterError {
  /// The sentence as a clause.
  fileprivate var clause: String {
    description.prefix(1).lowercased() + description.dropFirst().dropLast()
  }
}
