import Files
import Practice
import Scheduler
import Store
import TestSupport
import Testing

@testable import Application

/// Fitting the memory model, and playing policies against each other.
@Suite struct FittingTests {
  private let stage: Stage
  init() throws { stage = try Stage() }

  private func fit(
    from: String? = nil, folds: Int? = nil, json: Bool = false, apply: Bool = false,
    reset: Bool = false
  ) throws {
    try Fitting(
      from: from, model: .fsrs6, folds: folds, seed: 1, json: json, apply: apply, reset: reset,
      in: stage
    ).run()
  }

  /// A table of the reviews of some cards, which come back each time later.
  private func table(cards: Int) throws -> String {
    var lines = ["card_id,review_time,review_rating"]
    for card in 0..<cards {
      var day = card % 5
      for (turn, gap) in [1, 2, 4, 9, 15].enumerated() {
        let rating = (card + turn) % 4 == 0 ? 1 : 3
        lines.append("c/C-\(card),\(1_760_000_000_000 + day * 86_400_000),\(rating)")
        day += rating == 1 ? 1 : gap
      }
    }
    try stage.home.write(lines.joined(separator: "\n") + "\n", to: "log.csv")
    return stage.home.file("log.csv")
  }

  @Test func aFitOfATableIsShown() throws {
    let path = try table(cards: 40)
    let (_, said) = try Output.collecting { try fit(from: path) }
    #expect(said.output.hasPrefix("fsrs-6, 200 reviews of 40 cards\n"))
    #expect(said.output.contains("last fifth, unseen"))
    #expect(said.output.contains("parameters, fitted in 0.000 s:"))
    #expect(try stage.output { try fit(from: path, json: true) }.contains("\"held_out\": "))
  }

  @Test func aScoreByTheTimeSplitIsShown() throws {
    let path = try table(cards: 40)
    #expect(try stage.output { try fit(from: path, folds: 2) }.hasPrefix("MODEL"))
    #expect(
      try stage.output { try fit(from: path, folds: 2, json: true) }.contains("\"seconds\": 0.0"))
  }

  @Test func aFitThatPredictsBetterIsKeptAndGivenUp() throws {
    let path = try table(cards: 120)
    let said = try Output.collecting { try fit(from: path, apply: true) }.collected.messages
    let parameters = try stage.workspace().store.model(.fsrs6).parameters
    if said.contains("kept; memory and dates") {
      #expect(parameters != ModelName.fsrs6.defaults)
    } else {
      #expect(said.contains("so nothing was changed"))
    }
    #expect(
      try stage.messages { try fit(reset: true) }
        == "starling: fsrs-6 is back at its published parameters\n")
    #expect(try stage.workspace().store.model(.fsrs6).parameters == ModelName.fsrs6.defaults)
  }

  @Test func aHandfulIsTooLittle() throws {
    #expect(try stage.messages { try fit() }.contains("too little to learn from: 0 reviews"))
  }

  @Test func faultyLinesArePassedOverAndSaid() throws {
    let bad = (0..<22).map { "c/C-\($0),soon,3\n" }.joined()
    try stage.home.write(
      "card_id,review_time,review_rating\nc/C-1,1760000000,3\n" + bad, to: "bad.csv")
    let (_, said) = Output.collecting {
      #expect(throws: Failure.self) { try fit(from: stage.home.file("bad.csv")) }
    }
    #expect(said.messages.contains("are seconds since 1970, and were read as such"))
    #expect(said.messages.contains("and 2 more lines of "))
    try stage.home.write("card_id,review_time,review_rating\n" + bad, to: "bad.csv")
    _ = Output.collecting {
      #expect(throws: Failure.self) { try fit(from: stage.home.file("bad.csv")) }
    }
  }

  @Test func policiesArePlayedAgainstEachOther() throws {
    func compare(_ truths: [Truth]?, json: Bool = false) throws {
      try PolicyComparison(
        model: nil, truths: truths, days: 3, cards: 6, minutes: 10, runs: 2, seed: 1
      ).run(asJSON: json, in: stage)
    }
    let table = try stage.output { try compare(nil) }
    #expect(table.hasPrefix("POLICY"))
    // The same people and the same luck each time.
    #expect(try stage.output { try compare(nil) } == table)
    #expect(try stage.output { try compare(Truth.allCases) }.hasPrefix("TRUTH"))
    #expect(try stage.output { try compare(Truth.allCases, json: true) }.contains("\"truths\": ["))
    let one = try #require(Truth.allCases.first)
    #expect(try stage.output { try compare([one], json: true) }.contains("\"truth\": "))
  }
}
