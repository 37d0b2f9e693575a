/// What Anki writes as “Notes in plain text”: lines such as `#separator:tab` say what the columns are.
struct AnkiNotes {
  private(set) var questions: [FoundQuestion] = []
  private(set) var passedOver: [PassedOver] = []

  /// What Starling gives to its own cards as their ids in Anki.
  private static let own = "starling:"

  /// Nil if a text does not begin so.
  init?(_ text: String) {
    var settings: [String: String] = [:]
    var rest = text[...]
    var line = 1
    while rest.hasPrefix("#"), let colon = rest.firstIndex(of: ":") {
      let end = rest.firstIndex(of: "\n") ?? rest.endIndex
      guard colon < end else { break }
      let key = rest[rest.index(after: rest.startIndex)..<colon].lowercased().stripped
      guard Self.keys.contains(key) else { break }
      settings[key] = rest[rest.index(after: colon)..<end].stripped
      rest = end < rest.endIndex ? rest[rest.index(after: end)...] : ""
      line += 1
    }
    guard !settings.isEmpty else { return nil }
    let separator = Self.separator(settings["separator"], rest)
    let rows = SeparatedValues(rest, separator: separator, firstLine: line).rows
    let isHTML = settings["html"].map { $0 == "true" } ?? true
    func place(_ key: String) -> Int? { settings[key].flatMap { Int($0) }.map { $0 - 1 } }
    let guid = place("guid column")
    let special = [guid, place("notetype column"), place("deck column"), place("tags column")]
    read(
      rows, guid: guid, deck: place("deck column"), tags: place("tags column"),
      special: Set(special.compactMap(\.self)), isHTML: isHTML)
  }

  private static let keys: Set<String> = [
    "separator", "html", "guid column", "notetype column", "notetype", "deck column", "deck",
    "tags column", "tags", "columns", "if matches",
  ]

  private static func separator(_ name: String?, _ text: Substring) -> Unicode.Scalar {
    switch name?.lowercased() {
    case "tab", "\\t": "\t"
    case "comma", ",": ","
    case "semicolon", ";": ";"
    case "pipe", "|": "|"
    case "colon", ":": ":"
    case "space": " "
    default: text.contains("\t") ? "\t" : text.contains(";") ? ";" : ","
    }
  }

  private mutating func read(
    _ rows: [SeparatedValues.Row], guid: Int?, deck: Int?, tags: Int?, special: Set<Int>,
    isHTML: Bool
  ) {
    for row in rows {
      let id = field(guid, row)
      if let id, id.hasPrefix(Self.own) {
        passedOver.append(PassedOver(row.line, .own, String(id.dropFirst(Self.own.count))))
        continue
      }
      let texts = row.fields.indices.filter { !special.contains($0) }.map { index in
        isHTML ? InlineMarkup.htmlText(row.fields[index]) : row.fields[index].stripped
      }
      guard let front = texts.first, !front.isEmpty else {
        passedOver.append(PassedOver(row.line, .row, row.fields.joined(separator: " ").stripped))
        continue
      }
      var question = FoundQuestion(Self.withoutGaps(front), line: row.line)
      question.answer = texts.dropFirst().filter { !$0.isEmpty }.joined(separator: "\n")
      question.tags = (field(tags, row) ?? "").split(whereSeparator: \.isWhitespace).map(
        String.init
      )
      .filter { !["marked", "leech", "starling"].contains($0) }
      if let deck = field(deck, row) {
        let name = deck.split(separator: "::").last.map { String($0) } ?? deck
        question.category = FoundQuestion.Category(text: name, sort: .column("deck"))
      }
      if let id, !id.isEmpty { question.values[.id] = [Self.cardID(of: id)] }
      questions.append(question)
    }
  }

  private func field(_ index: Int?, _ row: SeparatedValues.Row) -> String? {
    index.flatMap { row.fields.indices.contains($0) ? row.fields[$0].stripped : nil }
  }

  /// A question on one line, without what cloze cards hide.
  private static func withoutGaps(_ text: String) -> String {
    var rest = Substring(text.replacing("\n", with: " "))
    var output = ""
    while let open = rest.range(ofText: "{{c"),
      let close = rest[open.upperBound...].range(ofText: "}}")
    {
      let inner = rest[open.upperBound..<close.lowerBound]
      let hint = inner.range(ofText: "::").flatMap { colons in
        inner[colons.upperBound...].range(ofText: "::").map { inner[$0.upperBound...] }
      }
      output += rest[..<open.lowerBound] + "[\(hint ?? "…")]"
      rest = rest[close.upperBound...]
    }
    return output + rest
  }

  /// The same for the same note, whatever it is called in Anki.
  static func cardID(of guid: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in guid.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    let whole = String(repeating: "0", count: 16 - digits.count) + digits
    return idPrefix + whole.prefix(10)
  }

  static let idPrefix = "A-"
}
