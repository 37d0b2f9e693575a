import Campaign
import Decks
import Scheduler

// How a field of each kind is filled in, and what stands in it then.

extension Field where Thing: Described {
  /// The field for a form to be filled in.
  ///
  /// - Parameters:
  ///   - thing: what is in it at first.
  ///   - names: what names mean.
  ///   - employer: whose people and rounds can be chosen.
  /// - Returns: it; nil for what no form has.
  func formField(of thing: Thing, _ names: FormNames, employer: String) -> FormField? {
    guard let key else { return nil }
    return FormField(
      key: key, title: title, hint: screenHint,
      kind: formKind(of: thing, names, employer: employer), isRequired: isRequired,
      text: text(of: thing, names))
  }

  /// What stands in the field, in the words of its kind.
  private func text(of thing: Thing, _ names: FormNames) -> String {
    switch kind {
    case .truth(let path, _, _): FormField.word(for: thing[keyPath: path])
    case .parts(let parts): Self.text(of: parts, in: thing, names)
    case .families(let path):
      thing[keyPath: path].map { "\($0): \(FormField.word(for: true))" }.joined(separator: "\n")
    default: value(of: thing, names).lines
    }
  }

  private static func text<List: Parts<Thing>>(
    of list: List, in thing: Thing, _ names: FormNames
  ) -> String {
    thing[keyPath: list.path].map { part in
      list.fields.filter { $0.key != nil }.map { $0.text(of: part, names).inOneLine }
        .joined(separator: "\t")
    }.joined(separator: "\n")
  }

  private func formKind(
    of thing: Thing, _ names: FormNames, employer: String
  ) -> FormField.Kind {
    let notebook = names.notebook
    switch kind {
    case .text(let path):
      let isLong = length != .line || thing[keyPath: path].contains("\n")
      return isLong ? .box(isTold: length == .told) : .line()
    case .employer: return .line(known: notebook.employers.map(\.name))
    case .lines, .cards, .people: return .lines
    case .card, .criterion, .offset: return .line()
    case .day: return .day
    case .moment: return .moment
    case .number(_, let range, _) where range.count <= 10:
      let numbers = range.map { FormOption("\($0)", title: "\($0) of \(range.upperBound)") }
      return .choice([.none] + numbers)
    case .number: return .line()
    case .truth(_, _, let words):
      return .choice([
        FormOption(FormField.word(for: false), title: words.no),
        FormOption(FormField.word(for: true), title: words.yes),
      ])
    case .choice(let choice):
      let words = choice.words.map { option($0, of: choice, in: thing, names) }
      return .choice(choice.word(thing) == nil ? [.none] + words : words)
    case .round:
      let rounds = notebook.interviews(with: employer).map { round in
        FormOption(names.title(of: round.id).lines, title: "round \(round.round)")
      }
      return .choice([.none] + rounds)
    case .person:
      let people = notebook.people(at: employer).compactMap { names.title(of: $0.id) }
      return .choice([.none] + people.map { FormOption($0) })
    case .story: return .choice([.none] + notebook.stories.map { FormOption($0.title) })
    case .family: return .choice([.none] + names.families.map { FormOption($0) })
    case .families:
      return .marks(names.families.map { FormOption($0) }, words: [FormOption("yes")])
    case .fits:
      return .marks(
        names.families.map { FormOption($0) },
        words: Story.Fit.allCases.map { FormOption($0.rawValue, note: $0.meaning) })
    case .parts(let parts): return Self.rows(parts, of: thing, names, employer: employer)
    }
  }

  private static func rows<List: Parts<Thing>>(
    _ list: List, of thing: Thing, _ names: FormNames, employer: String
  ) -> FormField.Kind {
    let blank = list.blank(thing)
    return .rows(
      list.fields.compactMap { $0.formField(of: blank, names, employer: employer) })
  }

  /// A word to choose, with what else it makes of a thing.
  private func option(
    _ word: String, of choice: Choice<Thing>, in thing: Thing, _ names: FormNames
  ) -> FormOption {
    var other = thing
    choice.choose(&other, word)
    var implied: [String: String] = [:]
    for field in Thing.fields where field.key != key {
      let text = field.text(of: other, names)
      if let key = field.key, text != field.text(of: thing, names) { implied[key] = text }
    }
    return FormOption(word, implied: implied)
  }
}

extension FormOption {
  /// Nothing, where nothing can be chosen.
  fileprivate static let none = FormOption("", title: "–")

  fileprivate init(_ family: Family) {
    self.init(family.code, title: family.title, note: family.tags.joined(separator: ", "))
  }
}

extension FormField {
  static func word(for truth: Bool) -> String { truth ? "yes" : "no" }

  /// What is written in it, as it stands in a form as text.
  var value: FormValue {
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
    switch kind {
    case .line, .day, .moment, .box, .choice: return entered(text)
    case .lines: return FormValue(lines.map { $0.trimmingBlanks })
    case .marks(let options, let words):
      let pairs = lines.compactMap { line -> FormValue.Pair? in
        let parts = line.split(separator: ":", maxSplits: 1).map(\.trimmingBlanks)
        guard parts.count == 2 else { return nil }
        return FormValue.Pair(parts[0], FormValue(parts[1]))
      }
      guard words.count > 1 else {
        return FormValue(options.map(\.word).filter { word in pairs.contains { $0.key == word } })
      }
      return pairs.isEmpty ? .none : .pairs(pairs)
    case .rows(let fields):
      let rows = lines.map { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
        return zip(fields, cells).map { field, cell in
          FormValue.Pair(field.key, field.entered(cell))
        }
      }
      return FormValue(rows.filter { row in row.contains { $0.value != .none } })
    }
  }

  /// What is written, if it is anything; of a truth what it says.
  private func entered(_ text: some StringProtocol) -> FormValue {
    let text = text.trimmingBlanks
    if case .choice(let options) = kind, options.map(\.word) == ["no", "yes"] {
      return text == "yes" ? .truth(true) : .none
    }
    return FormValue(text)
  }

  /// What is written as a field of a form that was read; nil if nothing is.
  func node(of value: FormValue, at place: Place) -> YAMLNode.Pair? {
    value.node(at: place).map { YAMLNode.Pair(key: key, keyPlace: place, value: $0) }
  }
}

extension FormValue {
  /// The value as lines of text.
  fileprivate var lines: String {
    switch self {
    case .none: ""
    case .text(let text), .word(let text): text
    case .number(let number): "\(number)"
    case .truth(let truth): FormField.word(for: truth)
    case .texts(let texts): texts.joined(separator: "\n")
    case .pairs(let pairs):
      pairs.map { "\($0.key): \($0.value.lines)" }.joined(separator: "\n")
    case .items: ""
    }
  }

  /// The value as what is read of a form as text; nil if there is none.
  ///
  /// The items of a list stand in columns of their own, so that a fault is found to be of one.
  fileprivate func node(at place: Place) -> YAMLNode? {
    func scalar(_ text: String, isPlain: Bool = false) -> YAMLNode {
      YAMLNode(content: .scalar(text, isPlain: isPlain), place: place)
    }
    func pairs(_ pairs: [Pair], at place: Place) -> YAMLNode {
      YAMLNode(
        content: .mapping(
          pairs.compactMap { pair in
            pair.value.node(at: place).map {
              YAMLNode.Pair(key: pair.key, keyPlace: place, value: $0)
            }
          }), place: place)
    }
    switch self {
    case .none: return nil
    case .text(let text), .word(let text): return scalar(text)
    case .number(let number): return scalar("\(number)", isPlain: true)
    case .truth(let truth): return scalar(truth ? "true" : "false", isPlain: true)
    case .texts(let texts):
      return YAMLNode(content: .sequence(texts.map { scalar($0) }), place: place)
    case .pairs(let entries): return pairs(entries, at: place)
    case .items(let items):
      let rows = items.enumerated().map { index, item in
        pairs(item, at: Place(line: place.line, column: index + 2))
      }
      return YAMLNode(content: .sequence(rows), place: place)
    }
  }
}

extension StringProtocol {
  /// The text without blanks and line breaks around it.
  fileprivate var trimmingBlanks: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }

  fileprivate var inOneLine: String {
    String(map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}
