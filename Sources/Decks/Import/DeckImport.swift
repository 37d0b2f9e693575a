/// Makes a deck file from questions kept in another form.
///
/// ```swift
/// let importer = DeckImport(deck: "mine", title: "Mine", kind: .star, competency: "teamwork")
/// let result = importer.deck(from: bytes, format: .list, path: "questions.txt", reader: reader)
/// ```
public struct DeckImport: Sendable {
  /// How the questions are written down.
  public enum Format: Sendable {
    /// A question a line; blank lines, and dashes, stars or numbers before a question, do not count.
    case list
    /// Comma-separated values (RFC 4180) with a header.
    case csv
    /// Tab-separated values with a header.
    case tsv
    /// `Q: ` and `A: ` paragraphs; headings between them do not count.
    case markdown

    /// The format that a file's name promises: `.csv`, `.tsv`, `.md`, `.markdown`, `.txt`.
    public init?(path: String) {
      let name = path.lowercased()
      switch name {
      case _ where name.hasSuffix(".csv"): self = .csv
      case _ where name.hasSuffix(".tsv"): self = .tsv
      case _ where name.hasSuffix(".md") || name.hasSuffix(".markdown"): self = .markdown
      case _ where name.hasSuffix(".txt"): self = .list
      default: return nil
      }
    }
  }

  let deck: String
  let title: String
  let kind: CardKind
  let competency: String

  /// - Parameters:
  ///   - deck: The id of the deck to make.
  ///   - title: Its title.
  ///   - kind: The kind of cards for which the file names none.
  ///   - competency: The competency of cards for which the file names none.
  public init(deck: String, title: String, kind: CardKind = .star, competency: String) {
    self.deck = deck
    self.title = title
    self.kind = kind
    self.competency = competency
  }

  /// Makes the text of a deck file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - format: How the questions are written down.
  ///   - path: What faults call the file.
  ///   - reader: Checks the deck that comes out.
  /// - Returns: The text, if there is no error, and all faults, at their lines in the file.
  public func deck(
    from bytes: [UInt8], format: Format, path: String, reader: DeckReader
  ) -> (yaml: String?, faults: [Fault]) {
    var faults = FaultList(path: path)
    var byteFaults: [YAMLFault] = []
    let source = SourceText(bytes, faults: &byteFaults)
    faults.add(byteFaults)
    guard !faults.hasErrors else { return (nil, faults.faults) }

    let text = String(decoding: source.bytes[source.start...], as: UTF8.self)
    let drafts =
      switch format {
      case .list: QuestionList.drafts(text)
      case .csv: SeparatedValues.drafts(text, separator: ",", &faults)
      case .tsv: SeparatedValues.drafts(text, separator: "\t", &faults)
      case .markdown: MarkdownQuestions.drafts(text, &faults)
      }
    if drafts.isEmpty, !faults.hasErrors { faults.error(.start, "no question was found") }
    guard !faults.hasErrors else { return (nil, faults.faults) }

    let (yaml, lines) = write(drafts)
    for fault in reader.read(Array(yaml.utf8), path: path).faults {
      let place = Place(line: line(of: fault, lines: lines, drafts: drafts), column: 1)
      switch fault.severity {
      case .error: faults.error(place, fault.message)
      case .warning: faults.warning(place, fault.message)
      }
    }
    return (faults.hasErrors ? nil : yaml, faults.faults)
  }

  /// The line of the imported file that a fault in the deck file comes from.
  private func line(of fault: Fault, lines: [Int], drafts: [DraftCard]) -> Int {
    guard let index = lines.lastIndex(where: { $0 <= fault.line }) else { return 1 }
    return drafts[index].line
  }

  /// Writes the deck file; with the line where each card starts.
  private func write(_ drafts: [DraftCard]) -> (yaml: String, lines: [Int]) {
    var numbering = CardNumbering(deck: deck, taken: drafts.compactMap { $0.values[.id]?.first })
    var yaml = DeckYAML.head(id: deck, title: title)
    var line = 4
    var lines: [Int] = []
    for draft in drafts {
      var values = draft.values
      values[.id] = values[.id] ?? [numbering.next()]
      values[.kind] = values[.kind] ?? [kind.rawValue]
      values[.competency] = values[.competency] ?? [competency]
      let card = DeckYAML.card(values)
      lines.append(line)
      line += card.utf8.count { $0 == UInt8(ascii: "\n") }
      yaml += card
    }
    return (yaml, lines)
  }
}

/// A card as an imported file gives it.
struct DraftCard: Equatable {
  /// The texts of each key of a deck file.
  var values: [CardKey: [String]]
  /// The line of the imported file where it starts, from 1.
  var line: Int
}
