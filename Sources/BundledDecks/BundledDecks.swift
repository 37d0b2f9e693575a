public import Decks

/// The decks that are compiled into the program, with the data that all decks share.
///
/// The plugin `EmbedDecks` checks `Decks/` at build time and writes `EmbeddedDecks.swift` from it:
/// texts in the compact form of `Deck.encoded`, which are read here on first use.
public enum BundledDecks {
  /// All bundled decks, in the order in which a candidate prepares.
  public static let decks: [Deck] = EmbeddedDecks.decks.compactMap(Deck.init(encoded:))

  /// The ids of ``decks``, known without reading them.
  public static let ids: [String] = EmbeddedDecks.decks.map { encoded in
    String(encoded.prefix { $0 != "\n" })
  }

  /// The competencies in their families.
  public static let competencies = Competencies(
    families: EmbeddedDecks.families.compactMap { line in
      let parts = line.split(separator: "\t").map(String.init)
      return parts.count > 2
        ? Family(code: parts[0], title: parts[1], tags: Array(parts[2...])) : nil
    })

  /// Follow-up questions that fit any story.
  public static let generalProbes: [String] = EmbeddedDecks.probes

  /// A hash of everything above in hexadecimal digits, by which an index knows that it is out of
  /// date.
  public static let fingerprint: String = EmbeddedDecks.fingerprint
}
