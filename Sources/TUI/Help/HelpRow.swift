import Screen

/// A row of the glossary, or of what a search of the help finds.
enum HelpRow {
  case word(GlossaryWord)
  case topic(HelpTopic)
  /// A key of a section, by its place among them.
  case key(Int)

  /// The columns of the words.
  private static func gutter(_ width: Int) -> Int { width < 56 ? 10 : 15 }

  /// All words.
  static func words(width: Int) -> (RowList, [HelpRow]) {
    var list = RowList()
    list.replace(with: GlossaryWord.all.flatMap { lines(of: $0, width: width) })
    return (list, GlossaryWord.all.map(HelpRow.word))
  }

  /// What a search finds: keys, words and topics, each under its heading.
  static func found(_ query: String, in help: HelpScreen, _ width: Int) -> (RowList, [HelpRow]) {
    let search = WordBeginnings(query)
    var list = RowList()
    guard !search.isEmpty else { return (list, []) }
    var lines: [RowList.Line] = []
    var rows: [HelpRow] = []
    func add(_ heading: String, _ found: [(row: HelpRow, lines: [RowList.Line])]) {
      guard !found.isEmpty else { return }
      if !lines.isEmpty { lines.append(RowList.Line(text: "")) }
      lines.append(RowList.Line(text: "\(heading)  \(found.count)", style: .bold))
      lines += found.flatMap(\.lines)
      rows += found.map(\.row)
    }
    var keys: [(HelpRow, [RowList.Line])] = []
    for (index, section) in help.sections.enumerated() {
      for hint in section.hints
      where search.find("\(hint.help) \(hint.footer ?? "") \(section.title)") {
        let key = (hint.keys.first ?? "").padded(to: 10)
        let note = width < 56 ? "" : section.title
        keys.append((.key(index), [.init(text: "\(key) \(hint.help)", note: note, isRow: true)]))
      }
    }
    add("Keys", keys)
    add(
      "Words",
      GlossaryWord.all.filter { search.find("\($0.word) \($0.meaning)") }
        .map { (.word($0), Self.lines(of: $0, width: width)) })
    add(
      "Topics",
      HelpTopic.all.filter {
        search.find("\($0.name) \($0.title) \($0.paragraphs.joined(separator: " "))")
      }.map { (.topic($0), [.init(text: $0.title, note: $0.name, isRow: true)]) })
    list.replace(with: lines)
    return (list, rows)
  }

  private static func lines(of word: GlossaryWord, width: Int) -> [RowList.Line] {
    let gutter = gutter(width)
    return word.meaning.wrapped(to: width - gutter).enumerated().map { index, part in
      let head = index == 0 ? word.word : ""
      // A long word keeps its meaning apart from it.
      let text = head.displayWidth < gutter ? head.padded(to: gutter) + part : "\(head) \(part)"
      return RowList.Line(text: text, isRow: index == 0)
    }
  }
}
