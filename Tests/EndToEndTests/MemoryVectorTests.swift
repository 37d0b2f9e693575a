import FoundationEssentials
import TestSupport
import Testing

/// Reference histories, fed and read by the command line.
@Suite(.timeLimit(.minutes(20))) struct MemoryVectorTests {
  /// The edge cases that span less than fifty years, and histories with lapses and long gaps.
  private static let ids = [0, 1, 2, 4, 5, 9, 16, 62]

  @Test func gradedHistoriesAgreeWithTheReference() throws {
    let histories = try Vectors.load().histories.filter { Self.ids.contains($0.id) }
    #expect(histories.count == Self.ids.count)
    let home = try TemporaryHome()
    try home.writeDeck("vectors", Self.deck)
    for history in histories {
      for (rating, time) in zip(history.ratings, history.times) {
        let grade = ["again", "hard", "good", "easy"][rating - 1]
        let run = try home.starling("grade", "vectors/H\(history.id)", grade, "--at", time)
        #expect(run.status == .exitCode(0), "\(run.errors)")
      }
    }
    let memory = try home.memory("--model", "fsrs-6")
    #expect(memory.map(\.card).sorted() == Self.ids.map { "vectors/H\($0)" }.sorted())
    for history in histories {
      let entry = try #require(memory.first { $0.card == "vectors/H\(history.id)" })
      expect(entry, agreesWith: history, after: history.ratings.count)
      // And half-way, as it was then.
      let half = (history.ratings.count + 1) / 2
      let earlier = try home.memory(
        entry.card, "--model", "fsrs-6", "--at", history.times[half - 1])
      expect(try #require(earlier.first), agreesWith: history, after: half)
    }
  }

  private func expect(
    _ entry: MemoryListing, agreesWith history: Vectors.History, after count: Int
  ) {
    let stability = history.ref_f64.stability[count - 1]
    let difficulty = history.ref_f64.difficulty[count - 1]
    #expect(abs((entry.stability ?? 0) / stability - 1) < 1e-4, "\(entry.card) after \(count)")
    #expect(abs((entry.difficulty ?? 0) / difficulty - 1) < 1e-4, "\(entry.card) after \(count)")
    #expect(entry.reps == count)
  }

  private static var deck: String {
    let cards = ids.map {
      """
        - id: H\($0)
          kind: fit
          competency: motivation
          ask: What of history \($0)?
      """
    }
    return "id: vectors\ntitle: Histories\ncards:\n" + cards.joined(separator: "\n")
  }
}

/// The reference histories of `SchedulerTests`, at the default parameters.
private struct Vectors: Decodable {
  struct States: Decodable {
    var stability: [Double]
    var difficulty: [Double]
  }

  struct History: Decodable {
    var id: Int
    var ratings: [Int]
    var delta_t: [Int]
    var ref_f64: States

    /// When its reviews were: from noon of a day in 1990 on, those of one day a minute apart.
    var times: [String] {
      var days = 0
      var minute = 0
      return delta_t.map { delta in
        days += delta
        minute = delta == 0 ? minute + 1 : 0
        let noon = Date(timeIntervalSince1970: 631_195_200 + Double(days) * 86_400)
        return noon.addingTimeInterval(Double(minute) * 60).formatted(.iso8601)
      }
    }
  }

  var histories: [History]

  static func load(file: String = #filePath) throws -> Vectors {
    let tests = file.split(separator: "/").dropLast(2).map { "/\($0)" }.joined()
    let path = "\(tests)/SchedulerTests/Vectors/fsrs6_params0.json"
    return try JSONDecoder().decode(
      Vectors.self, from: Data(contentsOf: URL(filePath: path)))
  }
}
