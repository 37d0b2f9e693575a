public import Decks

/// Where something stands in a thing.
public typealias Path<Thing, Value> = any WritableKeyPath<Thing, Value> & Sendable

/// What may stand in a field, and where in the thing it does.
public enum FieldKind<Thing>: Sendable {
  case text(Path<Thing, String>)
  /// Texts without line breaks.
  case lines(Path<Thing, [String]>)
  case choice(Choice<Thing>)
  /// Yes or no, as a screen says them; what it is usually is not shown.
  case truth(
    Path<Thing, Bool>, usually: Bool = false, words: (no: String, yes: String) = ("no", "yes"))
  /// A whole number; more of them may be counted than a person types.
  case number(Path<Thing, Int?>, in: ClosedRange<Int>, counted: ClosedRange<Int>? = nil)
  /// Days since 1 January 1970.
  case day(Path<Thing, Int?>)
  /// Milliseconds since 1970 UTC, and all that is known of when that is.
  case moment(Path<Thing, Int64>, of: Path<Thing, InterviewStart>)
  /// Seconds east of UTC.
  case offset(Path<Thing, Int?>)
  /// An employer's name.
  case employer(Path<Thing, String>)
  case round(Path<Thing, Number<Interview>?>)
  case person(Path<Thing, Number<Person>?>)
  case story(Path<Thing, Number<Story>?>)
  case criterion(Path<Thing, Number<Criterion>?>)
  case card(Path<Thing, CardID?>)
  case cards(Path<Thing, [CardID]>)
  /// The code of a family.
  case family(Path<Thing, String?>)
  case families(Path<Thing, [String]>)
  /// How well it fits families, by their codes.
  case fits(Path<Thing, [String: Story.Fit]>)
  /// People, of whom those who are not known yet are added by name.
  case people(Path<Thing, [Number<Person>]>, add: @Sendable (inout Thing, String) -> Void)
  /// Things that have fields of their own.
  case parts(any Parts<Thing>)

  /// Whether it stands in a column, and not in a table of its own.
  var hasColumn: Bool {
    switch self {
    case .fits, .people, .parts: false
    default: true
    }
  }

  /// What it takes: what `hint` says, or else what the kind says.
  func hint(_ hint: String?) -> String {
    switch self {
    case .truth(_, usually: false, _): "true or false: \(hint ?? "")"
    case .choice(let choice): hint ?? choice.words.joined(separator: ", ")
    case .employer: hint ?? "the employer's name"
    case .story: hint ?? "the title of a story"
    case .family: hint ?? "the code of a family, such as TEAM"
    case .families: hint ?? "codes of families, such as TEAM"
    default: hint ?? ""
    }
  }
}

/// One of several words.
public struct Choice<Thing>: Sendable {
  public let words: [String]
  /// The word that a thing has; nil for none.
  public let word: @Sendable (Thing) -> String?
  /// Gives a thing the word; what always has one keeps its own where it is given none that is known.
  public let choose: @Sendable (inout Thing, String?) -> Void
}

extension FieldKind {
  static func choice<Word: RawRepresentable<String> & CaseIterable & Sendable>(
    _ path: Path<Thing, Word>
  ) -> Self {
    .choice(
      Choice(
        words: Word.allCases.map(\.rawValue), word: { $0[keyPath: path].rawValue },
        choose: { thing, word in
          if let word = word.flatMap({ Word(rawValue: $0) }) { thing[keyPath: path] = word }
        }))
  }

  /// One of several words, or none.
  static func choice<Word: RawRepresentable<String> & CaseIterable & Sendable>(
    _ path: Path<Thing, Word?>
  ) -> Self {
    .choice(
      Choice(
        words: Word.allCases.map(\.rawValue), word: { $0[keyPath: path]?.rawValue },
        choose: { thing, word in thing[keyPath: path] = word.flatMap { Word(rawValue: $0) } }))
  }

  static func parts<Part: Described>(
    _ path: Path<Thing, [Part]>, _ fields: [Field<Part>] = Part.fields,
    blank: @escaping @Sendable (Thing) -> Part
  ) -> Self {
    .parts(PartList(path: path, fields: fields, blank: blank))
  }
}

/// A list of things that have fields of their own.
public protocol Parts<Thing>: Sendable {
  associatedtype Thing
  associatedtype Part: Described

  var path: Path<Thing, [Part]> { get }
  var fields: [Field<Part>] { get }
  /// A part of a thing before anything is written in it.
  var blank: @Sendable (Thing) -> Part { get }
}

private struct PartList<Thing, Part: Described>: Parts {
  let path: Path<Thing, [Part]>
  let fields: [Field<Part>]
  let blank: @Sendable (Thing) -> Part
}

// What a field may leave empty stands in a thing that always has it: nothing changes nothing.

extension Int {
  var orNil: Int? {
    get { self }
    set { self = newValue ?? self }
  }
}

extension Number {
  var orNil: Number? {
    get { self }
    set { self = newValue ?? self }
  }
}
