import Testing

@testable import Decks

@Suite struct OutlineLineTests {
  /// Of a card on one line only its front asks.
  @Test func whatStandsBehindTwoColonsAsksNothing() {
    let line = OutlineLine("Your reasons to leave::Why did you leave?", 1, isOrg: false)
    #expect(line.text == "Your reasons to leave" && !line.isQuestion)
    let other = OutlineLine("Why did you leave?::The team was dissolved.", 1, isOrg: false)
    #expect(other.text == "Why did you leave?" && other.isQuestion)
  }

  @Test(arguments: [
    ("九", 9), ("十", 10), ("十一", 11), ("十九", 19), ("二十", 20), ("二十三", 23), ("12", 12),
  ]) func numbersCountInTheirScript(marker: String, value: Int) {
    #expect(LineNumber.values(in: marker[...], mayBeLetter: false) == [value])
  }
}
