import Decks
import Foundation
import Testing
import Yams

/// Deck files changed at random: whatever they become, the promises of the reader hold.
///
/// The short run is the same each time. For a long one set `STARLING_FUZZ_SECONDS`, and
/// `STARLING_FUZZ_SEED` for another start; the text at hand is kept in `starling-fuzz-last.yaml` in the
/// temporary folder, so that it is there after a crash.
@Suite struct FuzzTests {
  @Test func promisesHoldForMutatedDecks() throws {
    let environment = ProcessInfo.processInfo.environment
    let seconds = environment["STARLING_FUZZ_SECONDS"].flatMap(Double.init)
    let seed = environment["STARLING_FUZZ_SEED"].flatMap(UInt64.init) ?? 1
    var mutator = try Mutator(seed: seed)
    let last = FileManager.default.temporaryDirectory.appending(path: "starling-fuzz-last.yaml")
    let end = seconds.map { Date(timeIntervalSinceNow: $0) }
    var runs = 0
    var sound = 0
    while end.map({ Date() < $0 }) ?? (runs < 3000) {
      let bytes = mutator.next()
      if end != nil { try Data(bytes).write(to: last) }
      let broken = Promises.broken(by: bytes, sound: &sound)
      if !broken.isEmpty {
        let text = Data(bytes).base64EncodedString()
        Issue.record("seed \(seed), run \(runs): \(broken)\n\(text)")
        break
      }
      runs += 1
    }
    // Without sound decks among them the agreement with Yams would go untested.
    #expect(sound * 50 > runs, "seed \(seed): \(sound) of \(runs) decks were sound")
    if end != nil { print("fuzzing: seed \(seed), \(runs) decks, \(sound) of them sound") }
  }
}

/// What must be true of any input.
enum Promises {
  static func broken(by bytes: [UInt8], sound: inout Int) -> [String] {
    var broken: [String] = []
    let families = [Family(code: "TEAM", title: "Working together", tags: ["teamwork", "data"])]
    let reader = DeckReader(competencies: Competencies(families: families))
    let start = Date()
    let reading = reader.read(bytes, path: "f")
    if Date().timeIntervalSince(start) > 5 { broken.append("reading took more than 5 s") }

    let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
    for fault in reading.faults {
      if fault.line < 1 || fault.line > lines + 1 || fault.column < 1 {
        broken.append("no such place: \(fault)")
      }
      if fault.message.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
      {
        broken.append("a control character in a message: \(fault.message.debugDescription)")
      }
    }
    if (reading.deck == nil) != reading.faults.contains(where: { $0.severity == .error }) {
      broken.append("a deck with errors, or none without")
    }
    if let deck = reading.deck {
      sound += 1
      if Deck(encoded: deck.encoded) != deck { broken.append("the compact form is lossy") }
      broken += disagreement(deck, bytes)
    }
    broken += brokenIDs(bytes, reader: reader)
    return broken
  }

  /// What Yams, reading the file whole, finds otherwise.
  private static func disagreement(_ deck: Deck, _ bytes: [UInt8]) -> [String] {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = String(decoding: bytes[start...], as: UTF8.self)
    guard let root = try? compose(yaml: text, .basic, .default, .utf8),
      case .sequence(let cards)? = root["cards"]
    else { return ["Yams does not read what was accepted"] }
    guard cards.count == deck.cards.count else { return ["Yams finds \(cards.count) cards"] }
    return zip(cards, deck.cards).compactMap { node, card in
      func trimmed(_ key: String) -> String? {
        node[key]?.scalar?.string.trimmingCharacters(in: CharacterSet(charactersIn: " \t\r\n"))
      }
      let isSame =
        trimmed("ask") == card.ask && trimmed("id") == card.id.card
        && trimmed("note") == card.note && node.mark?.line == card.line
      return isSame ? nil : "Yams reads card \(card.id) otherwise"
    }
  }

  private static func brokenIDs(_ bytes: [UInt8], reader: DeckReader) -> [String] {
    guard let once = try? DeckIDs.adding(to: bytes, path: "f") else { return [] }
    guard let twice = try? DeckIDs.adding(to: once.bytes, path: "f") else {
      return ["ids broke the file"]
    }
    var broken: [String] = []
    if !twice.added.isEmpty || twice.bytes != once.bytes { broken.append("ids are added twice") }
    if once.added.isEmpty, once.bytes != bytes { broken.append("no id, but a change") }
    let before = reader.read(bytes, path: "f").faults.filter { $0.severity == .error }
    let after = reader.read(once.bytes, path: "f").faults.filter { $0.severity == .error }
    if before.count <= 1000, after.count != before.count - once.added.count {
      broken.append("ids changed more than ids: \(before) \(after)")
    }
    return broken
  }
}

/// Changes decks at random, the same way for the same seed.
struct Mutator {
  private var state: UInt64
  private let seeds: [[UInt8]]
  private static let tokens = [
    "- ", "  - ", "\n", "\r\n", "\n  ", "\n    ", ": ", ":", "# ", " #", "'", "\"", "[", "]", "{",
    "}", ",", "&a ", "*a", "!x ", "? ", "|", ">", "|-", ">+2\n", "\t", "---\n", "...\n",
    "%YAML 1.2\n",
    "\\", "\\n", "\\x1b", "\u{1B}", "\u{85}", "\u{2028}", "\u{FEFF}", "é", "👩‍👧", "\u{10FFF0}",
    "<<: *a",
    "id: A\n", "cards:\n", "ask: Why?\n", "    note: x\n", "    alt: [a, b]\n", "~", "null", "7",
  ].map { Array($0.utf8) }

  init(seed: UInt64) throws {
    state = seed
    let folder = Repository.root.appending(path: "Tests/DecksTests/Seeds")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    seeds = try names.filter { $0.hasSuffix(".yaml") }
      .map { Array(try Data(contentsOf: folder.appending(path: $0))) }
  }

  /// The next deck.
  mutating func next() -> [UInt8] {
    var bytes = seeds[below(seeds.count)]
    for _ in 0..<(1 + below(below(4) == 0 ? 12 : 3)) { mutate(&bytes) }
    return bytes
  }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    let at = below(bytes.count + 1)
    let end = min(bytes.count, at + 1 + below(below(3) == 0 ? 60 : 6))
    switch below(8) {
    case 0, 1, 2: bytes.insert(contentsOf: Self.tokens[below(Self.tokens.count)], at: at)
    case 3: bytes.removeSubrange(at..<end)
    case 4: bytes.insert(contentsOf: bytes[at..<end], at: below(bytes.count + 1))
    case 5 where at < bytes.count: bytes[at] = UInt8(below(256))
    case 6: swapLines(&bytes)
    default:
      let other = seeds[below(seeds.count)]
      let from = below(other.count)
      bytes.replaceSubrange(at..<end, with: other[from..<min(other.count, from + below(80))])
    }
  }

  private mutating func swapLines(_ bytes: inout [UInt8]) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    lines.swapAt(below(lines.count), below(lines.count))
    bytes = Array(lines.joined(separator: [0x0A]))
  }

  /// A number from 0 up to a bound (SplitMix64; the bias of the remainder does not matter here).
  private mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(bound, 1)))
  }
}
