/// What can be seen beside earlier answers.
extension AnswerProse {
  // MARK: The same story again

  func toldBefore(_ context: ObservationContext) -> Observation? {
    let shingles = Shingles(words, length: 5)
    for told in context.told {
      let other = Prose(told.text).words
      guard told.id == context.story || shingles.overlap(with: Shingles(other, length: 5)) >= 0.35
      else { continue }
      return Observation(
        kind: .toldBefore, quotes: [longestRun(sharedWith: other)],
        note: "Told to \(told.listener).",
        question: context.otherStory.map { "Use “\($0)” instead?" }
          ?? "Which other story would show it as well?")
    }
    return nil
  }

  // MARK: Other figures than last time

  func figuresChanged(_ context: ObservationContext) -> Observation? {
    let earlier =
      context.attempts.suffix(1)
      + context.told.filter { $0.id == context.story }.map(\.text)
    for text in earlier {
      if let observation = figuresChanged(since: Prose(text), isHeard: context.spoken != nil) {
        return observation
      }
    }
    return nil
  }

  private func figuresChanged(since earlier: Prose, isHeard: Bool) -> Observation? {
    let before = earlier.figures
    let now = StarPart.allCases.flatMap { part in self[part].figures.map { (part, $0) } }
    let valuesBefore = Set(before.compactMap(\.value))
    let valuesNow = Set(now.compactMap(\.1.value))
    // A figure that is still there has not changed, whatever else is counted beside it.
    var gone = before.filter { $0.value.map { !valuesNow.contains($0) } ?? false }
    var quotes: [Observation.Quote] = []
    var texts: [String] = []
    for (part, figure) in now {
      guard let value = figure.value, let unit = figure.unit, !valuesBefore.contains(value),
        let place = gone.firstIndex(where: { $0.unit == unit })
      else { continue }
      quotes.append(quote(bytes: figure.range, of: part))
      texts.append(
        "last time \(earlier.text(gone[place].named)), now \(isHeard ? "heard as " : "")\(self[part].text(figure.named))"
      )
      gone.remove(at: place)
    }
    guard !quotes.isEmpty else { return nil }
    let note = texts.joined(separator: "; ")
    return Observation(
      kind: .figuresChanged, quotes: quotes,
      note: note.prefix(1).uppercased() + note.dropFirst() + ".",
      question: "Which can you defend?")
  }

  // MARK: The same words again

  func sameWords(_ context: ObservationContext) -> Observation? {
    let words = words
    let shingles = Shingles(words, length: 3)
    let last = context.attempts.suffix(3).map { Prose($0).words }
    guard words.count >= 30, last.count == 3, let latest = last.last,
      last.allSatisfy({ shingles.similarity(to: Shingles($0, length: 3)) > 0.8 })
    else { return nil }
    return Observation(
      kind: .sameWords, quotes: [longestRun(sharedWith: latest)],
      note: "Nearly word for word, as the last three times.",
      question: "How would you tell it if the question came in other words?")
  }

  /// The longest run of words that stands in another text too.
  private func longestRun(sharedWith other: [Prose.Word]) -> Observation.Quote {
    let places = Dictionary(grouping: other.indices) { other[$0].text }
    var best = (part: StarPart.situation, range: 0..<0)
    for part in StarPart.allCases {
      // How long the run is that ends at a place of the other text.
      var lengths: [Int: Int] = [:]
      for (index, word) in self[part].words.enumerated() {
        var next: [Int: Int] = [:]
        for place in places[word.text] ?? [] {
          let length = (lengths[place - 1] ?? 0) + 1
          next[place] = length
          if length > best.range.count { best = (part, index + 1 - length..<index + 1) }
        }
        lengths = next
      }
    }
    return best.range.isEmpty ? firstSentence : quote(best.range, of: best.part)
  }

  private var firstSentence: Observation.Quote {
    let part = StarPart.allCases.first { !self[$0].words.isEmpty } ?? .situation
    return self[part].sentences.first.map { quote($0, of: part) } ?? quote(of: part)
  }
}

/// The runs of so many words in a text, without its figures: what makes two wordings the same.
struct Shingles {
  private let runs: Set<[String]>

  init(_ words: [Prose.Word], length: Int) {
    var texts: [String] = []
    for index in words.indices {
      let isFigure =
        words[index].text.utf8.first.map { (0x30...0x39).contains($0) } ?? false
        || NumberWords.value(at: index, in: words) != nil
      let text = isFigure ? "#" : words[index].text
      if text != "#" || texts.last != "#" { texts.append(text) }
    }
    runs = Set(
      texts.indices.dropLast(length - 1).map { Array(texts[$0..<$0 + length]) })
  }

  /// The share of the smaller text's runs that are in the other, 0…1; 0 for a few words.
  func overlap(with other: Shingles) -> Double {
    let fewest = min(runs.count, other.runs.count)
    return fewest < 12 ? 0 : Double(runs.intersection(other.runs).count) / Double(fewest)
  }

  /// Dice's coefficient of the two sets, 0…1.
  func similarity(to other: Shingles) -> Double {
    let sum = runs.count + other.runs.count
    return sum == 0 ? 0 : 2 * Double(runs.intersection(other.runs).count) / Double(sum)
  }
}
