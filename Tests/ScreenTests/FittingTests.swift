import Screen
import Testing

@Suite struct FittingTests {
  @Test(
    arguments: [
      ("short", 5, "short"), ("longer", 5, "long…"), ("漢字漢", 6, "漢字漢"), ("漢字漢", 5, "漢字…"),
      ("漢字漢", 4, "漢…"), ("ab", 1, "…"), ("ab", 0, ""), ("ab", -1, ""), ("", 0, ""),
      ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("👨‍👩‍👧👨‍👩‍👧", 3, "👨‍👩‍👧…"), ("a\tb", 5, "a…"),
      ("abe\u{301}d", 3, "ab…"), ("abe\u{301}d", 4, "abe\u{301}d"),
      ("abe\u{301}de", 4, "abe\u{301}…"),
      ("ab漢c", 4, "ab…"), ("ab漢cd", 5, "ab漢…"), ("a\u{200D}bcd", 3, "a\u{200D}b…"),
    ] as [(String, Int, String)])
  func truncating(_ text: String, to width: Int, gives result: String) {
    #expect(text.truncated(to: width) == result)
  }

  @Test(arguments: UInt64(0)..<50) func truncatedTextFits(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = generator.text(upTo: 30)
    for width in 0..<30 {
      #expect(text.truncated(to: width).displayWidth <= width, "seed \(seed), width \(width)")
    }
  }

  @Test func paddingReachesTheWidthAndNeverCuts() {
    #expect("漢".padded(to: 4) == "漢  ")
    #expect("7".padded(to: 3, align: .right) == "  7")
    #expect("long".padded(to: 2) == "long")
    #expect("".padded(to: -1) == "")
    #expect("abc".dropFirst().padded(to: 3) == "bc ")
  }

  @Test(
    arguments: [
      (0, "░░░░"), (1, "████"), (0.5, "██░░"), (0.53, "██▏░"), (0.0001, "▏░░░"), (0.9999, "███▉"),
      (-1, "░░░░"), (2, "████"), (.nan, "░░░░"), (.infinity, "████"), (0.25, "█░░░"),
    ] as [(Double, String)])
  func barsAreHonestAboutNoneAndAll(share: Double, result: String) {
    #expect(bar(share: share, width: 4) == result)
  }

  @Test func barsHaveTheirWidth() {
    for width in 0...20 {
      for step in 0...100 {
        #expect(bar(share: Double(step) / 100, width: width).displayWidth == width)
      }
    }
    #expect(bar(share: 0.5, width: -1) == "")
  }
}
