import Testing

@testable import Decks

@Suite struct SearchTests {
  /// The cards that a query finds, counted from 1.
  private func found(_ query: String, in text: SearchText) -> [Int] {
    text.bytes.withUnsafeBytes { bytes in
      text.ends.withUnsafeBytes { CardSearch(query).cards(in: bytes, ends: $0) }
    }.map { $0 + 1 }
  }

  private func found(_ query: String, in asks: String...) -> [Int] {
    let cards = asks.enumerated().map { index, ask in
      Card(
        id: CardID(deck: "d", card: "PE-0\(index + 1)"), kind: .star, competency: "teamwork",
        ask: ask)
    }
    return found(query, in: SearchText(cards, deckTitle: ""))
  }

  @Test func aCardHasAllWordsOfTheQuerySomewhere() {
    func found(_ query: String) -> [Int] {
      self.found(
        query, in: "A clash in the café", "Ein Straßenfest, naïvely", "A deadline: the café closed")
    }
    #expect(found("") == [1, 2, 3])
    #expect(found(" \t") == [1, 2, 3])
    #expect(found("CAFE") == [1, 3])
    #expect(found("clo café") == [3])
    #expect(found("clash deadline") == [])
    #expect(found("pe-02") == [2])
    #expect(found("teamwork star e-0") == [1, 2, 3])
    #expect(found("strasse") == [2])
    #expect(found("afe") == [1, 3])
    #expect(found("xyz") == [])
  }

  @Test func aTextIsFoundHoweverItWasTyped() {
    #expect(found("ÉCOLE", in: "e\u{301}cole") == [1])
    #expect(found("lodz", in: "Łódź") == [1])
    #expect(found("Viet", in: "Việt Nam") == [1])
    #expect(found("it's", in: "it’s late") == [1])
    #expect(found("ｗｉｄｅ", in: "wide") == [1])
    #expect(found("σοφοσ", in: "ΣΟΦΌΣ") == [1])
    #expect(found("ежик", in: "Ёжик") == [1])
    #expect(found("soft", in: "so\u{AD}ft") == [1])
    #expect(found("new line", in: "new\u{A0}line") == [1])
  }

  /// The ways in which keyboards, files and other programs write the same text.
  @Test(arguments: [
    ("\u{1100}\u{1161}\u{11B7}\u{1109}\u{1161}", "감사 프로젝트"),
    ("감사", "\u{1100}\u{1161}\u{11B7}\u{1109}\u{1161}합니다"),
    ("ﾌﾟﾛｼﾞｪｸﾄ", "プロジェクト"), ("ガーデン", "ｶﾞｰﾃﾞﾝ の話"), ("ガ", "カ\u{3099}"), ("は\u{309A}", "ぱ"), ("ヴ", "ｳﾞ"),
    ("first flight", "The ﬁrst ﬂight"), ("office", "oﬀice"), ("oﬃce", "office"), ("stop", "ﬆop"),
    ("x2", "x²"), ("h2o", "H₂O"), ("no 5", "№ ⑤"), ("iv", "Ⅳ"), ("tm", "Brand™"), ("1⁄2", "½"),
    ("...", "wait…"), ("kg", "5 ㎏"), ("株式会社", "㍿"),
    ("bold", "\u{1D41B}\u{1D428}\u{1D425}\u{1D41D}"),
    ("ohm", "\u{24BD}ⓄⒽⓂ OHM"), ("\u{3A9}", "\u{2126}"), ("\u{3BC}s", "\u{B5}s"), ("k", "\u{212A}"),
    ("session", "ſeſſion"), ("ijssel", "Ĳssel"), ("\u{8C48}", "\u{F900}"), ("一", "\u{2F00}"),
    ("لا", "ﻻ"), ("سلام", "ﺳﻼﻡ"), ("\u{915}\u{93C}", "\u{958}"), ("\u{9CB}", "\u{9C7}\u{9BE}"),
    ("\u{0E4D}\u{0E32}", "\u{0E33}"), ("ㄱㅏ", "가"), ("가", "\u{FFA1}\u{FFC2}"), ("ＡＢＣ１", "abc1"),
  ])
  func whatUnicodeCallsCompatibleIsOne(query: String, text: String) {
    #expect(found(query, in: text) == [1])
    #expect(found(text, in: text) == [1])
  }

  @Test func whatDiffersInMeaningIsNotOne() {
    #expect(found("か", in: "が") == [])
    #expect(found("가", in: "감") == [])
    #expect(found("は", in: "ぱ") == [])
    #expect(found("\u{11B7}", in: "감") == [])
  }

  /// Folding what is folded changes nothing, so that each text is looked for as it is kept.
  @Test func whatLettersAreFoundByStaysAsItIs() {
    #expect(Folding.compatible.count > 4000)
    for text in Folding.compatible.values {
      #expect(Folding.folded(String(decoding: text, as: UTF8.self)) == text)
    }
  }

  @Test func everyScriptIsSearched() {
    #expect(found("同事", in: "请讲一次你和同事意见不合的经历。") == [1])
    #expect(found("احمد", in: "مَن هو أحمد؟") == [1])
    #expect(found("من", in: "مَنْ هو؟") == [1])
    #expect(found("👨‍👩‍👧", in: "Family 👨‍👩‍👧 first", "Other 👨") == [1])
    #expect(found("❤", in: "With ❤️ for it") == [1])
    #expect(found("ทำงาน", in: "ความทำงานเป็นทีม") == [1])
  }

  @Test func everyTextOfACardAndItsDecksTitleAreSearched() {
    var card = Card(
      id: CardID(deck: "deck", card: "A"), kind: .redflag, competency: "integrity", ask: "ask1")
    card.alternatives = ["alt1"]
    card.guide = ["P5"]
    card.note = "note1"
    card.say = "say1"
    card.flags = ["flag1", "flag2"]
    let text = SearchText([card], deckTitle: "My title")
    for word in [
      "deck/a", "redflag", "integrity", "ask1", "alt1", "p5", "note1", "say1", "flag2", "my title",
    ] {
      #expect(found(word, in: text) == [1], "\(word)")
    }
    #expect(found("ask1alt1", in: text) == [])
  }

  /// What an index holds may have been damaged.
  @Test func endsThatCannotBeAreNoTrap() {
    let text = Array("one two".utf8)
    for ends: [UInt32] in [[], [3, 1], [.max, 5], [99, 7, 0]] {
      let cards = text.withUnsafeBytes { bytes in
        ends.withUnsafeBytes { CardSearch("one two").cards(in: bytes, ends: $0) }
      }
      #expect(cards.count <= ends.count)
    }
  }

  /// Against the plain way of looking, at every length around the sixteen bytes of a step.
  @Test func bytesAreFoundWhereTheyAre() {
    var state: UInt64 = 20_261_127
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    for _ in 0..<5000 {
      let text = (0..<below(70)).map { _ in UInt8(97 + below(3)) }
      let word = (0..<1 + below(5)).map { _ in UInt8(97 + below(3)) }
      let start = below(text.count + 1)
      let range = start..<start + below(text.count - start + 1)
      let found = text.withUnsafeBytes { $0.firstOffset(of: word, in: range) }
      let plain = range.first {
        $0 + word.count <= range.upperBound && Array(text[$0..<$0 + word.count]) == word
      }
      guard found != plain else { continue }
      Issue.record("\(text) \(word) \(range): \(String(describing: found))")
    }
  }

  /// Where it stands is told by characters of the text as it was written.
  @Test(arguments: [
    ("cafe", "The café: CAFÉ", [4..<8, 10..<14]), ("he", "The café", [1..<3]),
    ("fe ca", "The café", [4..<8]), ("strasse", "Straße 5", [0..<6]), ("", "The café", []),
    ("zz", "The café", []),
  ]) func whereItStandsIsTold(_ query: String, _ text: String, _ places: [Range<Int>]) {
    #expect(CardSearch(query).places(in: text) == places, "\(query)")
  }

  @Test func anExcerptBeginsBeforeWhatWasFound() {
    let text = "First line.\nIn March our manager cut the long Handover between the two shifts."
    #expect(
      CardSearch("handover").excerpt(of: text)
        == "… our manager cut the long Handover between the two shifts.")
    #expect(CardSearch("first").excerpt(of: text) == "First line.")
    #expect(CardSearch("nowhere").excerpt(of: text) == nil)
    #expect(CardSearch("").excerpt(of: text) == nil)
  }

  @Test func anyTextsAreSearched() {
    let texts = SearchText(["one café", "two", "", "a café more"])
    #expect(CardSearch("CAFE").texts(in: texts) == [0, 3])
    #expect(CardSearch("cafe two").texts(in: texts) == [])
    #expect(CardSearch("x").texts(in: SearchText([String]())) == [])
  }
}
