/// A story in four parts as a voice is to say it, and how much of it was heard where it belongs.
public enum SpokenStory {
  public static let stretches = [
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

  /// What is said in each part.
  public static var texts: [String] {
    (0..<4).map { part in
      stretches.filter { $0.part == part }.map(\.text).joined(separator: " ")
    }
  }

  /// Where the parts begin: in the middle of the silence before them.
  public static func beginnings(in sample: SpokenSample) -> [Int] {
    [0]
      + stretches.indices.dropFirst().compactMap { place in
        stretches[place].part == stretches[place - 1].part
          ? nil : (sample.times[place - 1].upperBound + sample.times[place].lowerBound) / 2
      }
  }

  /// The silences of two seconds and more, in milliseconds.
  public static var longSilences: [Int] {
    stretches.dropLast().map(\.silence).filter { $0 >= 2000 }
  }

  /// Words a minute, long silences left out.
  public static func pace(in sample: SpokenSample) -> Double {
    let said = sample.times.last?.upperBound ?? 0
    let speaking = said - longSilences.reduce(0, +)
    return Double(texts.flatMap(words).count) * 60_000 / Double(speaking)
  }

  /// Of how many words that were told how many were heard, and how many of those in their part.
  public static func placed(_ heard: [String]) -> (told: Int, heard: Int, right: Int) {
    func inParts(_ texts: [String]) -> [(word: String, part: Int)] {
      texts.enumerated().flatMap { part, text in words(text).map { ($0, part) } }
    }
    let (told, heard) = (inParts(texts), inParts(heard))
    let pairs = common(told.map(\.word), heard.map(\.word))
    return (told.count, pairs.count, pairs.count { told[$0.0].part == heard[$0.1].part })
  }

  /// The words of a text in small letters, without signs.
  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The longest common run of words of two lists that stand in the same order, as pairs of places.
  private static func common(_ one: [String], _ other: [String]) -> [(Int, Int)] {
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
}
