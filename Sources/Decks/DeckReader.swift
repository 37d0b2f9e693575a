/// What came of reading a deck file.
public struct Reading: Equatable, Sendable {
  /// The deck; nil if anything is wrong with it beyond warnings.
  public var deck: Deck?
  /// Everything that is wrong, in the order of the file.
  public var faults: [Fault]
  /// Whether the file could be read; if not, it may be sound, and has to be looked at again.
  public var isOfFile: Bool

  public init(deck: Deck?, faults: [Fault], isOfFile: Bool = true) {
    self.deck = deck
    self.faults = faults
    self.isOfFile = isOfFile
  }
}

/// Reads and checks deck files: bytes in, a deck and all its faults out.
///
/// ```swift
/// let reading = DeckReader(competencies: BundledDecks.competencies).read(bytes, path: "mine.yaml")
/// for fault in reading.faults { log(fault.description) }
/// ```
///
/// No input makes it crash, and none keeps it busy: the time it takes grows with the size of the
/// input, not faster, and sizes have their limits.
public struct DeckReader: Sendable {
  /// The most bytes that a deck file may have: 4 MiB.
  public static let byteLimit = SourceText.byteLimit

  let competencies: Competencies
  let origin: Deck.Origin

  /// - Parameters:
  ///   - competencies: The tags that cards may name.
  ///   - origin: Where the decks come from; on bundled cards `guide` is required.
  public init(competencies: Competencies, origin: Deck.Origin = .own) {
    self.competencies = competencies
    self.origin = origin
  }

  /// Reads one file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - path: What faults call the file.
  /// - Returns: The deck, if nothing but warnings came up, and everything that is wrong with it.
  public func read(_ bytes: [UInt8], path: String) -> Reading {
    let document = Document(bytes, path: path, list: "cards")
    var faults = document.faults
    guard let root = document.root else { return Reading(deck: nil, faults: faults.faults) }
    var check = DeckCheck(reader: self, faults: faults, isIncomplete: document.isIncomplete)
    let deck = check.deck(root)
    faults = check.faults
    return Reading(deck: faults.hasErrors ? nil : deck, faults: faults.faults)
  }
}

/// A YAML file, parsed as far as that goes, with the faults found so far.
package struct Document {
  package var root: YAMLNode?
  package var faults: FaultList
  /// Whether what seems to be missing may stand behind a syntax fault.
  var isIncomplete = false

  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - path: What faults call the file.
  ///   - list: The key of the file's one long list.
  package init(_ bytes: [UInt8], path: String, list: String) {
    faults = FaultList(path: path)
    var byteFaults: [YAMLFault] = []
    let source = SourceText(bytes, faults: &byteFaults)
    guard byteFaults.isEmpty else {
      faults.add(byteFaults)
      return
    }
    let document = YAMLDocument(source, list: list)
    root = document.root
    faults.add(document.faults)
    isIncomplete = document.isIncomplete
    if root == nil, !faults.hasErrors { faults.error(.start, "the file is empty") }
  }
}
