public import Campaign
import Decks
import Practice
import Scheduler

extension Form {
  /// The fields that have something in them, as a person reads them: what they are called on a screen, and
  /// days, families and rounds in words.
  public static func reading<Thing: Described>(of thing: Thing, _ names: FormNames) -> String {
    Thing.fields.flatMap { $0.lines(of: thing, names) }.joined(separator: "\n")
  }
}

extension Field {
  /// Its lines; none where nothing is in it, or no form has it.
  fileprivate func lines(of thing: Thing, _ names: FormNames) -> [String] {
    guard key != nil else { return [] }
    if case .parts(let parts) = kind {
      let lines = Self.lines(of: parts, in: thing, names)
      return lines.isEmpty ? [] : ["\(title):"] + lines
    }
    let lines = words(of: thing, names)
    switch kind {
    case .lines, .people, .fits: return lines.isEmpty ? [] : ["\(title):"] + lines.map { "  \($0)" }
    default: break
    }
    guard let first = lines.first else { return [] }
    guard lines.count > 1 else { return ["\(title): \(first)"] }
    return ["\(title):"] + lines.map { $0.isEmpty ? "" : "  \($0)" }
  }

  /// What is in it in words, a line each.
  private func words(of thing: Thing, _ names: FormNames) -> [String] {
    switch kind {
    case .truth(let path, let usually, let words):
      let truth = thing[keyPath: path]
      return truth == usually ? [] : [truth ? words.yes : words.no]
    case .number(let path, let range, _):
      let isScale = range.count <= 10
      return thing[keyPath: path].map { isScale ? ["\($0) of \(range.upperBound)"] : ["\($0)"] }
        ?? []
    case .day(let path):
      return thing[keyPath: path].map { [DateText.dayAndYear(Day(number: $0))] } ?? []
    case .moment(let path, let beginning):
      return thing[keyPath: path] == 0 ? [] : [names.words(for: thing[keyPath: beginning])]
    case .round(let path):
      return names.notebook.interview(thing[keyPath: path]).map { ["round \($0.round)"] } ?? []
    // What is made of a thing by itself has no name of its own.
    case .card(let path):
      return thing[keyPath: path].flatMap { $0.deck == Notebook.deckID ? nil : ["\($0)"] } ?? []
    case .family(let path): return thing[keyPath: path].map { [names.title(ofFamily: $0)] } ?? []
    case .families(let path):
      let titles = thing[keyPath: path].map(names.title(ofFamily:))
      return titles.isEmpty ? [] : [titles.joined(separator: ", ")]
    case .cards(let path):
      let cards = thing[keyPath: path].map(\.description)
      return cards.isEmpty ? [] : [cards.joined(separator: ", ")]
    case .fits(let path):
      let fits = thing[keyPath: path]
      let codes = names.families.map(\.code).filter { fits[$0] != nil }
      let others = fits.keys.filter { !codes.contains($0) }.sorted()
      return (codes + others).compactMap { code in
        fits[code].map { "\(names.title(ofFamily: code)): \($0.rawValue)" }
      }
    default:
      switch value(of: thing, names) {
      case .text(let text), .word(let text):
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      case .texts(let texts): return texts
      default: return []
      }
    }
  }

  /// Parts that have fields of their own: what each is, and below it what else is known of it.
  private static func lines<List: Parts<Thing>>(
    of list: List, in thing: Thing, _ names: FormNames
  ) -> [String] {
    thing[keyPath: list.path].flatMap { part -> [String] in
      let fields = list.fields.filter { $0.key != nil }
      guard let first = fields.first else { return [] }
      let rest = fields.dropFirst().compactMap { field -> String? in
        let words = field.words(of: part, names)
        return words.isEmpty
          ? nil : "\(field.title.lowercasedFirst): \(words.joined(separator: " "))"
      }
      let title = first.words(of: part, names).joined(separator: " ")
      return ["  \(title.isEmpty ? "–" : title)"]
        + (rest.isEmpty ? [] : ["    \(rest.joined(separator: " · "))"])
    }
  }
}

extension FormNames {
  fileprivate func title(ofFamily code: String) -> String {
    families.first { $0.code == code }?.title ?? code
  }

  /// `Thu 3 Dec 2026 14:00`, with its zone where that is another than here.
  fileprivate func words(for beginning: InterviewStart) -> String {
    let written = text(of: beginning)
    guard let day = Day(String(written.prefix(10))) else { return written }
    let rest = written.dropFirst(11)
    return DateText.dayAndYear(day)
      + (beginning.isTimeKnown ? "" : ", time not known") + (rest.isEmpty ? "" : " \(rest)")
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
