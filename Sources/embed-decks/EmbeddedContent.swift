import Decks

/// Everything that is compiled into the program, as Swift source.
struct EmbeddedContent {
  private let decks: [String]
  private let families: [String]
  private let probes: [String]

  init(decks: [Deck], competencies: Competencies, probes: [String]) {
    self.decks = decks.map(\.encoded)
    families = competencies.families.map {
      ([$0.code, $0.title] + $0.tags).joined(separator: "\t")
    }
    self.probes = probes
  }

  /// A Swift file that declares `EmbeddedDecks`.
  ///
  /// Each deck is one string literal: the compiler takes seconds over large array literals, and no
  /// time over these.
  var swiftSource: String {
    """
    // Written by embed-decks from Decks/; changes here are lost.
    enum EmbeddedDecks {
      static let fingerprint = "\(fingerprint)"
      static let families: [String] = \(array(families))
      static let probes: [String] = \(array(probes))
      static let decks: [String] = \(array(decks))
    }

    """
  }

  private var fingerprint: String {
    var hash = Fingerprint()
    for text in families + probes + decks { hash.add(text) }
    hash.add(String(Card.encodingVersion))
    return hash.text
  }

  private func array(_ texts: [String]) -> String {
    "[\n" + texts.map { literal($0) + ",\n" }.joined() + "]"
  }

  /// A raw string literal of several lines, with as many `#` as the text needs.
  private func literal(_ text: String) -> String {
    var fence = "#"
    while text.contains("\"\"\"\(fence)") || text.contains("\\\(fence)") { fence += "#" }
    return "\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)"
  }
}
