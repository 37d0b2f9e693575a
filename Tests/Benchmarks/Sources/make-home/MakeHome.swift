import ArgumentParser
import BundledDecks
import Decks
import Exchange
import Foundation
import Practice
import Scheduler
import Store

/// Makes a folder that works as `STARLING_HOME`, as large as asked for, the same for the same seed.
@main
struct MakeHome: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make-home",
    abstract: "Make a STARLING_HOME with many cards and reviews, for measuring.")

  @Argument(help: "The folder; it must not exist yet.")
  var folder: String

  @Option(help: "Cards in the person's own decks, in files of 500.")
  var cards = 10_000

  @Option(help: "Reviews, spread over two years until now.")
  var reviews = 200_000

  @Option(help: "What it is drawn from.")
  var seed: UInt64 = 1

  func run() throws {
    guard !FileManager.default.fileExists(atPath: folder) else {
      throw ValidationError("\(folder) exists already")
    }
    let ids = try writeDecks()
    let schedule = Schedule(model: Settings().model.model)
    let location = StoreLocation(
      database: folder + "/starling.sqlite", deckIndex: folder + "/cache/decks.sqlite")
    let store = try Store(at: location, schedule: schedule)
    try store.record(gradings(of: ids))
    print("\(folder): \(ids.count) cards, \(try store.reviewCount()) reviews")
  }

  /// Writes the deck files and returns the ids of their cards.
  private func writeDecks() throws -> [CardID] {
    let decks = folder + "/decks"
    try FileManager.default.createDirectory(atPath: decks, withIntermediateDirectories: true)
    let tags = BundledDecks.competencies.tags
    var ids: [CardID] = []
    for (file, start) in stride(from: 0, to: cards, by: 500).enumerated() {
      let deck = "own-\(file + 1)"
      var text = "id: \(deck)\ntitle: Own questions \(file + 1)\ncards:\n"
      for number in start..<min(start + 500, cards) {
        text += Self.card(number, tag: tags[number % tags.count])
        ids.append(CardID(deck: deck, card: "Q-\(number + 1)"))
      }
      try text.write(toFile: "\(decks)/\(deck).yaml", atomically: true, encoding: .utf8)
    }
    return ids
  }

  private static func card(_ number: Int, tag: String) -> String {
    """
      - id: Q-\(number + 1)
        kind: star
        competency: \(tag)
        ask: Tell me about occasion number \(number + 1) on which you showed \(tag) and it mattered.
        alt:
          - When did \(tag) last decide how something went, at work or elsewhere? (\(number + 1))
        probing: whether there is a real day behind the word, and what was yours in it
        probes:
          - What did you do first, and why that?
          - Who saw it differently?
          - What came of it in the end?
        strong:
          - one particular occasion with its date
          - own steps with their reasons
        flags:
          - speaks of what one should do
          - no result

    """
  }

  /// Reviews of two years, each card by its own luck, in time order.
  private func gradings(of ids: [CardID]) -> [Grading] {
    guard !ids.isEmpty else { return [] }
    var generator = SeededGenerator(seed: seed)
    let now = Int64(Date().timeIntervalSince1970 * 1000)
    let span = Int64(730) * 86_400_000
    let times = (0..<reviews).map { _ in now - Int64.random(in: 0..<span, using: &generator) }
    return times.sorted().enumerated().map { index, time in
      let luck = generator.unit()
      let grade: Grade = luck < 0.12 ? .again : luck < 0.25 ? .hard : luck < 0.9 ? .good : .easy
      return Grading(
        card: ids[index % ids.count],
        moment: Moment(time: Timestamp(milliseconds: time), utcOffset: 0), grade: grade,
        wording: index % 2, mode: .spoken, duration: 60_000 + index % 90_000)
    }
  }
}
