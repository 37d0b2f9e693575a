import TestSupport
import Testing

/// Fitting the memory model by the command line.
@Suite(.timeLimit(.minutes(20))) struct OptimiseTests {
  private struct Pair: Decodable, Equatable {
    var before: Double?
    var after: Double?
  }

  private struct Listing: Decodable {
    struct HeldOut: Decodable, Equatable {
      var log_loss: Pair
      var rmse_bins: Pair
    }

    var model: String
    var parameters: [Double]
    var reviews: Int
    var log_loss: Pair
    var rmse_bins: Pair
    var held_out: HeldOut
    var seconds: Double
  }

  private let home: TemporaryHome

  init() throws { home = try TemporaryHome() }

  private func fit(_ lines: [String], _ options: String..., zone: String = "UTC") throws
    -> (listing: Listing, run: CommandRun)
  {
    try home.write((lines + [""]).joined(separator: "\n"), to: "reviews.csv")
    let run = try CommandRun(
      ProgramPath.built("starling"),
      ["optimise", "--from", home.file("reviews.csv"), "--json"] + options,
      environment: home.environment(adding: ["TZ": zone]))
    return (try run.decoded(), run)
  }

  @Test(arguments: ["fsrs-6", "fsrs-7"]) func aFitPredictsBetter(model: String) throws {
    let lines = Learner.lines(cards: 60)
    let (listing, run) = try fit(lines, "--model", model)
    #expect(run.status == .exitCode(0))
    #expect(run.errors == "")
    #expect(listing.model == model)
    #expect(listing.reviews == lines.count - 1)
    #expect(listing.parameters.count == (model == "fsrs-6" ? 21 : 34))
    #expect(listing.seconds > 0)
    for pair in [listing.log_loss, listing.rmse_bins, listing.held_out.log_loss] {
      #expect(try #require(pair.after) < #require(pair.before))
    }
    // Nobody's own files are made for it.
    #expect(try home.starling("optimise", "--from", "/nowhere.csv").status == .exitCode(66))
    #expect(throws: (any Error).self) { try home.text(of: "starling.sqlite") }
  }

  @Test func neitherTheOrderOfRowsNorTheZoneMatters() throws {
    let lines = Learner.lines(cards: 30)
    let first = try fit(lines).listing
    let other = try fit(
      [lines[0]] + lines.dropFirst().reversed(), zone: "Pacific/Kiritimati"
    ).listing
    #expect(other.parameters == first.parameters)
    #expect(other.log_loss == first.log_loss)
    #expect(other.held_out == first.held_out)
  }

  @Test func badRowsAreNamedAndTheOthersLearntFrom() throws {
    let lines = Learner.lines(cards: 30)
    let clean = try fit(lines).listing
    var spoilt = lines
    spoilt.insert("card,yesterday,3,", at: 10)
    spoilt.insert("card,2026-01-01T00:00:00Z,7,", at: 20)
    let (listing, run) = try fit(spoilt)
    #expect(run.status == .exitCode(65))
    #expect(
      run.errors == """
        starling: \(home.file("reviews.csv")):11: review_time “yesterday” is no time
        starling: \(home.file("reviews.csv")):21: review_rating “7” is not 1, 2, 3 or 4

        """)
    #expect(listing.reviews == clean.reviews)
    #expect(listing.parameters == clean.parameters)

    try home.write("front,back\na,b\n", to: "other.csv")
    let other = try home.starling("optimise", "--from", home.file("other.csv"))
    #expect(other.status == .exitCode(65))
    #expect(other.output == "")
    #expect(other.errors.contains("other.csv:1: "))
  }

  @Test func tooLittleLeavesTheDefaultsAndSaysSo() throws {
    let (listing, run) = try fit(Array(Learner.lines(cards: 5).prefix(11)), "--model", "fsrs-6")
    #expect(run.status == .exitCode(0))
    #expect(run.errors.hasPrefix("starling: too little to learn from: "))
    #expect(listing.reviews == 10)
    #expect(listing.parameters.prefix(4) == [0.212, 1.2931, 2.3065, 8.2956])
    #expect(listing.log_loss.before == listing.log_loss.after)
    let own = try home.starling("optimise", "--apply", "--json")
    #expect(own.status == .exitCode(0))
    #expect(try own.decoded(as: Listing.self).log_loss == Pair())
    #expect(own.errors.hasPrefix("starling: too little to learn from: 0 "))
  }

  @Test func foldsScoreByTheTimeSplit() throws {
    struct Folds: Decodable {
      struct Score: Decodable {
        var n: Int
        var log_loss: Double
        var rmse_bins: Double
        var auc: Double
      }
      var folds: Score
    }
    try home.write(Learner.lines(cards: 40).joined(separator: "\n"), to: "reviews.csv")
    let run = try home.starling(
      "optimise", "--from", home.file("reviews.csv"), "--folds", "5", "--json")
    #expect(run.status == .exitCode(0))
    let score = try run.decoded(as: Folds.self).folds
    #expect(score.n > 100 && score.n % 5 == 0)
    #expect((0.2...1).contains(score.log_loss))
    #expect((0...0.5).contains(score.rmse_bins))
    #expect((0.5...1).contains(score.auc))
  }

  @Test func aKeptFitMovesMemoryAndCanBeUndone() throws {
    try home.writeDeck("sample", sampleDeck)
    for day in ["10", "13"] {
      let run = try home.starling("grade", "sample/A1", "good", "--at", "2026-01-\(day)T12:00Z")
      #expect(run.status == .exitCode(0))
    }
    let at = ["--at", "2026-02-01T00:00Z"]
    let before = try home.memory(at[0], at[1])
    let model = try #require(before.first).model
    try home.write(Learner.lines(cards: 60).joined(separator: "\n"), to: "reviews.csv")
    let kept = try home.starling(
      "optimise", "--from", home.file("reviews.csv"), "--model", model, "--apply")
    #expect(kept.status == .exitCode(0))
    #expect(kept.errors.hasPrefix("starling: kept; "), "\(kept.errors)")
    let after = try home.memory(at[0], at[1])
    #expect(try #require(after.first).stability != before.first?.stability)
    #expect(try home.memory(at[0], at[1], "--model", model) == after)
    let doctor = try home.starling("doctor")
    #expect(doctor.output.contains("2 reviews: sound"), "\(doctor.output)")
    let reset = try home.starling("optimise", "--reset", "--model", model)
    #expect(reset.status == .exitCode(0))
    #expect(try home.memory(at[0], at[1]) == before)
  }

  @Test func theSettingSwitchesTheModelAndReplays() throws {
    try home.writeDeck("sample", sampleDeck)
    for (grade, time) in [("good", "10T12:00"), ("again", "13T12:00"), ("good", "13T12:09")] {
      let run = try home.starling("grade", "sample/A1", grade, "--at", "2026-01-\(time)Z")
      #expect(run.status == .exitCode(0))
    }
    for model in ["fsrs-7", "fsrs-6", "fsrs-7"] {
      try home.write("memory:\n  model: \(model)\n", to: "config.yaml")
      let entry = try #require(try home.memory("--at", "2026-02-01T00:00Z").first)
      #expect(entry.model == model)
      let other = try home.memory("--at", "2026-02-01T00:00Z", "--model", model)
      #expect(other == [entry])
      // Whole days under FSRS-6, a moment under FSRS-7.
      #expect(entry.due?.contains("T") == (model == "fsrs-7"))
      #expect(try home.starling("doctor").output.contains("3 reviews: sound"))
    }
  }

  @Test func ctrlCLeavesTheParametersAsTheyWere() throws {
    try home.write(Learner.lines(cards: 1500).joined(separator: "\n"), to: "reviews.csv")
    let session = try home.session(
      "optimise", "--from", home.file("reviews.csv"), "--model", "fsrs-7", "--apply")
    try session.wait(for: "fitting")
    session.type("\u{3}")
    #expect(try session.exitStatus() == .signal(2))
    #expect(session.output.contains("the parameters are what they were"))
    let run = try home.starling("memory", "--model", "fsrs-7", "--json")
    #expect(run.output == "[]\n")
  }
}

/// Reviews of somebody who forgets faster than most, as lines of CSV with their header.
private enum Learner {
  static func lines(cards: Int) -> [String] {
    var lines = ["card_id,review_time,review_rating,review_duration"]
    var state: UInt64 = 42
    func luck() -> Double {
      // Knuth's MMIX generator; its high bits are random enough for luck.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) * 0x1p-53
    }
    for card in 0..<cards {
      var strength = 0.6
      var time = 1_700_000_000_000 + card * 90_000_000
      var gap = 0.0
      for review in 0..<14 {
        let isRight = review == 0 || luck() < 1 / (1 + gap / (9 * strength))
        lines.append("\(card),\(time),\(isRight ? 3 : 1),8000")
        strength = isRight ? strength * 1.9 : 0.4
        // Now and then a second go on the same day.
        gap = luck() < 0.15 ? 0.01 : max(1, (strength * (0.5 + luck()) * 3).rounded())
        time += Int(gap * 86_400_000)
      }
    }
    return lines
  }
}
