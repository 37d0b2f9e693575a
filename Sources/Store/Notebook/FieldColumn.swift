import Campaign
import Decks
import GRDB

// What stands in the column of a field of each kind, both ways, and what may stand there.

extension Field {
  /// The value of its column; `employers` gives the number of the employer of a name.
  func stored(
    of thing: Thing, employers: (String) throws -> Int64
  ) throws -> (any DatabaseValueConvertible)? {
    switch kind {
    case .text(let path): thing[keyPath: path]
    case .lines(let path): thing[keyPath: path].asLines
    case .choice(let choice): choice.word(thing)
    case .truth(let path, _, _): thing[keyPath: path]
    case .number(let path, _, _), .day(let path), .offset(let path): thing[keyPath: path]
    case .moment(let path, _): thing[keyPath: path]
    case .employer(let path): try employers(thing[keyPath: path])
    case .round(let path): thing[keyPath: path]?.value
    case .person(let path): thing[keyPath: path]?.value
    case .story(let path): thing[keyPath: path]?.value
    case .criterion(let path): thing[keyPath: path]?.value
    case .card(let path): thing[keyPath: path]?.description
    case .cards(let path): thing[keyPath: path].map(\.description).joined(separator: " ")
    case .family(let path): thing[keyPath: path]
    case .families(let path): thing[keyPath: path].joined(separator: " ")
    case .fits, .people, .parts: nil
    }
  }

  /// Reads its column; `employers` has their names by their numbers.
  func read(
    _ row: Row, _ index: Int, into thing: inout Thing, employers: [Int64: String]
  ) {
    switch kind {
    case .text(let path): thing[keyPath: path] = row[index]
    case .lines(let path):
      thing[keyPath: path] = (row[index] as String).split(separator: "\n").map(String.init)
    case .choice(let choice): choice.choose(&thing, row[index])
    case .truth(let path, _, _): thing[keyPath: path] = row[index]
    case .number(let path, let range, let counted):
      thing[keyPath: path] = (row[index] as Int?)?.bounded(by: Bounds.numbers(counted ?? range))
    case .day(let path): thing[keyPath: path] = (row[index] as Int?)?.bounded(by: Bounds.days)
    case .moment(let path, _):
      thing[keyPath: path] = (row[index] as Int64).bounded(by: Bounds.times)
    case .offset(let path):
      thing[keyPath: path] = (row[index] as Int?)?.bounded(by: Bounds.offsets)
    case .employer(let path): thing[keyPath: path] = employers[row[index]] ?? ""
    case .round(let path): thing[keyPath: path] = Number(row[index])
    case .person(let path): thing[keyPath: path] = Number(row[index])
    case .story(let path): thing[keyPath: path] = Number(row[index])
    case .criterion(let path): thing[keyPath: path] = Number(row[index])
    case .card(let path):
      thing[keyPath: path] = (row[index] as String?).flatMap { CardID($0) }
    case .cards(let path):
      thing[keyPath: path] = (row[index] as String).split(separator: " ")
        .compactMap { CardID(String($0)) }
    case .family(let path): thing[keyPath: path] = row[index]
    case .families(let path):
      thing[keyPath: path] = (row[index] as String).split(separator: " ").map(String.init)
    case .fits, .people, .parts: break
    }
  }

  /// What a value of its column means.
  var rule: ColumnRule {
    switch kind {
    // What a form must have is what the thing is known by, so that it is not blank.
    case .text: isRequired ? .name : .text
    case .lines, .families, .fits, .people, .parts: .text
    case .family: .name
    case .choice(let choice): .word(choice.words)
    case .truth: .flag
    case .number(_, let range, let counted):
      .whole(Int64((counted ?? range).lowerBound)...Int64((counted ?? range).upperBound))
    case .day: .day
    case .moment: .planned
    case .offset: .offset
    case .employer, .round, .person, .story, .criterion: .reference
    case .card: .card
    case .cards: .cards
    }
  }
}

extension Bounds {
  /// Numbers that are read as they are: those of a range, and others that are no harm.
  fileprivate static func numbers(_ range: ClosedRange<Int>) -> ClosedRange<Int> {
    min(range.lowerBound, counts.lowerBound)...max(range.upperBound, counts.upperBound)
  }
}

extension [String] {
  /// The texts as lines; what would break a line becomes a blank.
  fileprivate var asLines: String {
    map { String($0.map { $0.isNewline ? " " : $0 }) }.joined(separator: "\n")
  }
}

extension Number {
  init?(_ value: Int64?) {
    guard let value else { return nil }
    self.init(value)
  }
}
