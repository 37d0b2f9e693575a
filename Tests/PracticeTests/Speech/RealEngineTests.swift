import FoundationEssentials
import TestSupport
import Testing

@testable import Practice

/// A story that a voice says and an engine hears, with marks as a person sets them.
@Suite(.timeLimit(.minutes(20))) struct RealEngineTests {
  @Test(.enabled(if: RealEngine.isThere, Comment(rawValue: RealEngine.advice)))
  func aStoryIsHeardInItsParts() throws {
    let home = try TemporaryHome()
    let sample = try SpokenSample(SpokenStory.stretches, wordsPerMinute: 140, in: home.path)
    try home.write(sample.wav, to: "story.wav")
    let printed = try RealEngine.hear(home.file("story.wav"))
    let transcript = try Transcript(printed: Array(printed.utf8))
    let sound = try #require(SoundMeasure(wav: sample.wav))
    let beginnings = SpokenStory.beginnings(in: sample)
    // Early, late, and one of each.
    for shifts in [
      [0, 0, 0, 0], [0, 500, 500, 500], [0, -500, -500, -500], [0, 500, -500, 500],
    ] {
      let marks = zip(PartTimes.Step.allCases, zip(beginnings, shifts)).map {
        PartMark($0, at: $1.0 + $1.1)
      }
      for pauses in [sound.pauses, nil] {
        let placed = SpokenStory.placed(
          Speech(transcript, pauses: pauses, marks: marks).texts(inParts: true))
        #expect(placed.heard * 10 >= placed.told * 7, "\(placed)")
        #expect(
          placed.right * 100 >= placed.heard * 95,
          "\(placed), shifts \(shifts), sound \(pauses != nil)")
      }
    }
    try compareDelivery(of: sample, transcript, sound)
    compareObservations(of: transcript, sound, beginnings)
  }

  private func compareDelivery(
    of sample: SpokenSample, _ transcript: Transcript, _ sound: SoundMeasure
  ) throws {
    let speech = Speech(transcript, pauses: sound.pauses, marks: [])
    let delivery = try #require(Delivery(of: speech, duration: sample.milliseconds))
    let long = SpokenStory.longSilences
    #expect(delivery.pauses.count == long.count)
    for (pause, silence) in zip(delivery.pauses, long) {
      #expect(abs(pause.length - silence) <= 300)
    }
    let pace = SpokenStory.pace(in: sample)
    let measured = try #require(delivery.pace)
    #expect(abs(measured - pace) <= 0.05 * pace, "\(measured) for \(pace)")
  }

  /// What stands out is what would in the same text typed, but for what goes by signs.
  private func compareObservations(
    of transcript: Transcript, _ sound: SoundMeasure, _ beginnings: [Int]
  ) {
    let marks = zip(PartTimes.Step.allCases, beginnings).map { PartMark($0, at: $1) }
    let heard = Speech(transcript, pauses: sound.pauses, marks: marks).texts(inParts: true)
    func kinds(_ texts: [String], spoken: Int?) -> Set<ObservationKind> {
      var context = ObservationContext(competency: "disagree-up")
      context.spoken = spoken
      let answer = StarAnswer(
        situation: texts[0], task: texts[1], action: texts[2], result: texts[3])
      return Set(
        answer.observations(in: context, kinds: ObservationKind.onAtFirst).map(\.kind)
          .filter { !$0.restsOnWriting && $0 != .length })
    }
    #expect(kinds(heard, spoken: sound.duration) == kinds(SpokenStory.texts, spoken: nil))
  }
}
