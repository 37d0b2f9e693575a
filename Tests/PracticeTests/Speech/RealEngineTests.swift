import FoundationEssentials
import TestSupport
import Testing

@testable import Practice

/// A story that a voice says and an engine hears, with marks as a person sets them.
@Suite(.timeLimit(.minutes(20))) struct RealEngineTests {
  private static let stretches = [
    SpokenSample.Stretch(
      part: 0,
      text:
        "In March our manager cut the handover between the day and the night shift from twenty minutes to five, to save paid time.",
      silence: 500),
    SpokenSample.Stretch(
      part: 0,
      text:
        "I led the nights at the depot, eleven people, and within two weeks things went wrong that the day shift had known about.",
      silence: 1000),
    SpokenSample.Stretch(
      part: 1,
      text:
        "It was mine to keep the nights running. I thought the cut was wrong, so I had to say so without going round her.",
      silence: 900),
    SpokenSample.Stretch(
      part: 2,
      text:
        "First I counted. For two weeks I wrote down each mistake that a handover would have stopped. There were nine a week.",
      silence: 600),
    SpokenSample.Stretch(
      part: 2,
      text:
        "Then I asked her for ten minutes alone and showed her the list. She kept the cut, because the budget was fixed.",
      silence: 2600),
    SpokenSample.Stretch(
      part: 2,
      text:
        "I asked for a trial. It was ten minutes on two nights, with me writing a short list. One of the men was against it, so I sat with him on the first night and we wrote the list together.",
      silence: 2200),
    SpokenSample.Stretch(
      part: 3,
      text:
        "By the end of May mistakes were down from nine a week to three, and she made the ten minutes the rule. I learned to bring a count before I bring an opinion.",
      silence: 800),
  ]

  /// Where the parts begin: in the middle of the silence before them.
  private func beginnings(_ sample: SpokenSample) -> [Int] {
    [0]
      + Self.stretches.indices.dropFirst().compactMap { place in
        Self.stretches[place].part == Self.stretches[place - 1].part
          ? nil : (sample.times[place - 1].upperBound + sample.times[place].lowerBound) / 2
      }
  }

  /// The words of a text in small letters, without signs.
  private func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The longest common run of words of two lists that stand in the same order, as pairs of places.
  private func common(_ one: [String], _ other: [String]) -> [(Int, Int)] {
    var lengths = [[Int]](
      repeating: [Int](repeating: 0, count: other.count + 1), count: one.count + 1)
    for i in one.indices.reversed() {
      for j in other.indices.reversed() {
        lengths[i][j] =
          one[i] == other[j]
          ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
      }
    }
    var pairs: [(Int, Int)] = []
    var (i, j) = (0, 0)
    while i < one.count, j < other.count {
      if one[i] == other[j] {
        pairs.append((i, j))
        (i, j) = (i + 1, j + 1)
      } else if lengths[i + 1][j] >= lengths[i][j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return pairs
  }

  @Test(.enabled(if: RealEngine.isThere, Comment(rawValue: RealEngine.advice)))
  func aStoryIsHeardInItsParts() throws {
    let home = try TemporaryHome()
    let sample = try SpokenSample(Self.stretches, wordsPerMinute: 140, in: home.path)
    try home.write(sample.wav, to: "story.wav")
    let printed = try RealEngine.hear(home.file("story.wav"))
    let transcript = try Transcript(printed: Array(printed.utf8))
    let sound = try #require(SoundMeasure(wav: sample.wav))
    let beginnings = beginnings(sample)
    let told = Self.stretches.flatMap { stretch in
      words(stretch.text).map { (word: $0, part: stretch.part) }
    }
    // Early, late, and one of each.
    for shifts in [
      [0, 0, 0, 0], [0, 500, 500, 500], [0, -500, -500, -500], [0, 500, -500, 500],
    ] {
      let marks = zip(PartTimes.Step.allCases, zip(beginnings, shifts)).map {
        PartMark($0, at: $1.0 + $1.1)
      }
      for pauses in [sound.pauses, nil] {
        let speech = Speech(transcript, pauses: pauses, marks: marks)
        let texts = speech.texts(inParts: true)
        let heard = texts.enumerated().flatMap { part, text in
          words(text).map { (word: $0, part: part) }
        }
        let pairs = common(told.map(\.word), heard.map(\.word))
        let right = pairs.count { told[$0.0].part == heard[$0.1].part }
        #expect(pairs.count * 10 >= told.count * 7, "\(pairs.count) of \(told.count) were heard")
        #expect(
          right * 100 >= pairs.count * 95,
          "\(right) of \(pairs.count), shifts \(shifts), sound \(pauses != nil)")
      }
    }
    try compareDelivery(of: sample, told.count, transcript, sound)
    compareObservations(of: transcript, sound, beginnings)
  }

  private func compareDelivery(
    of sample: SpokenSample, _ count: Int, _ transcript: Transcript, _ sound: SoundMeasure
  ) throws {
    let speech = Speech(transcript, pauses: sound.pauses, marks: [])
    let delivery = try #require(Delivery(of: speech, duration: sample.milliseconds))
    let long = Self.stretches.dropLast().enumerated().filter { $0.element.silence >= 2000 }
    #expect(delivery.pauses.count == long.count)
    for (pause, expected) in zip(delivery.pauses, long) {
      #expect(abs(pause.length - expected.element.silence) <= 300)
    }
    let said = try #require(sample.times.last).upperBound
    let speaking = said - long.reduce(0) { $0 + $1.element.silence }
    let pace = Double(count) * 60_000 / Double(speaking)
    let measured = try #require(delivery.pace)
    #expect(abs(measured - pace) <= 0.05 * pace, "\(measured) for \(pace)")
  }

  /// What stands out is what would in the same text typed, but for what goes by signs.
  private func compareObservations(
    of transcript: Transcript, _ sound: SoundMeasure, _ beginnings: [Int]
  ) {
    let marks = zip(PartTimes.Step.allCases, beginnings).map { PartMark($0, at: $1) }
    let heard = Speech(transcript, pauses: sound.pauses, marks: marks).texts(inParts: true)
    let typed = (0..<4).map { part in
      Self.stretches.filter { $0.part == part }.map(\.text).joined(separator: " ")
    }
    func kinds(_ texts: [String], spoken: Int?) -> Set<ObservationKind> {
      var context = ObservationContext(competency: "disagree-up")
      context.spoken = spoken
      let answer = StarAnswer(
        situation: texts[0], task: texts[1], action: texts[2], result: texts[3])
      return Set(
        answer.observations(in: context, kinds: ObservationKind.onAtFirst).map(\.kind)
          .filter { !$0.restsOnWriting && $0 != .length })
    }
    #expect(kinds(heard, spoken: sound.duration) == kinds(typed, spoken: nil))
  }
}
