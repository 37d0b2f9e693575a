import Decks
public import Scheduler

extension ProgressFigures {
  /// The figures of a section as sentences, the most important first.
  ///
  /// - Parameters:
  ///   - section: what they are about.
  ///   - dayWords: writes a day.
  /// - Returns: at least one sentence.
  public func words(_ section: ProgressSection, dayWords: (Day) -> String) -> [String] {
    switch section {
    case .days: daysWords + panelWords
    case .readiness: readinessWords
    case .forecast: forecastWords(dayWords)
    case .recall: recallWords
    case .answers: answersWords
    case .confidence:
      calibration.lines.isEmpty
        ? [
          "You have not said yet how sure you were: with the setting practice.sureness on you are asked, before you answer."
        ]
        : calibration.lines
    case .week: weekWords
    case .pace: paceWords
    case .reading: readingWords
    }
  }

  private var daysWords: [String] {
    let count = days.practised.count
    guard count > 0 else { return ["Nothing was practised in the last year."] }
    let sum = days.sum
    let week = days.sum(ofLast: 7)
    return [
      """
      Practised on \(count) of the last \(PractisedDays.length) days: \
      \(sum.answers.of("answer")), \(Self.minutes(sum.milliseconds)).
      """,
      "\(days.streak.of("day")) in a row now; the longest run was \(days.longestStreak.of("day")).",
      """
      Last 7 days: \(week.answers.of("answer")), \(Self.minutes(week.milliseconds)). \
      A usual day: \(days.usual.of("answer")).
      """,
    ]
  }

  private var panelWords: [String] {
    guard panels.goal > 0 else { return [] }
    let evidence = "In one study of practice interviews, nine gave the most for the time."
    return ["\(panels.done) of \(panels.goal) whole panels done. \(evidence)"]
  }

  private var readinessWords: [String] {
    var lines = interviews.map { figures in
      """
      \(figures.title): ready now \(figures.readyNow.percent)%, if you stopped now; \
      on course for \(figures.onCourse), if the plan is followed.
      """
    }
    if lines.isEmpty { lines.append("Ready now \(readiness.now.whole.percent)%.") }
    let earlier = readiness.earlier
    if earlier.count >= 4 {
      lines.append(
        """
        \(earlier.count) weeks ago \(earlier[0].whole.percent)%, \
        4 weeks ago \(earlier[earlier.count - 4].whole.percent)%.
        """)
    }
    lines.append(
      "Recall as the memory model estimates it, of the cards that count now. It says nothing of how good an answer is."
    )
    return lines
  }

  private func forecastWords(_ dayWords: (Day) -> String) -> [String] {
    var lines = session.map { ["\($0.sessionWords)."] } ?? []
    // With an interview ahead the plan is what comes, and what falls due means nothing.
    guard let last = plan.last else { return lines + dueWords(dayWords) }
    let minutes = Int(saturating: plan.map(\.minutes).reduce(0, +).rounded())
    lines.append(
      "The plan to \(dayWords(last.day)): \(plan.count.of("day")), \(minutes) min.")
    lines += interviews.map { figures in
      "\(figures.title): on course for \(figures.onCourse); \(figures.fitsWords)."
    }
    return lines
  }

  private func dueWords(_ dayWords: (Day) -> String) -> [String] {
    let cards = forecast.map(\.cards).reduce(0, +)
    let minutes = forecast.map(\.minutes).reduce(0, +)
    var lines = [
      """
      \(forecast.first?.cards ?? 0) due today, \(forecast.dropFirst().first?.cards ?? 0) tomorrow; \
      \(cards.of("card")) in four weeks, about \(Int(saturating: minutes.rounded())) min.
      """
    ]
    if let most = forecast.dropFirst().max(by: { $0.cards < $1.cards }), most.cards > 1 {
      lines.append("Most on \(dayWords(most.day)): \(most.cards.of("card")).")
    }
    return lines
  }

  private var recallWords: [String] {
    let whole = recall.whole
    guard whole.answers > 0 else {
      return ["Nothing came back on a later day yet, so there is nothing to compare."]
    }
    let came = whole.recalled.percent
    let expected = whole.expected.percent
    var lines = [
      "Of \(whole.answers.of("answer")) \(came)% came back; \(expected)% were expected to.",
      "The first answers of a day, in the last year, of cards practised before.",
    ]
    lines += sightWords + fitWords
    if whole.answers >= Self.enoughAnswers, abs(came - expected) >= 5 {
      let much = came < expected ? "too much" : "too little"
      lines.insert("The memory model expects \(much): “starling optimise” fits it to you.", at: 1)
    }
    return lines
  }

  /// How it went in words that the person had not met.
  private var sightWords: [String] {
    let (first, whole) = (recall.firstSight, recall.whole)
    guard first.answers > 0 else { return [] }
    let others = whole.answers - first.answers
    let came = whole.recalled * Double(whole.answers) - first.recalled * Double(first.answers)
    let beside = others > 0 ? ", in words you knew \((came / Double(others)).percent)%" : ""
    return [
      "Asked in words you had never met, \(first.recalled.percent)% came back (\(first.answers.of("answer")))\(beside)."
    ]
  }

  private var paceWords: [String] {
    guard let speaking, speaking.answers > 0 else {
      return [
        "No spoken answer with times yet. “starling voice” sets up a program that writes down what you say."
      ]
    }
    var lines: [String] = []
    if let pace = speaking.pace {
      lines.append(
        "\(Int(pace.rounded())) words a minute, the middle of \(speaking.answers.of("answer")) in twelve weeks."
      )
    }
    lines.append(
      "\(speaking.pauses.of("long pause")) inside a part in \(speaking.answers.of("answer")); a pause between parts gives time to follow."
    )
    return lines
  }

  /// How well the person reads questions, and picks stories.
  private var readingWords: [String] {
    let readings = quick.readings
    var lines: [String] = []
    if readings.all > 0, let time = quick.readingTime {
      lines.append(
        """
        You read \(readings.right) of \(readings.all.of("question")) right \
        (\(readings.share.percent)%), usually in \(DateText.seconds(milliseconds: time)).
        """)
      let often = quick.confusions.prefix(3).map { mistake, count in
        """
        \(families.title(of: mistake.meant)) for \(families.title(of: mistake.named)) \
        (\(count == 1 ? "once" : "\(count) times"))
        """
      }
      if !often.isEmpty { lines.append("You take \(often.joined(separator: "; ")).") }
    } else {
      lines.append(
        "You have not said yet what a question is after: F does that before an answer, and “starling practice --drill reading” asks nothing else."
      )
    }
    if quick.picks.all > 0 {
      let time = quick.pickTime.map { ", usually in \(DateText.seconds(milliseconds: $0))" } ?? ""
      lines.append(
        """
        Of \(quick.picks.all.of("story to pick", "stories to pick")) \(quick.picks.right) fitted\(time).
        """)
    }
    return lines
  }

  /// What the fit by itself did.
  private var fitWords: [String] {
    switch fit?.verdict {
    case nil, .tooLittle: []
    case .tooMuch:
      ["There is more to learn from than is learned by itself: “starling optimise” does it."]
    case .notBetter:
      [
        "A fit to you predicts no better than the usual parameters, so those stay (\(fitAnswers))."
      ]
    case .better:
      ["The memory model is fitted to you (\(fitAnswers); “memory.fit off” ends that)."]
    }
  }

  private var fitAnswers: String { "\((fit?.answers ?? 0).of("answer")) of earlier days" }

  /// With fewer answers a difference may well be chance.
  private static let enoughAnswers = 100

  private var answersWords: [String] {
    let recent = profiles.recent
    guard let weakest = profiles.weakest else {
      return ["No story was told and ticked in the last four weeks."]
    }
    let marks = RubricPart.allCases.compactMap { part in
      recent[part].map { "\(part.letter) \($0.tenths)" }
    }
    return [
      "Last four weeks, \(recent.stories.of("story", "stories")): \(marks.joined(separator: " · ")).",
      "Lowest: \(weakest.title). Marks are 1 to 5; below \(Profile.sound) needs work.",
    ]
  }

  private var weekWords: [String] {
    guard !troubled.isEmpty else { return ["Nothing went wrong in the last 7 days."] }
    let again = troubled.count { $0.again > 0 }
    let hard = troubled.count { $0.hard > 0 }
    let thin = troubled.count { !$0.thin.isEmpty }
    return [
      """
      In the last 7 days \(again.of("card")) did not come back, \(hard) came hard, \
      \(thin) left a part that needs work.
      """
    ]
  }

  /// `40 min`, `41 h 20 min`.
  private static func minutes(_ milliseconds: Int) -> String {
    let minutes = milliseconds.saturatingAdd(30_000) / 60_000
    return minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
  }
}

extension TroubledCard {
  /// What went wrong, in a few words: `again 2×, hard 1×, thin R D`.
  public var trouble: String {
    [
      again > 0 ? "again \(again)×" : nil, hard > 0 ? "hard \(hard)×" : nil,
      thin.isEmpty ? nil : "needs work " + thin.map { String($0.letter) }.joined(separator: " "),
    ].compactMap(\.self).joined(separator: ", ")
  }
}

extension Double {
  /// A share in whole per cent.
  public var percent: Int { Int(saturating: (self * 100).rounded()) }

  /// The number with one digit after the point; for marks.
  public var tenths: String {
    let tenths = Int(saturating: (self * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
