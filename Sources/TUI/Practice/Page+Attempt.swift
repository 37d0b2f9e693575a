import Decks
import Practice
import Screen

extension Page {
  /// How long an answer took, by part where they were marked.
  mutating func addTimes(of attempt: Attempt) {
    guard let duration = attempt.duration else { return }
    switch attempt.mode {
    case .headline: add(Drill.headline.text(milliseconds: duration))
    case .pick: add(Drill.pick.text(milliseconds: duration))
    // What a question was taken for has its seconds in its own line.
    case .reading: break
    case .spoken, .typed, .probe, .away:
      let words =
        attempt.isStory && attempt.purpose == .answer
        ? ", \(AnswerLength(milliseconds: duration).words) (1:00 to 2:30)" : ""
      add("\(DateText.clock(milliseconds: duration))\(words)")
    }
    guard let times = attempt.times else { return }
    let shares = times.percentages
    let barWidth = min(width - 8, 60)
    let label = "you     "
    let bar = StarPart.bar(shares, width: barWidth)
    add(
      verbatim: label + bar, style: .bold,
      tints: StarPart.stretches(of: bar).map { part, range in
        Tint(
          range: range.lowerBound + label.count..<range.upperBound + label.count, role: part.role)
      })
    add(
      verbatim: "target  \(StarPart.bar(StarPart.allCases.map(\.target), width: barWidth))",
      style: .dim)
    let cells = StarPart.allCases.map { part in
      "\(width > 32 ? part.title : String(part.letter)) \(DateText.clock(milliseconds: times[part])) (\(shares[part.rawValue])%)"
    }
    let line = cells.joined(separator: "   ")
    if line.displayWidth <= width {
      add(verbatim: line)
    } else {
      add(verbatim: cells.prefix(2).joined(separator: "   "))
      add(verbatim: cells.suffix(2).joined(separator: "   "))
    }
  }

  /// What was written, under the titles of its boxes.
  mutating func addBoxes(_ texts: [String], of kind: CardKind) {
    for (title, text) in zip(kind.boxes, texts) where !text.isEmpty {
      add(title, items: [text], marker: "")
    }
  }

  /// What was seen in an answer that the person said or wrote: the words it was seen in, and what to ask
  /// oneself of them.
  mutating func add(
    _ observations: [Observation], in what: String, isHeard: Bool = false
  ) {
    guard !observations.isEmpty else { return }
    addGap()
    add("Seen in what you \(what)", style: .bold)
    for observation in observations {
      // A part that is empty has no words to quote.
      let quotes = observation.quotes.filter { !$0.text.isEmpty }.prefix(3).map { quote in
        let words = quote.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return (isHeard && quote.isEasilyMisheard ? "heard as " : "")
          + "“\(words.truncated(to: 40))”"
      }
      let words = quotes.joined(separator: ", ")
      if !words.isEmpty { add(words, style: .dim, marker: "• ", indent: 1) }
      add(
        "\(observation.note) \(observation.question)", marker: words.isEmpty ? "• " : "  ",
        indent: 1)
    }
  }

  mutating func addProbes(_ probes: [ProbeAnswer]) {
    guard !probes.isEmpty else { return }
    addGap()
    add("Follow-ups", style: .bold)
    for probe in probes { add("\(probe.question) (\(probe.result.rawValue))", indent: 1) }
  }
}

extension StarPart {
  /// A bar on which each part takes its share, from its letter on: `S───T──A───────R────`.
  fileprivate static func bar(_ shares: [Int], width: Int) -> String {
    var bar = ""
    var before = 0
    for (part, share) in zip(allCases, shares) {
      let start = before * width / 100
      before += share
      let columns = before * width / 100 - start
      guard columns > 0 else { continue }
      bar += String(part.letter) + String(repeating: "─", count: columns - 1)
    }
    return bar
  }

  /// Where each part stands on such a bar.
  fileprivate static func stretches(of bar: String) -> [(part: StarPart, range: Range<Int>)] {
    var stretches: [(part: StarPart, range: Range<Int>)] = []
    for (index, character) in bar.enumerated() {
      if let part = allCases.first(where: { $0.letter == character }) {
        stretches.append((part, index..<index + 1))
      } else if let last = stretches.last {
        stretches[stretches.count - 1].range = last.range.lowerBound..<index + 1
      }
    }
    return stretches
  }

  /// What its letter and its stretch of a bar are drawn as.
  var role: Style.Role { RubricPart(self).role }
}

extension RubricPart {
  /// What its letter is drawn as.
  var role: Style.Role {
    switch self {
    case .situation: .situation
    case .task: .task
    case .action: .action
    case .result: .result
    case .delivery: .delivery
    }
  }
}
