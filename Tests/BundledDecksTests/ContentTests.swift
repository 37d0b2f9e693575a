import BundledDecks
import Decks
import Foundation
import Testing

/// What the bundled question sets promise as a whole, beyond what the loader checks card by card.
@Suite struct ContentTests {
  /// The decks that everybody has.
  static let decks = BundledDecks.decks.filter { !$0.isPack }
  static let packs = BundledDecks.decks.filter(\.isPack)
  static let cards = decks.flatMap(\.cards)
  static let core = cards.filter(\.isCore)
  static let guidePoints = [
    "W1", "W2", "W3", "W4", "W5", "P1a", "P1b", "P2", "P3", "P4", "P5", "P6", "P7", "P8",
    "M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8",
  ]

  @Test func decksStandInTheOrderOfThePreparation() {
    let ids = [
      "look-back", "story-bank", "doubts", "fit", "meet-the-team", "know-the-company",
      "star-people",
      "star-delivery", "dig-deeper", "fresh-material", "your-questions", "long-game", "red-flags",
    ]
    #expect(BundledDecks.decks.filter { !$0.isPack }.map(\.id) == ids)
  }

  @Test func thereAreEnoughCardsAndNoIdTwice() {
    #expect(Self.cards.count >= 205)
    let all = BundledDecks.decks.flatMap(\.cards)
    let ids = Dictionary(grouping: all, by: \.id.card)
    #expect(ids.filter { $0.value.count > 1 }.keys.sorted() == [])
  }

  @Test(arguments: guidePoints)
  func threeCardsAndACoreCardServe(point: String) {
    #expect(Self.cards.filter { $0.guide.contains(point) }.count >= 3)
    // One that is asked whatever is known of the first round: a doubt is not.
    let core = Self.core.filter { $0.guide.contains(point) && $0.kind != .concern }
    #expect(!core.isEmpty)
  }

  /// A second question for each competency, so that practising the first is not all there is.
  @Test(arguments: BundledDecks.competencies.tags)
  func twoStoriesAreAskedFor(competency: String) {
    let stars = Self.cards.filter { $0.kind == .star && $0.competency == competency }
    #expect(stars.count >= 2)
  }

  @Test func coreCardsHaveFourWordings() {
    for card in BundledDecks.decks.flatMap(\.cards) where card.isCore {
      #expect(card.wordings.count >= 4, "\(card.id)")
    }
  }

  @Test func ticksSpeakToThePerson() {
    for card in BundledDecks.decks.flatMap(\.cards) {
      #expect(card.ticks.allSatisfy { $0.hasPrefix("you ") }, "\(card.id)")
    }
  }

  @Test func feedsNameWhatIsKnown() {
    for card in BundledDecks.decks.flatMap(\.cards) {
      #expect(card.feeds.filter { Feed($0) == nil } == [], "\(card.id)")
    }
  }

  @Test func linksLeadToCardsAndBack() {
    let all = BundledDecks.decks.flatMap(\.cards)
    let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
    for card in all {
      for other in card.likes {
        #expect(byID[other]?.likes.contains(card.id) == true, "\(card.id) and \(other)")
        // What other one is like is like this one, or a chain would join what is unlike.
        let theirs = Set(byID[other]?.likes ?? []).union([other])
        #expect(theirs == Set(card.likes).union([card.id]), "\(card.id) and \(other)")
      }
    }
    #expect(all.filter { !$0.likes.isEmpty }.count >= 30)
  }

  @Test func noQuestionIsNearlyAnother() {
    let advice = DeckAdvice.repeatedQuestions(in: BundledDecks.decks)
    let likes = Set(BundledDecks.decks.flatMap(\.cards).filter { !$0.likes.isEmpty }.map(\.id))
    #expect(advice.filter { fault in !likes.contains { fault.message.contains("`\($0)`") } } == [])
    #expect(DeckAdvice.brokenLinks(in: BundledDecks.decks, among: BundledDecks.decks) == [])
  }

  @Test(arguments: packs) func packsBringTheirCore(pack: Deck) {
    #expect((4...8).contains(pack.cards.filter(\.isCore).count))
    #expect(pack.note != nil)
  }

  @Test func cardsNameOnlyPointsOfTheGuide() {
    let known = Set(Self.guidePoints)
    for card in BundledDecks.decks.flatMap(\.cards) {
      #expect(!card.guide.isEmpty && known.isSuperset(of: card.guide), "\(card.id)")
    }
  }

  @Test func coreHasFortyCardsAtMostAndReachesEveryFamily() {
    #expect(Self.core.count <= 40)
    let reached = Set(
      Self.core.compactMap { BundledDecks.competencies.family(of: $0.competency)?.code })
    #expect(BundledDecks.competencies.families.count == 12)
    #expect(reached == Set(BundledDecks.competencies.families.map(\.code)))
  }

  @Test func coreHoldsOnlyKindsThatCountForReadiness() {
    let uncounted: Set<CardKind> = [.reflect, .research, .panel, .probe]
    #expect(Self.core.filter { uncounted.contains($0.kind) }.map(\.id) == [])
  }

  @Test func starsAreComplete() {
    let stars = BundledDecks.decks.flatMap(\.cards).filter { $0.kind == .star }
    #expect(!stars.isEmpty)
    for card in stars {
      #expect(!card.alternatives.isEmpty, "\(card.id)")
      #expect(card.probes.count >= 3, "\(card.id)")
      #expect(!card.strong.isEmpty && !card.flags.isEmpty, "\(card.id)")
      #expect(card.probing != nil, "\(card.id)")
    }
  }

  @Test(arguments: [CardKind.fit, .goal, .concern, .insight])
  func shortAnswersAreComplete(kind: CardKind) {
    let cards = Self.cards.filter { $0.kind == kind }
    #expect(!cards.isEmpty)
    for card in cards {
      #expect(!card.alternatives.isEmpty, "\(card.id)")
      #expect(card.probes.count >= 2, "\(card.id)")
    }
  }

  @Test func questionsAreShortEnoughToBeSaid() {
    for card in BundledDecks.decks.flatMap(\.cards) {
      #expect(card.wordings.allSatisfy { $0.count <= 240 }, "\(card.id)")
    }
  }

  @Test func noQuestionIsAskedTwice() {
    let wordings = BundledDecks.decks.flatMap(\.cards).flatMap(\.wordings).map {
      Phrases.words(of: $0)
    }
    let repeated = Dictionary(grouping: wordings) { $0 }.filter { $0.value.count > 1 }
    #expect(repeated.keys.map { $0.joined(separator: " ") } == [])
  }
}

/// No six words in a row may be those of the guide, whose text stays outside the repository;
/// `guide-shingles.txt` holds a hash of every such run in its place.
@Suite struct OwnWordingTests {
  @Test func hashIsFNV1a() {
    // The values published with the function.
    #expect(Phrases.hash("") == 0xcbf2_9ce4_8422_2325)
    #expect(Phrases.hash("a") == 0xaf63_dc4c_8601_ec8c)
    #expect(Phrases.hash("foobar") == 0x8594_4171_f739_67e8)
  }

  @Test func copiedRunIsFoundWhateverItsCaseAndMarks() {
    let phrases = Phrases(hashes: [Phrases.hash("the cat's asleep on the warm")])
    #expect(
      phrases.copied(in: "Look: “The cat’s asleep, on the WARM wall!”")
        == ["the cat's asleep on the warm"])
    #expect(phrases.copied(in: "The cat's asleep on a warm wall") == [])
    #expect(phrases.copied(in: "asleep on the warm") == [])
  }

  @Test func noSixWordsAreTheGuides() throws {
    let phrases = try Phrases.guide()
    #expect(phrases.hashes.count > 900)
    for deck in BundledDecks.decks {
      #expect(phrases.copied(in: deck.title) == [])
      for card in deck.cards {
        for text in card.texts {
          #expect(phrases.copied(in: text) == [], "\(card.id)")
        }
      }
    }
    for probe in BundledDecks.generalProbes {
      #expect(phrases.copied(in: probe) == [])
    }
  }
}

/// A set of six-word runs, known by their hashes.
struct Phrases {
  static let length = 6
  var hashes: Set<UInt64>

  /// The runs of the guide, one hash in hexadecimal per line.
  static func guide() throws -> Self {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "guide-shingles.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return Self(hashes: Set(try lines.map { try #require(UInt64($0, radix: 16)) }))
  }

  /// The runs of `text` that are in the set.
  func copied(in text: String) -> [String] {
    let words = Self.words(of: text)
    guard words.count >= Self.length else { return [] }
    return (0...words.count - Self.length)
      .map { words[$0..<$0 + Self.length].joined(separator: " ") }
      .filter { hashes.contains(Self.hash($0)) }
  }

  /// Lower-case runs of a–z and the apostrophe, which may be typographic.
  static func words(of text: String) -> [String] {
    text.lowercased().replacing("’", with: "'")
      .split { !("a"..."z").contains($0) && $0 != "'" }
      .map(String.init)
  }

  /// The 64-bit FNV-1a hash of the text in UTF-8.
  static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }
}

extension Card {
  /// Everything on the card that a person reads.
  fileprivate var texts: [String] {
    wordings + probes + strong + flags + ticks + write + feeds
      + [
        note, probing, frame, done, place, use, audience, listen, next, skipIf, tempting, better,
        say,
      ].compactMap { $0 }
  }
}
