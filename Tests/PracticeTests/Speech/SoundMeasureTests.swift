import Testing

@testable import Practice

/// Where nothing is said in a recording.
@Suite struct SoundMeasureTests {
  /// A file of stretches, each of so many milliseconds and so loud.
  private func file(
    _ stretches: (milliseconds: Int, loudness: Int)..., rate: Int = 16_000, channels: Int = 1,
    dataSize: Int? = nil
  ) -> [UInt8] {
    func bytes(_ number: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    var samples: [UInt8] = []
    for (milliseconds, loudness) in stretches {
      for place in 0..<rate * milliseconds / 1000 {
        let sample = bytes(place % 2 == 0 ? loudness : -loudness, 2)
        // What is said may be on any of them.
        for channel in 0..<channels { samples += channel + 1 == channels ? sample : [0, 0] }
      }
    }
    return Array("RIFF".utf8) + bytes(36 + samples.count, 4) + Array("WAVEfmt ".utf8) + bytes(16, 4)
      + bytes(1, 2) + bytes(channels, 2) + bytes(rate, 4) + bytes(rate * 2 * channels, 4)
      + bytes(2 * channels, 2) + bytes(16, 2) + Array("LIST".utf8) + bytes(3, 4) + [1, 2, 3, 0]
      + Array("data".utf8) + bytes(dataSize ?? samples.count, 4) + samples
  }

  @Test(arguments: [(16_000, 1), (44_100, 2)])
  func pausesAreFound(rate: Int, channels: Int) throws {
    let wav = file(
      (1000, 8000), (600, 200), (1000, 6000), (200, 0), (500, 8000), (2500, 0), (800, 7000),
      rate: rate, channels: channels)
    let sound = try #require(SoundMeasure(wav: wav))
    #expect(abs(sound.duration - 6600) <= 20)
    #expect(!sound.isSilent)
    #expect(sound.pauses.count == 2)
    for (pause, expected) in zip(sound.pauses, [1000..<1600, 3300..<5800]) {
      #expect(abs(pause.lowerBound - expected.lowerBound) <= 30)
      #expect(abs(pause.upperBound - expected.upperBound) <= 30)
    }
  }

  @Test func aRecorderThatWasEndedCouldNotSayHowMuchItWrote() throws {
    for size in [0, 0x7FFF_FFFF, 0xFFFF_FFFF] {
      let sound = try #require(SoundMeasure(wav: file((500, 900), (500, 0), dataSize: size)))
      #expect(sound.duration == 1000)
      #expect(sound.pauses == [500..<1000])
    }
  }

  @Test func silenceIsSilence() throws {
    let sound = try #require(SoundMeasure(wav: file((1000, 2))))
    #expect(sound.isSilent)
    #expect(sound.pauses == [0..<1000])
  }

  @Test func whatIsNoSuchFileIsNotMeasured() {
    let good = file((300, 900))
    #expect(SoundMeasure(wav: []) == nil)
    #expect(SoundMeasure(wav: Array("take\ncomplete\n".utf8)) == nil)
    for end in 0..<60 where end < good.count {
      _ = SoundMeasure(wav: Array(good.prefix(end)))
    }
    for place in 0..<60 {
      for value in [UInt8(0), 0xFF, 0x7F] {
        var bad = good
        bad[place] = value
        _ = SoundMeasure(wav: bad)
      }
    }
    var eight = good
    eight[34] = 8
    #expect(SoundMeasure(wav: eight) == nil)
  }
}
