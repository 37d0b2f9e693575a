import BundledDecks
import Campaign
import Decks
import Files
import Practice
import Scheduler
import Screen
import Store

/// The guide in the program: why there is a second interview, how to prepare for it and what to avoid, each
/// point with its cards and how far they are.
package struct GuideListing {
  /// A card as far as the guide needs it.
  private struct Entry {
    var id: CardID
    var guide: [String]
    var isCore: Bool
    /// Recall on the day of the next interview, or now if none is ahead; nil for a card never practised.
    var recall: Retrievability?
  }

  private let entries: [Entry]
  /// What the recall is of; nil where nothing is known of it.
  private let day: String?

  /// - Parameter surroundings: the machine; where it has no home yet nothing is made, and only the cards
  ///   are named.
  /// - Throws: ``Failure`` and ``StoreError``.
  package init(in surroundings: any Surroundings) throws {
    let places = try surroundings.places()
    guard Disk.has(places.store.database) else {
      entries = BundledDecks.decks.filter { !$0.isPack }.flatMap(\.cards)
        .map { Entry(id: $0.id, guide: $0.guide, isCore: $0.isCore) }
      day = nil
      return
    }
    let workspace = try Workspace.forCommand(in: surroundings)
    let now = workspace.clock.now
    let next = try workspace.store.interviews(after: now.time).first
    let model = workspace.store.schedule.model
    let prospects = try workspace.store.prospects(
      at: now, competencies: workspace.competencies)
    let cards = try workspace.store.cards(prospects.map(\.id))
    let guides = Dictionary(cards.map { ($0.id, $0.guide) }) { first, _ in first }
    entries = prospects.map { prospect in
      Entry(
        id: prospect.id, guide: guides[prospect.id] ?? [], isCore: prospect.isCore,
        recall: prospect.memory.map { model.retrievability(of: $0, at: next?.start ?? now.time) })
    }
    day = next == nil ? "recall now" : "recall on the day"
  }

  package func write() throws { try Output.line(text) }

  private var text: String {
    var paragraphs = ["A second interview, point by point"]
    for part in GuidePoint.Part.allCases {
      paragraphs.append(part.heading.wrapped(to: 78).joined(separator: "\n"))
      for (number, points) in part.points.enumerated() {
        paragraphs.append(points.map { lines(of: $0, number: number + 1) }.joined(separator: "\n"))
      }
    }
    return paragraphs.joined(separator: "\n\n")
  }

  private func lines(of point: GuidePoint, number: Int) -> String {
    let cards = entries.filter { $0.guide.contains(point.code) }
    let indent = "    "
    let head = "\(number)".padded(to: 2, align: .right) + "  \(point.title) (\(point.code))"
    let body = [point.text, state(of: cards), CardSpans.text(cards.map(\.id.card))]
      .filter { !$0.isEmpty }
      .flatMap { $0.wrapped(to: 74) }.map { indent + $0 }
    return ([head] + body).joined(separator: "\n")
  }

  /// How far the cards are.
  private func state(of cards: [Entry]) -> String {
    let core = cards.count(where: \.isCore)
    var words = cards.count.of("card") + (core > 0 ? ", \(core) core" : "")
    if let day {
      let seen = cards.compactMap(\.recall)
      let mean = cards.isEmpty ? 0 : seen.reduce(0, +) / Double(cards.count)
      words += ", \(seen.count) seen, \(day) \(mean.percent)%"
    }
    return words + ":"
  }
}

extension GuidePoint.Part {
  fileprivate var heading: String {
    switch self {
    case .reasons:
      "WHY IT IS A GOOD SIGN. Few are asked back: they think you probably can do the work, and want to be sure. What they may want to see now:"
    case .ways: "EIGHT WAYS TO PREPARE, besides doing all that you did for the first again:"
    case .mistakes: "EIGHT MISTAKES that good candidates make in a second interview:"
    }
  }

  /// Its points in their order, the halves of one together.
  fileprivate var points: [[GuidePoint]] {
    var points: [[GuidePoint]] = []
    for point in GuidePoint.points where point.part == self {
      if let last = points.last?.last, last.code.dropLast() == point.code.dropLast(),
        point.code.last?.isLetter == true
      {
        points[points.count - 1].append(point)
      } else {
        points.append([point])
      }
    }
    return points
  }
}

/// Ids of cards, of which those that follow one another are written as a span: `PE-01–PE-05`.
enum CardSpans {
  static func text(_ ids: [String]) -> String {
    var spans: [(first: String, last: String, number: Int?)] = []
    for id in ids {
      let number = Int(String(id.reversed().prefix { $0.isNumber }.reversed()))
      let stem = id.prefix(while: { !$0.isNumber })
      if let last = spans.last, let before = last.number, let number, number == before + 1,
        last.last.hasPrefix(stem)
      {
        spans[spans.count - 1].last = id
        spans[spans.count - 1].number = number
      } else {
        spans.append((id, id, number))
      }
    }
    return spans.map { $0.first == $0.last ? $0.first : "\($0.first)–\($0.last)" }
      .joined(separator: ", ")
  }
}
