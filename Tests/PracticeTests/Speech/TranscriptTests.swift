import Testing

@testable import Practice

/// What engines print, read as words with times.
@Suite struct TranscriptTests {
  private func words(_ printed: String) throws -> [SpokenWord] {
    try Transcript(printed: Array(printed.utf8)).words
  }

  private func refusal(_ bytes: [UInt8]) -> Transcript.Refusal? {
    do throws(Transcript.Refusal) {
      _ = try Transcript(printed: bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test func aWordALineWithItsTimes() throws {
    let printed = """
      [00:00:00.000 --> 00:00:00.260]  In
      [00:00:00.260 --> 00:00:00.540]  March,
      [01:02:03,456 --> 01:02:04,000]   our
      """
    #expect(
      try words(printed) == [
        SpokenWord("In", 0..<260), SpokenWord("March,", 260..<540),
        SpokenWord("our", 3_723_456..<3_724_000),
      ])
    #expect(try words("[00:03.840 --> 00:06.020] yes") == [SpokenWord("yes", 3840..<6020)])
  }

  @Test func wordsOfASegmentShareItsTimeByTheirLength() throws {
    let heard = try words("[00:00:01.000 --> 00:00:03.000]  a bcd efgh\n")
    #expect(heard.map(\.text) == ["a", "bcd", "efgh"])
    #expect(heard.map(\.time) == [1000..<1250, 1250..<2000, 2000..<3000])
  }

  @Test(arguments: [
    "1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>First</i> I\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\ncounted.\r\n",
    "WEBVTT\n\nNOTE made by hand\n\n00:01.000 --> 00:02.000 align:start\n<v Ann>First I\n\n00:02.000 --> 00:03.000\ncounted.\n",
    "1\n00:00:01,000 --> 00:00:02,000\nFirst I\n2\n00:00:02,000 --> 00:00:03,000\ncounted.\n",
    "start\tend\ttext\n1000\t2000\tFirst I\n2000\t3000\tcounted.\n",
    "whisper: 2 threads\n[00:00:01.000 --> 00:00:02.000]  First I\n[00:00:02.000 --> 00:00:03.000]  counted.\n",
  ])
  func allFormsSayTheSame(printed: String) throws {
    let heard = try words(printed)
    #expect(heard.map(\.text) == ["First", "I", "counted."])
    #expect(heard.first?.time?.lowerBound == 1000)
    #expect(heard.last?.time == 2000..<3000)
  }

  @Test func plainTextHasNoTimes() throws {
    let transcript = try Transcript(printed: Array("First I counted.\nThen I asked.\n".utf8))
    #expect(!transcript.hasTimes)
    #expect(transcript.words.text == "First I counted. Then I asked.")
    #expect(transcript.words.wordCount == 6)
  }

  @Test func noisesAreNoWords() throws {
    #expect(refusal(Array("[00:00:00.000 --> 00:00:02.000]  [BLANK_AUDIO]\n".utf8)) == .nothingSaid)
    #expect(
      try words("(music playing) First ♪ I [ Laughter ] counted").text == "First I counted")
    // One that nobody closes is none.
    #expect(
      try words("I said (and a b c d e f g h i) that").text
        == "I said (and a b c d e f g h i) that")
  }

  @Test func signsBelongToTheWordBeforeThem() throws {
    #expect(try words("First , I counted .").text == "First, I counted.")
  }

  @Test func nothingDrivesATerminal() throws {
    let printed =
      "\u{1B}[38;5;71mFirst\u{1B}[0m I\u{07}\u{1B}]0;title\u{07} count\u{9B}ed\u{202E} \u{1B}P1\u{1B}\\x\u{0}y\n"
    let text = try words(printed).text
    #expect(text == "First I counted xy")
  }

  @Test func whatIsNoTranscriptIsRefused() {
    #expect(refusal([]) == .nothingSaid)
    #expect(refusal(Array(" \n\t\n... -- !\n".utf8)) == .nothingSaid)
    #expect(refusal((0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 151 | 0x80) }) == .noText)
    #expect(refusal([UInt8](repeating: 0x61, count: Transcript.mostBytes + 1)) == .tooMuch)
    #expect(
      refusal(Array(String(repeating: "so ", count: Transcript.mostWords + 1).utf8)) == .tooMuch)
  }

  @Test(arguments: [
    "[99:99:99.999 --> 00:00:00.000]  odd", "[00:00:05.000 --> 00:00:01.000]  odd",
    "[12345678901234567890:00:00 --> 1]  odd", "[a --> b]  odd", "-1\t5\todd",
    "9223372036854775807\t9223372036854775807\todd", "00:00 --> ", "[00:00:01.000 --> ]",
  ])
  func oddTimesEndNothing(printed: String) {
    if let transcript = try? Transcript(printed: Array(printed.utf8)) {
      for word in transcript.words {
        #expect(word.time.map { $0.upperBound <= PartTimes.longest } ?? true)
      }
    }
  }

  @Test func wordsNeverGoBack() throws {
    let heard = try words(
      "[00:00:05.000 --> 00:00:06.000]  one\n[00:00:02.000 --> 00:00:03.000]  two\n")
    #expect(heard.map(\.time) == [5000..<6000, 5000..<5000])
  }
}
