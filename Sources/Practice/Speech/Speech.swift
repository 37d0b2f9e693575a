/// A spoken answer as it was heard: its words, where nothing was said, and where its parts begin.
public struct Speech: Equatable, Sendable {
  public let words: [SpokenWord]
  /// The stretches in which nothing was said; from the sound, else from the times of the words.
  public let pauses: [Range<Int>]
  /// Where parts begin: the person's marks, moved into the pauses that are near.
  public let marks: [PartMark]

  /// How far, in milliseconds, a mark may be from the pause that it was meant for.
  static let reach = 1500

  /// - Parameters:
  ///   - transcript: what an engine wrote down.
  ///   - pauses: those of the sound; nil where it could not be measured.
  ///   - marks: where the person said that parts begin.
  public init(_ transcript: Transcript, pauses: [Range<Int>]?, marks: [PartMark]) {
    let gaps = pauses ?? Self.gaps(between: transcript.words)
    // Engines stretch words over silence: what is left of them is where they were said.
    words =
      pauses.map { pauses in
        var near = pauses[...]
        return transcript.words.map { word in
          guard let time = word.time else { return word }
          while let first = near.first, first.upperBound <= time.lowerBound { near.removeFirst() }
          var word = word
          word.time = Self.said(time, without: near)
          return word
        }
      } ?? transcript.words
    self.pauses = gaps
    self.marks = transcript.hasTimes ? Self.moved(marks, into: gaps) : marks
  }

  /// Takes in what was kept of one.
  init(words: [SpokenWord], pauses: [Range<Int>], marks: [PartMark]) {
    (self.words, self.pauses, self.marks) = (words, pauses, marks)
  }

  /// The longest piece of a time in which something was said; all of it if nothing was.
  private static func said(_ time: Range<Int>, without pauses: ArraySlice<Range<Int>>) -> Range<Int>
  {
    var best = time.lowerBound..<time.lowerBound
    var start = time.lowerBound
    for pause in pauses {
      guard pause.lowerBound < time.upperBound else { break }
      if pause.lowerBound - start > best.count { best = start..<pause.lowerBound }
      start = max(start, pause.upperBound)
    }
    if time.upperBound - start > best.count { best = start..<time.upperBound }
    return best.isEmpty ? time : best
  }

  private static func gaps(between words: [SpokenWord]) -> [Range<Int>] {
    let times = words.compactMap(\.time)
    return zip(times, times.dropFirst()).compactMap { one, next in
      next.lowerBound - one.upperBound >= SoundMeasure.leastPause
        ? one.upperBound..<next.lowerBound : nil
    }
  }

  /// The marks, each in the middle of the pause that it was meant for.
  ///
  /// A pause serves one mark, and their order stays; of all ways in which that can be the one is taken
  /// that leaves the fewest marks alone, and of these the one that moves them least.
  private static func moved(_ marks: [PartMark], into pauses: [Range<Int>]) -> [PartMark] {
    let movable = marks.indices.filter { marks[$0].time > 0 }
    guard !movable.isEmpty, !pauses.isEmpty else { return marks }
    func distance(_ mark: Int, _ pause: Int) -> Int? {
      let (time, pause) = (marks[movable[mark]].time, pauses[pause])
      let distance = max(0, pause.lowerBound - time, time - pause.upperBound)
      return distance <= reach ? distance : nil
    }
    let alone = reach * 4
    /// The least that it costs from a mark on, by the first pause that is free.
    var costs = [[Int]](
      repeating: [Int](repeating: 0, count: pauses.count + 1), count: movable.count + 1)
    for mark in movable.indices.reversed() {
      costs[mark][pauses.count] = costs[mark + 1][pauses.count] + alone
      for pause in pauses.indices.reversed() {
        var cost = min(costs[mark + 1][pause] + alone, costs[mark][pause + 1])
        if let distance = distance(mark, pause) {
          cost = min(cost, costs[mark + 1][pause + 1] + distance)
        }
        costs[mark][pause] = cost
      }
    }
    var moved = marks
    var (mark, pause) = (0, 0)
    while mark < movable.count {
      let cost = costs[mark][pause]
      if pause < pauses.count, let distance = distance(mark, pause),
        cost == costs[mark + 1][pause + 1] + distance
      {
        moved[movable[mark]].time = (pauses[pause].lowerBound + pauses[pause].upperBound) / 2
        (mark, pause) = (mark + 1, pause + 1)
      } else if cost == costs[mark + 1][pause] + alone {
        mark += 1
      } else {
        pause += 1
      }
    }
    for index in moved.indices.dropFirst() {
      moved[index].time = max(moved[index].time, moved[index - 1].time)
    }
    return moved
  }

  // MARK: - What was said in the parts

  /// Whether its words can be told apart by part.
  public var hasParts: Bool { marks.areParting && words.allSatisfy { $0.time != nil } }

  /// The part that a moment belongs to.
  func step(at time: Int) -> PartTimes.Step {
    marks.last { $0.time <= time }?.step ?? marks.first?.step ?? .situation
  }

  /// The step of each word: that in which its middle lies.
  var steps: [PartTimes.Step] {
    words.map { word in
      word.time.map { step(at: ($0.lowerBound + $0.upperBound) / 2) } ?? .situation
    }
  }

  /// What was said, box by box; in one piece in the first box where it cannot be told apart.
  ///
  /// - Parameter hasParts: whether the boxes are those of a story.
  /// - Returns: the texts, by place.
  public func texts(inParts hasParts: Bool) -> [String] {
    guard hasParts, self.hasParts else { return [words.text] }
    var parts = [[SpokenWord]](repeating: [], count: StarPart.allCases.count)
    for (word, step) in zip(words, steps) {
      // What was learned stands in the box of the Result.
      parts[min(step.rawValue, parts.count - 1)].append(word)
    }
    return parts.map(\.text)
  }
}
