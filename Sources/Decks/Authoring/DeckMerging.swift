/// Two versions of a deck's file brought together card by card.
public struct DeckMerging {
  /// The file that has the changes of both; nil where both have changed one card, or what stands above the
  /// cards, each in its own way.
  public let text: String?

  /// - Parameters:
  ///   - one: a version; its order of cards is kept.
  ///   - other: another.
  ///   - base: what both were made of; nil if that is not known.
  public init(_ one: String, _ other: String, base: String?) {
    guard let mine = CardLines(one), let theirs = CardLines(other),
      let old = base.map({ CardLines($0) }) ?? CardLines.nothing,
      let head = Self.merged(mine.head, theirs.head, base: base == nil ? nil : old.head)
    else {
      text = nil
      return
    }
    var lines = head
    for id in mine.order + theirs.order.filter({ mine.cards[$0] == nil }) {
      switch (mine.cards[id], theirs.cards[id], old.cards[id]) {
      case (let one, let other, _) where one == other: lines += one ?? ""
      case (let one, let other, let base) where one == base: lines += other ?? ""
      case (let one, let other, let base) where other == base: lines += one ?? ""
      default:
        text = nil
        return
      }
    }
    text = lines
  }

  private static func merged(_ one: String, _ other: String, base: String?) -> String? {
    if one == other || other == base { return one }
    return one == base ? other : nil
  }
}

/// The lines of a deck's file, by the cards that they are of.
private struct CardLines {
  /// What stands above the cards.
  var head = ""
  var cards: [String: String] = [:]
  var order: [String] = []

  static let nothing: CardLines? = CardLines()

  private init() {}

  /// Nil for a file in which lines cannot be told to be of one card: that is not laid out a card after the
  /// other, or has one without an id or two of one id.
  init?(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0 + "\n" }
    if lines.last == "\n" { lines.removeLast() }
    guard let start = lines.firstIndex(where: { $0.hasPrefix("cards:") && $0.dropFirst(6).isBlank })
    else { return nil }
    head = lines[...start].joined()
    var indent: String?
    var card: [String] = []
    for line in lines[(start + 1)...] {
      let blanks = String(line.prefix { $0 == " " })
      let begins = line.dropFirst(blanks.count).hasPrefix("- ")
      if begins, indent == nil || blanks == indent {
        guard take(&card, isFirst: indent == nil) else { return nil }
        indent = blanks
      } else if !line.isBlank, let indent, blanks.count <= indent.count,
        !line.dropFirst(blanks.count).hasPrefix("#")
      {
        return nil
      }
      card.append(String(line))
    }
    guard take(&card, isFirst: indent == nil) else { return nil }
  }

  /// Keeps the lines of one card; those above the first belong to what stands above.
  private mutating func take(_ lines: inout [String], isFirst: Bool) -> Bool {
    defer { lines = [] }
    let text = lines.joined()
    guard !isFirst else {
      head += text
      return true
    }
    guard
      let found = text.firstMatch(
        of: /(?:^\s*-\s+|[{\n,]\s*)\{?\s*id:\s*["']?([A-Za-z0-9][A-Za-z0-9._-]*)/)
    else { return false }
    let id = String(found.1)
    order.append(id)
    return cards.updateValue(text, forKey: id) == nil
  }
}

extension StringProtocol {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
