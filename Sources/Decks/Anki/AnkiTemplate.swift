/// Both sides of a card of Anki's, as text.
struct AnkiTemplate {
  private let type: AnkiCollection.NoteType
  private let fields: [String: String]
  /// The gap of a cloze card, from 1.
  private let gap: Int

  /// - Parameters:
  ///   - note: the note.
  ///   - type: its type.
  ///   - place: which card of it.
  ///   - deck: the deck that it is in.
  init(_ note: AnkiCollection.Note, _ type: AnkiCollection.NoteType, place: Int, deck: String) {
    self.type = type
    gap = place + 1
    var fields = ["Tags": note.tags.joined(separator: " "), "Deck": deck]
    fields["Subdeck"] = deck.split(separator: ":").last.map(String.init) ?? deck
    for (name, text) in zip(type.fields, note.fields) { fields[name] = text }
    self.fields = fields
  }

  /// More characters than anybody learns.
  private static let longest = 200_000

  /// The question and the answer as HTML; nil where no template makes such a card, or they are longer than
  /// anybody learns.
  func sides() -> (question: String, answer: String)? {
    let place = type.isCloze ? 0 : gap - 1
    guard type.templates.indices.contains(place) else { return nil }
    let template = type.templates[place]
    guard let question = filled(template.question, isAnswer: false),
      let whole = filled(template.answer, isAnswer: true)
    else { return nil }
    return (question, Self.answer(whole, to: question))
  }

  /// What stands under the line of an answer; all of it where something else stands above.
  private static func answer(_ whole: String, to question: String) -> String {
    guard let line = answerLine(in: whole) else { return whole }
    let above = InlineMarkup.htmlText(String(whole[..<line.lowerBound]))
    return above.isEmpty || above == InlineMarkup.htmlText(question)
      ? String(whole[line.upperBound...])
      : whole[..<line.lowerBound] + "<br>" + whole[line.upperBound...]
  }

  /// Where `<hr id=answer>` stands.
  private static func answerLine(in text: String) -> Range<String.Index>? {
    var rest = text[...]
    while let place = rest.range(ofText: "<hr") {
      guard let end = rest[place.upperBound...].firstIndex(of: ">") else { return nil }
      let tag = rest[place.lowerBound...end].lowercased().filter { $0 != "\"" && $0 != "'" }
      if tag.contains("id=answer") { return place.lowerBound..<text.index(after: end) }
      rest = rest[end...]
    }
    return nil
  }

  // MARK: - Filling in

  private func filled(_ template: String, isAnswer: Bool) -> String? {
    var output = ""
    var size = 0
    // Whether what stands within each open section is shown.
    var open: [(name: String, isShown: Bool)] = []
    var rest = template[...]
    while let begin = rest.range(ofText: "{{") {
      let isShown = open.allSatisfy(\.isShown)
      if isShown { output += rest[..<begin.lowerBound] }
      guard let end = rest[begin.upperBound...].range(ofText: "}}") else {
        rest = rest[begin.lowerBound...]
        break
      }
      let tag = String(rest[begin.upperBound..<end.lowerBound]).stripped
      rest = rest[end.upperBound...]
      switch tag.first {
      case "#": open.append((name(tag), has(name(tag))))
      case "^": open.append((name(tag), !has(name(tag))))
      case "/":
        if let index = open.lastIndex(where: { $0.name == name(tag) }) {
          open.removeSubrange(index...)
        }
      case "!": break
      default:
        guard isShown else { continue }
        let text = value(tag, isAnswer: isAnswer)
        size += text.utf8.count
        guard size <= Self.longest else { return nil }
        output += text
      }
    }
    if open.allSatisfy(\.isShown) { output += rest }
    return output.utf8.count <= 2 * Self.longest ? output : nil
  }

  private func name(_ tag: String) -> String { String(tag.dropFirst()).stripped }

  /// Whether a field has something to see in it.
  private func has(_ name: String) -> Bool {
    // `{{#c2}}` is for the card of that gap.
    if type.isCloze, name.hasPrefix("c"), let number = Int(name.dropFirst()) {
      return number == gap
    }
    let text = fields[name] ?? ""
    return !InlineMarkup.htmlText(text).isEmpty || text.contains("<img")
  }

  /// What a field stands for, by the words before its name: `{{type:cloze:Text}}`.
  private func value(_ tag: String, isAnswer: Bool) -> String {
    var words = tag.split(separator: ":", omittingEmptySubsequences: false).map {
      String($0).stripped
    }
    let name = words.popLast() ?? ""
    // Field names may have colons in them.
    guard let text = fields[tag] ?? fields[name] else { return "" }
    guard words.contains("cloze") else { return text }
    return AnkiCloze.text(text, gap: gap, isAnswer: isAnswer)
  }
}

/// Texts with gaps: `{{c1::Lisbon::a city}}`, which may stand within one another.
enum AnkiCloze {
  /// The text with its gaps filled, but for one in a question.
  static func text(_ text: String, gap: Int, isAnswer: Bool) -> String {
    // What comes of each open gap, the outermost first; the first is none.
    var parts: [(gap: Int, text: String)] = [(0, "")]
    var rest = text[...]
    while let place = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      parts[parts.count - 1].text += rest[..<place]
      rest = rest[place...]
      if let (number, end) = opening(rest), parts.count < deepest {
        parts.append((number, ""))
        rest = rest[end...]
      } else if rest.hasPrefix("}}"), parts.count > 1 {
        let part = parts.removeLast()
        parts[parts.count - 1].text += shown(part.text, isHidden: part.gap == gap && !isAnswer)
        rest = rest.dropFirst(2)
      } else {
        parts[parts.count - 1].text.append(rest.removeFirst())
      }
    }
    parts[parts.count - 1].text += rest
    // One that nothing closes is text.
    return parts.dropFirst().reduce(parts[0].text) { $0 + "{{c\($1.gap)::" + $1.text }
  }

  private static let deepest = 9

  /// The number of a gap that opens, and where its text begins.
  private static func opening(_ text: Substring) -> (Int, String.Index)? {
    guard text.hasPrefix("{{c") else { return nil }
    let digits = text.dropFirst(3).prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), text[digits.endIndex...].hasPrefix("::") else { return nil }
    return (number, text.index(digits.endIndex, offsetBy: 2))
  }

  private static func shown(_ text: String, isHidden: Bool) -> String {
    let hint = text.range(ofText: "::")
    guard isHidden else { return String(hint.map { text[..<$0.lowerBound] } ?? text[...]) }
    return "[\(hint.map { String(text[$0.upperBound...]) } ?? "…")]"
  }
}
