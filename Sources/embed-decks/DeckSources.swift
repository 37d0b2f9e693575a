import Decks

/// The files that are compiled into the program.
struct DeckSources {
  /// The order in which a candidate prepares, and so the order of the decks; others, which are the packs
  /// of single lines of work, come last.
  private static let order = [
    "look-back", "story-bank", "doubts", "fit", "meet-the-team", "know-the-company", "star-people",
    "star-delivery", "dig-deeper", "fresh-material", "your-questions", "long-game", "red-flags",
  ]

  private var decks: [(bytes: [UInt8], path: String)] = []
  private var families: (bytes: [UInt8], path: String)?
  private var probes: (bytes: [UInt8], path: String)?

  /// Adds a file; the two data files are known by their names, any other is a deck.
  mutating func add(_ bytes: [UInt8], path: String) {
    if path.hasSuffix("data/families.yaml") {
      families = (bytes, path)
    } else if path.hasSuffix("data/probes.yaml") {
      probes = (bytes, path)
    } else {
      decks.append((bytes, path))
    }
  }

  /// Reads all files; the content is nil if there is an error in one of them.
  func check() -> (content: EmbeddedContent?, faults: [Fault]) {
    guard let families, let probes, !decks.isEmpty else {
      let message = "data/families.yaml, data/probes.yaml and at least one deck are wanted"
      return (nil, [Fault(path: "Decks", line: 1, column: 1, message: message)])
    }
    let (competencies, familyFaults) = DataReader.families(families.bytes, path: families.path)
    let (texts, probeFaults) = DataReader.probes(probes.bytes, path: probes.path)
    var faults = familyFaults + probeFaults
    guard let competencies else { return (nil, faults) }

    let reader = DeckReader(competencies: competencies, origin: .bundled)
    var read: [Deck] = []
    for (bytes, path) in decks {
      let reading = reader.read(bytes, path: path)
      faults += reading.faults
      guard var deck = reading.deck else { continue }
      // The program must not depend on where it was built.
      let file = path.split(separator: "/").last.map(String.init) ?? path
      deck.path = deck.isPack ? "Decks/packs/\(file)" : "Decks/\(file)"
      if let twin = read.first(where: { $0.id == deck.id }) {
        faults.append(
          Fault(
            path: path, line: 1, column: 1,
            message: "the id `\(deck.id)` is taken by the deck in \(twin.path)"))
      }
      read.append(deck)
    }
    guard let texts, !faults.contains(where: { $0.severity == .error }) else {
      return (nil, faults)
    }
    let ordered = read.enumerated().sorted { left, right in
      let (leftPlace, rightPlace) = (place(of: left.element), place(of: right.element))
      return (leftPlace, left.offset) < (rightPlace, right.offset)
    }
    return (
      EmbeddedContent(decks: ordered.map(\.element), competencies: competencies, probes: texts),
      faults
    )
  }

  private func place(of deck: Deck) -> Int {
    Self.order.firstIndex(of: deck.id) ?? Self.order.count
  }
}
