import Decks
import TestSupport
import Testing

/// Files that are made to crash a reader or to keep it busy.
@Suite struct HostileTests {
  private static let head = "id: d\ntitle: T\ncards:\n"
  private static let size = 1 << 20

  static let files: [String] = [
    "a: &a [x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\n? *c\n: 1\n",
    head + "- " + String(repeating: "[", count: size),
    head + "- " + String(repeating: "{", count: size),
    head + "- " + String(repeating: "{", count: 32) + String(repeating: "a,", count: size / 32)
      + String(repeating: "}", count: 32),
    head + "- " + String(repeating: "- ", count: size),
    head + "- " + String(repeating: "? ", count: size),
    head + "- " + String(repeating: "a: ", count: size),
    head + "- \"" + String(repeating: "x", count: size),
    head + "- id: x\n" + String(repeating: "  id: y\n", count: size / 64),
    String(repeating: "\u{1}", count: size),
    String(repeating: "a", count: size),
    String(repeating: "\n", count: size),
    head + String(repeating: "-\n", count: size),
    head + String(repeating: "- k: y\n", count: size / 2),
    head + String(repeating: "- a: b: c\n", count: size / 3),
    head + String(repeating: "- {id: A, kind: proe, competency: dta, ask: a}\n", count: size / 12),
    head + "- id: x\n" + (0..<size / 4).map { "  k\($0): y\n" }.joined(),
    head + "- ask: ok\n  alt:\n" + String(repeating: "  - \u{FEFF}[\n", count: size / 9),
    String(repeating: "a: b\n", count: size / 2),
    (0..<size / 4).map { "a\($0): b\n" }.joined(),
  ]

  @Test(arguments: files.indices)
  func isRefusedInTime(index: Int) {
    var reading = Reading(deck: nil, faults: [])
    let time = ContinuousClock().measure { reading = read(Self.files[index]) }
    #expect(reading.deck == nil)
    #expect(!reading.faults.isEmpty)
    // Some twenty times what it takes; with a step for each pair of bytes it would be hours.
    #expect(time < .seconds(30))
  }

  /// Twice the cards take twice the time, not four times.
  @Test func timeIsLinear() {
    func time(cards: Int) -> Duration {
      let card = "    kind: probe\n    competency: data\n    ask: Why now?\n"
      let text = Self.head + (0..<cards).map { "  - id: A\($0)\n" + card }.joined()
      return ContinuousClock().measure { #expect(read(text).deck?.cards.count == cards) }
    }
    _ = time(cards: 100)
    #expect(succeedsOnce(in: 5) { time(cards: 8000) < time(cards: 1000) * 24 })
  }
}
