/// The questions of a file that was written elsewhere, whatever its form, with what it passed over.
///
/// ```swift
/// let file = try QuestionFile(bytes)
/// for question in file.questions { print(question.line, question.ask) }
/// ```
///
/// The form is told by what is in the file: notes of Anki's, a table, or a text with headings, lists,
/// questions and answers.
public struct QuestionFile: Sendable {
  public private(set) var questions: [FoundQuestion] = []
  /// In the order of the lines.
  public private(set) var passedOver: [PassedOver] = []
  /// Columns of a table that no card has anything of.
  public private(set) var unusedColumns: [String] = []
  /// Those of a table of which no column is one of questions.
  public private(set) var strangeColumns: [String] = []
  /// What the file calls itself.
  public private(set) var title: String?
  /// What the person may have to know of how it was read, a clause each.
  public private(set) var remarks: [String]
  /// Whether most of it reads like prose, and not like a list of questions.
  public private(set) var isDoubtful = false
  /// Lines that read like prose, of how many.
  public private(set) var prose = (lines: 0, of: 0)

  /// What a column can be said to be.
  public static let columnKeys =
    CardKey.allCases.map(\.rawValue) + ["question", "answer", "category"]

  /// Reads the whole of a file.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - columns: what the person says of a table's columns: the key of a card for each name.
  /// - Throws: why it is no text.
  public init(_ bytes: [UInt8], columns: [String: String] = [:]) throws(ImportedText.Fault) {
    let text = try ImportedText(bytes)
    remarks = text.remarks
    var known: [String: TableColumn] = [:]
    for (name, key) in columns {
      known[name.stripped.lowercased()] = key == "category" ? .category : TableColumn(key)
    }
    read(text.text, known)
    let schedules = passedOver.count { $0.sort == .schedule }
    if schedules > 0 { remarks.append("the schedules in it are not taken over") }
    removeRepeated()
    passedOver.sort { $0.line < $1.line }
  }

  /// Questions that are known already.
  package init(_ questions: [FoundQuestion]) {
    self.questions = questions
    remarks = []
  }

  /// The same file with those of its questions that are meant, and what was passed over instead.
  package func with(_ questions: [FoundQuestion], passedOver: [PassedOver]) -> Self {
    var file = self
    file.questions = questions
    file.passedOver = passedOver.sorted { $0.line < $1.line }
    return file
  }

  private mutating func read(_ text: String, _ known: [String: TableColumn]) {
    if let notes = AnkiNotes(text) {
      questions = notes.questions
      passedOver = notes.passedOver
    } else if let found = QuestionRows(text, known: known) {
      questions = found.table.questions
      passedOver = found.table.passedOver
      unusedColumns = found.table.unusedColumns
      strangeColumns = found.strangeColumns
      if let line = found.openQuote {
        remarks.append("a quote opens in line \(line) that nothing closes")
      }
    } else {
      let outline = Outline(text)
      let reader = OutlineReader(outline, known: known)
      questions = reader.questions
      passedOver = reader.passedOver
      unusedColumns = reader.columns
      title = outline.title
      isDoubtful = reader.isDoubtful
      prose = (reader.prose, reader.texts)
    }
  }

  /// A question that is there twice is one, unless it is answered otherwise.
  private mutating func removeRepeated() {
    var known: [String: [String]] = [:]
    var kept: [FoundQuestion] = []
    for question in questions {
      let name = Words.list(question.ask).joined(separator: " ")
      let answers = known[name] ?? []
      let isKnown =
        !answers.isEmpty && (question.answer.isEmpty || answers.contains(question.answer))
      if isKnown, question.values[.id] == nil {
        passedOver.append(PassedOver(question.line, .repeated, question.ask))
      } else {
        known[name, default: []].append(question.answer)
        kept.append(question)
      }
    }
    questions = kept
  }

  /// The questions that do not read like one.
  public var unlikely: [FoundQuestion] { questions.filter { !QuestionWords.isQuestion($0.ask) } }

  /// Whether questions have names for ever, as notes of Anki's do.
  public var isKeyed: Bool { questions.contains { Self.key(of: $0) != nil } }

  /// Whether a deck has cards that came of such questions before.
  public func sharesKeys(with deck: Deck) -> Bool {
    let ids = Set(deck.cards.map(\.id.card))
    return questions.contains { Self.key(of: $0).map(ids.contains) ?? false }
  }

  private static func key(of question: FoundQuestion) -> String? {
    question.values[.id]?.first.flatMap { $0.hasPrefix(AnkiNotes.idPrefix) ? $0 : nil }
  }
}
