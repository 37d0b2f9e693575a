/// What can be measured in a recording of 16-bit samples: where nothing is said in it.
public struct SoundMeasure: Equatable, Sendable {
  /// Milliseconds of sound.
  public var duration: Int
  /// The stretches in which nothing is said, of at least ``leastPause`` each, in order.
  public var pauses: [Range<Int>]
  /// Whether it holds no sound at all, as from a microphone that is muted.
  public var isSilent: Bool

  /// Milliseconds of the shortest pause.
  public static let leastPause = 250
  /// The answer is this many times as loud as what counts as silence.
  private static let contrast = 20
  /// The loudest that a muted microphone is, of 32768.
  private static let muted = 12

  /// Measures a recording; nil if it is none of these, or has other samples.
  ///
  /// - Parameter bytes: a WAV file; one that was cut off is read to its end.
  public init?(wav bytes: [UInt8]) {
    guard let sound = SoundFile(bytes) else { return nil }
    let loudness = sound.loudness
    guard !loudness.isEmpty else { return nil }
    let step = SoundFile.step
    duration = loudness.count * step
    let sorted = loudness.sorted()
    let loud = sorted[min(sorted.count - 1, sorted.count * 95 / 100)]
    isSilent = loud <= Self.muted
    // Of what is said alone: who pauses for long does not lower the bar.
    let said = sorted.filter { $0 * Self.contrast > loud }
    let median = said.isEmpty ? 0 : said[said.count / 2]
    pauses = []
    var start: Int?
    for (place, level) in (loudness + [.max]).enumerated() {
      if level < Int.max, level * Self.contrast < median || level <= Self.muted {
        if start == nil { start = place }
      } else if let begun = start {
        if (place - begun) * step >= Self.leastPause { pauses.append(begun * step..<place * step) }
        start = nil
      }
    }
  }
}

/// The samples of a WAV file.
private struct SoundFile {
  /// Milliseconds of one measure of loudness.
  static let step = 10

  private let bytes: [UInt8]
  private var channels = 0
  private var rate = 0
  private var data = 0..<0

  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.count >= 12, Self.name(at: 0, bytes) == "RIFF", Self.name(at: 8, bytes) == "WAVE"
    else { return nil }
    var place = 12
    while place + 8 <= bytes.count {
      let name = Self.name(at: place, bytes)
      let size = number(at: place + 4, bytes: 4)
      let body = place + 8
      if name == "fmt " {
        guard body + 16 <= bytes.count, size >= 16, isPlain(at: body, size) else { return nil }
        channels = number(at: body + 2, bytes: 2)
        rate = number(at: body + 4, bytes: 4)
        guard (1...8).contains(channels), (4000...384_000).contains(rate) else { return nil }
      } else if name == "data" {
        // A program that was ended could not say how much it has written.
        let end = size == 0 ? bytes.count : min(bytes.count, body + size)
        data = body..<max(body, end)
        break
      }
      place = body + size + size % 2
    }
    guard channels > 0, !data.isEmpty else { return nil }
  }

  /// Whether the samples are whole numbers of 16 bits.
  private func isPlain(at body: Int, _ size: Int) -> Bool {
    let form = number(at: body, bytes: 2)
    let isExtended = form == 0xFFFE && size >= 26 && body + 26 <= bytes.count
    return (form == 1 || isExtended && number(at: body + 24, bytes: 2) == 1)
      && number(at: body + 14, bytes: 2) == 16
  }

  private static func name(at place: Int, _ bytes: [UInt8]) -> String {
    String(decoding: bytes[place..<place + 4], as: UTF8.self)
  }

  private func number(at place: Int, bytes count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  /// How loud each step is: the mean of its samples without their sign, of the loudest channel.
  ///
  /// So many samples of a step are looked at as tell: half an hour takes no longer than a glance.
  var loudness: [Int] {
    let frame = 2 * channels
    let frames = data.count / frame
    let perStep = max(1, rate * Self.step / 1000)
    let stride = max(1, perStep / 40)
    return bytes.withUnsafeBufferPointer { bytes in
      var levels: [Int] = []
      levels.reserveCapacity(frames / perStep)
      for step in 0..<frames / perStep {
        let first = data.lowerBound + step * perStep * frame
        var loudest = 0
        for channel in 0..<channels {
          var sum = 0
          var count = 0
          var place = first + 2 * channel
          while count * stride < perStep {
            let sample = Int16(bitPattern: UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8)
            sum += Int(sample.magnitude)
            count += 1
            place += stride * frame
          }
          loudest = max(loudest, sum / max(1, count))
        }
        levels.append(loudest)
      }
      return levels
    }
  }
}
