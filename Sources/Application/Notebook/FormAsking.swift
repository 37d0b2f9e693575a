import Campaign
import Exchange
import Screen

/// Asks for the fields of a form one after the other, as on a terminal without a screen.
struct FormAsking {
  let surroundings: any Surroundings
  /// What is wrong with a form as far as it is filled in.
  let faults: (OpenForm) -> [FormFault]
  /// Whether the input has ended.
  private(set) var isOver = false

  init(_ surroundings: any Surroundings, faults: @escaping (OpenForm) -> [FormFault]) {
    self.surroundings = surroundings
    self.faults = faults
  }

  /// Asks for all fields in which there is something to say.
  mutating func fill(_ form: inout OpenForm) {
    surroundings.tell(
      "Enter leaves a field as it is. Ctrl-D keeps what is there, Ctrl-C throws it away.")
    for index in form.fields.indices where form.fields[index].isAsked { ask(for: index, in: &form) }
  }

  /// Says what is wrong, and asks for these fields again.
  mutating func mend(_ faults: [FormFault], in form: inout OpenForm) {
    for fault in faults where form.fields.indices.contains(fault.field) {
      surroundings.tell("! \(fault.message)")
      ask(for: fault.field, in: &form)
    }
  }

  /// Asks for a field until nothing is wrong with it.
  private mutating func ask(for index: Int, in form: inout OpenForm) {
    while !isOver {
      guard let text = answer(to: form.fields[index]) else { return }
      form.fields[index].text = text
      form.imply(by: index)
      guard let fault = faults(form).first(where: { $0.field == index }) else { return }
      surroundings.tell("! \(fault.message)")
    }
  }

  /// What is said of a field; nil once the input has ended and nothing was said of it.
  private mutating func answer(to field: FormField) -> String? {
    switch field.kind {
    case .line, .day, .moment: return line("\(field.prompt): ")
    case .box, .lines: return lines(of: field)
    case .choice(let options): return choice(options, field.prompt, now: field.text)
    case .marks(let options, let words): return marks(options, words, of: field)
    case .rows(let fields): return rows(fields, of: field)
    }
  }

  private mutating func line(_ prompt: String) -> String? {
    guard !isOver, let line = surroundings.ask(prompt) else {
      isOver = true
      return nil
    }
    return line.sanitised(keeping: .tabs)
  }

  // MARK: - Fields of several lines

  private mutating func lines(of field: FormField) -> String? {
    surroundings.tell("\(field.prompt), ended by an empty line:")
    var lines: [String] = []
    while let text = line("  "), !text.allSatisfy(\.isWhitespace) { lines.append(text) }
    return lines.isEmpty && isOver ? nil : lines.joined(separator: "\n")
  }

  private mutating func rows(_ fields: [FormField], of field: FormField) -> String? {
    surroundings.tell("\(field.title), one after the other; Enter ends them.")
    var rows: [String] = []
    while !isOver {
      var cells: [String] = []
      for (place, part) in fields.enumerated() {
        let prompt = "  \(part.title)"
        let cell: String?
        if case .choice(let options) = part.kind {
          cell = choice(options, prompt, now: part.initial)
        } else {
          cell = line("\(prompt): ").map { String($0.map { $0 == "\t" ? " " : $0 }) }
        }
        cells.append(cell ?? part.initial)
        if place == 0, cells[0].allSatisfy(\.isWhitespace) { break }
      }
      guard cells.count == fields.count else { break }
      rows.append(cells.joined(separator: "\t"))
    }
    return rows.isEmpty && isOver ? nil : rows.joined(separator: "\n")
  }

  // MARK: - Choices

  /// What is chosen; nil where it stays as it is now.
  private mutating func choice(
    _ options: [FormOption], _ prompt: String, now: String
  ) -> String? {
    let title = options.first { $0.word == now }?.title ?? now
    let prompt = now.isEmpty ? prompt : "\(prompt) [\(title)]"
    if options.isYesOrNo {
      let text = line("\(prompt) (y or n): ")?.wordsOnly?.lowercased()
      return text.map { $0.hasPrefix("y") ? "yes" : "no" }
    }
    let shown = options.filter { !$0.word.isEmpty }
    let isShort = shown.count <= 10
    let list = shown.enumerated().map { "\($0 + 1) \($1.title)" }
    if isShort { surroundings.tell("  \(list.joined(separator: "  "))") }
    while let text = line("\(prompt)\(isShort ? "" : " (? lists them)"): ") {
      guard let sought = text.wordsOnly else { return nil }
      if sought == "?" {
        for line in list { surroundings.tell("  \(line)") }
      } else if let found = shown.found(by: sought) {
        return found.word
      } else {
        surroundings.tell("! There is no “\(sought)”; its number or its first letters will do.")
      }
    }
    return nil
  }

  private mutating func marks(
    _ options: [FormOption], _ words: [FormOption], of field: FormField
  ) -> String? {
    let example = words.count > 1 ? ", such as “3 \(words[0].title)”" : ""
    surroundings.tell(
      "\(field.title), a line each\(example); ? lists them, an empty line ends them:")
    var marks: [String: String] = [:]
    while let text = line("  ") {
      guard let sought = text.wordsOnly else { break }
      let parts = sought.split(separator: " ")
      let word = parts.last.flatMap { last in
        words.first { $0.title.hasPrefix(last.lowercased()) }
      }
      let name = word == nil ? sought : parts.dropLast().joined(separator: " ")
      if sought == "?" {
        for (index, option) in options.enumerated() {
          surroundings.tell("  \(index + 1) \(option.title)")
        }
        for word in words where words.count > 1 {
          surroundings.tell("  \(word.title): \(word.note)")
        }
      } else if let option = options.found(by: name),
        let word = word ?? (words.count == 1 ? words[0] : nil)
      {
        marks[option.word] = word.word
      } else {
        surroundings.tell(
          words.count > 1
            ? "! Write one of them and how well: \(words.map(\.title).joined(separator: ", "))."
            : "! There is no “\(sought)”; its number or its first letters will do.")
      }
    }
    let lines = options.compactMap { option in marks[option.word].map { "\(option.word): \($0)" } }
    return lines.isEmpty && isOver ? nil : lines.joined(separator: "\n")
  }
}

extension OpenForm {
  /// Writes into other fields what is chosen in one says of them, unless somebody has written there.
  fileprivate mutating func imply(by place: Int) {
    guard case .choice(let options) = fields[place].kind else { return }
    let implied = options.first { $0.word == fields[place].text }?.implied ?? [:]
    for index in fields.indices where !fields[index].isChanged {
      if let text = implied[fields[index].key] { fields[index].text = text }
    }
  }
}

extension FormField {
  /// Whether there is something to say of it when it is new: not what is known already, and not what
  /// there is nothing of to choose from.
  fileprivate var isAsked: Bool {
    if case .choice(let options) = kind { return options.count > 1 && !options.isYesOrNo }
    return text.isEmpty
  }

  /// What it is called, and what it takes.
  fileprivate var prompt: String { hint.isEmpty ? title : "\(title) (\(hint))" }
}

extension [FormOption] {
  fileprivate var isYesOrNo: Bool { map(\.title) == ["no", "yes"] }

  /// The one that is meant by its word, its number, or the beginning or a part of its title.
  fileprivate func found(by text: String) -> FormOption? {
    let sought = text.lowercased()
    func first(_ isIt: (FormOption) -> Bool) -> FormOption? { self.first(where: isIt) }
    if let exact = first({
      $0.isFoundByWord && $0.word.lowercased() == sought || $0.title.lowercased() == sought
    }) {
      return exact
    }
    if let number = Int(sought) { return indices.contains(number - 1) ? self[number - 1] : nil }
    return first { $0.title.lowercased().hasPrefix(sought) }
      ?? first { $0.title.lowercased().contains(sought) }
  }
}

extension String {
  /// The text without blanks around it; nil if nothing else is in it.
  fileprivate var wordsOnly: String? {
    let words = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? nil : words
  }
}
