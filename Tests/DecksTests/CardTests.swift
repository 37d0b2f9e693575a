import Decks
import Testing

/// Cards as values: ids, hashes, the compact form.
@Suite struct CardTests {
  static func fullCard() -> Card {
    var card = Card(
      id: CardID(deck: "d", card: "A-1"), kind: .concern, competency: "data", ask: "Why?\nSo \\n?")
    card.guide = ["P5"]
    card.like = ["B", "e/C"]
    card.tags = ["mine"]
    card.alternatives = ["How?", "é \"\"\"# \\#(x)"]
    card.isCore = true
    card.note = "note"
    card.probing = "probing"
    card.frame = "frame"
    card.probes = ["p1", "p2"]
    card.strong = ["s"]
    card.flags = ["f"]
    card.ticks = ["t"]
    card.write = ["w"]
    card.feeds = ["fe"]
    card.done = "done"
    card.place = "place"
    card.use = "use"
    card.stale = 7
    card.audience = "audience"
    card.listen = "listen"
    card.next = "next"
    card.skipIf = "skip"
    card.tempting = "tempting"
    card.better = "better"
    card.say = "say"
    card.line = 12
    return card
  }

  @Test func idsAreReadAndOrdered() {
    #expect(CardID("a/B-1.c_d") == CardID(deck: "a", card: "B-1.c_d"))
    for text in ["", "a", "a/", "/b", "a/b/c", "a/b c", "é/b", "-a/b", "a/.b"] {
      #expect(CardID(text) == nil)
    }
    #expect(CardID(deck: "a", card: "z") < CardID(deck: "b", card: "a"))
    #expect(CardID(deck: "a", card: "a").description == "a/a")
  }

  @Test func linksNameCardsOfTheSameDeckOrAnother() {
    var card = Self.fullCard()
    card.like += ["A-1", "d/A-1"]
    #expect(card.likes == [CardID(deck: "d", card: "B"), CardID(deck: "e", card: "C")])
    // What it is linked to and how it is tagged is no wording.
    var other = card
    (other.like, other.tags) = ([], [])
    #expect(other.textHash == card.textHash)
  }

  @Test func compactFormIsLossless() {
    let card = Self.fullCard()
    #expect(Card(encoded: card.encoded) == card)
    let deck = Deck(
      id: "d", title: "T\\n", note: "n", isPack: true, cards: [card, card], origin: .own,
      path: "p\nq")
    #expect(Deck(encoded: deck.encoded) == deck)
    var bare = deck
    bare.note = nil
    bare.cards = []
    #expect(Deck(encoded: bare.encoded) == bare)
  }

  @Test(arguments: ["", "x", "aAsk\n", "Id/A\nKstar\nCc\nZ\n", "Id/A\nKstar\nCc\nab\\x\n", "é"])
  func otherTextIsNoCard(text: String) {
    #expect(Card(encoded: text) == nil)
    #expect(Deck(encoded: text) == nil)
  }

  /// The hash is kept with reviews for years: these figures must never change.
  ///
  /// They come from a computation of FNV-1a outside of this program.
  @Test func textHashIsStable() {
    var card = Card(
      id: CardID(deck: "d", card: "A"), kind: .star, competency: "data", ask: "Why?")
    #expect(card.textHash == 0xf2d5_a991_16a1_45f1)
    #expect(Self.fullCard().textHash == 0x5648_4caa_2f6b_d9ec)
    let hash = card.textHash
    card.id = CardID(deck: "e", card: "B")
    card.kind = .fit
    card.competency = "x"
    card.guide = ["P5"]
    card.isCore = true
    card.stale = 3
    card.line = 99
    #expect(card.textHash == hash)
    card.alternatives = ["How?"]
    let other = card.textHash
    #expect(other != hash)
    card.alternatives = []
    card.note = "How?"
    #expect(card.textHash != other)
  }
}
