import Decks
import Exchange
package import Files
package import Practice
import Scheduler
import TUI

extension ProgressFigures {
  /// Writes how practice has gone, and where it leads.
  ///
  /// - Parameters:
  ///   - json: whether JSON is written.
  ///   - workspace: what the figures are of.
  /// - Throws: ``Failure`` when it cannot be written.
  package func write(asJSON json: Bool, in workspace: Workspace) throws {
    let families = workspace.competencies.families
    if json { return try Output.json(self.json) }
    for section in ProgressSection.allCases {
      if section != ProgressSection.allCases.first { try Output.line("") }
      try Output.line(section.title)
      for line in words(section, dayWords: dayWords) { try Output.line("  \(line)") }
      try Output.table(table(section, families).map { ["", ""] + $0 })
    }
  }

  /// Writes the same as a page to keep or to show.
  ///
  /// - Parameters:
  ///   - path: the file to make; `-` for standard output.
  ///   - workspace: what the figures are of.
  /// - Throws: ``Failure`` when it cannot be written there.
  package func writeReport(to path: String, in workspace: Workspace) throws(Failure) {
    let now = workspace.clock.now
    // As the calendar has it: after midnight the day of practice is still the one before.
    let day = DateText.dayAndYear(now.day(startHour: 0))
    let families = workspace.competencies.families
    let report = ProgressReport(
      self, printed: "\(day), \(DateText.time(now))", synced: workspace.syncedLast(at: now),
      familyTitle: { code in families.first { $0.code == code }?.title ?? code },
      dayWords: dayWords)
    let opening = report.html.prefix { $0 != "," }.utf8.count
    try workspace.export(
      Array(report.html.utf8), to: path, opening: opening, saying: "the report is")
  }

  private func dayWords(_ day: Day) -> String { DateText.shortDay(day, from: today) }

  /// The rows of a section that its sentences do not tell; none for most.
  private func table(_ section: ProgressSection, _ families: [Family]) -> [[String]] {
    switch section {
    case .readiness:
      readiness.now.families.map { share in
        let title = families.first { $0.code == share.family }?.title ?? share.family
        return [title, "\(share.recall.percent)%"]
          + (readiness.onTheDay(of: share.family).map {
            ["\($0.percent)% on the day, if you stop now"]
          } ?? [])
      }
    case .recall:
      recall.filled.map { from, to, bin in
        [
          "\(from)–\(to)%", "\(bin.recalled.percent)% came back",
          bin.answers.of("answer"),
        ]
      }
    case .week:
      troubled.prefix(Self.named).map { [$0.id.description, $0.trouble, $0.ask] }
        + (troubled.count > Self.named
          ? [["and \(troubled.count - Self.named) more; --json names all"]] : [])
    case .pace:
      (speaking?.weeks ?? []).enumerated().filter { $0.element.answers > 0 }.map { index, week in
        [
          speaking.map { dayWords($0.start(ofWeek: index)) } ?? "",
          week.pace.map { "\(Int($0.rounded())) words a minute" } ?? "–",
          week.pauses.of("long pause"),
        ]
      }
    case .reading:
      families.compactMap { family in
        quick.families[family.code].map { [family.title, "\($0.right) of \($0.all) right"] }
      }
    case .days, .forecast, .answers, .confidence: []
    }
  }

  /// So many cards are named each.
  private static let named = 20

  private var json: JSONValue {
    .object([
      "day": .string(today.description), "days": daysJSON, "readiness": readinessJSON,
      "forecast": .array(
        forecast.map { day in
          .object([
            "day": .string(day.day.description), "cards": .int(day.cards),
            "minutes": .double(day.minutes),
          ])
        }),
      "plan": .array(
        plan.map { day in
          .object([
            "day": .string(day.day.description), "cards": .int(day.cards.count),
            "minutes": .double(day.minutes), "readiness": .double(day.readiness),
          ])
        }),
      "panels": .object(["whole": .int(panels.done), "of": .int(panels.goal)]),
      "speaking": speakingJSON, "reading": readingJSON, "picks": picksJSON, "recall": recallJSON,
      "profile": profileJSON,
      "confidence": confidenceJSON,
      "week": .array(
        troubled.map { card in
          .object([
            "card": .string(card.id.description), "answers": .int(card.answers),
            "again": .int(card.again), "hard": .int(card.hard),
            "needs_work": .array(card.thin.map { .string(String($0.letter)) }),
          ])
        }),
    ])
  }

  private var daysJSON: JSONValue {
    .object([
      "from": .string(days.first.description), "practised": .int(days.practised.count),
      "streak": .int(days.streak), "longest_streak": .int(days.longestStreak),
      "answers": .int(days.sum.answers), "minutes": .double(days.sum.minutes),
      "by_day": .array(
        days.practised.map { day, total in
          .object([
            "day": .string(day.description), "answers": .int(total.answers),
            "minutes": .double(total.minutes),
          ])
        }),
    ])
  }

  private var readinessJSON: JSONValue {
    .object([
      "now": .double(readiness.now.whole),
      "on_the_day": JSONValue(readiness.onTheDay?.whole),
      "interview": JSONValue(interviews.first.map { today + $0.daysLeft }?.description),
      "families": .array(
        readiness.now.families.map { share in
          .object([
            "family": .string(share.family), "now": .double(share.recall),
            "on_the_day": JSONValue(readiness.onTheDay(of: share.family)),
          ])
        }),
      "history": .array(
        zip(readiness.days(to: today), readiness.earlier).map { day, earlier in
          .object([
            "day": .string(day.description),
            "readiness": .double(earlier.whole),
            "families": .object(earlier.families.map { ($0.family, .double($0.recall)) }),
          ])
        }),
    ])
  }

  private var recallJSON: JSONValue {
    .object([
      "answers": .int(recall.whole.answers), "expected": .double(recall.whole.expected),
      "recalled": .double(recall.whole.recalled),
      "first_sight": .object([
        "answers": .int(recall.firstSight.answers), "expected": .double(recall.firstSight.expected),
        "recalled": .double(recall.firstSight.recalled),
      ]),
      "bins": .array(
        recall.filled.map { from, to, bin in
          .object([
            "from": .double(Double(from) / 100), "to": .double(Double(to) / 100),
            "answers": .int(bin.answers), "expected": .double(bin.expected),
            "recalled": .double(bin.recalled),
          ])
        }),
    ])
  }

  private var speakingJSON: JSONValue {
    .array(
      (speaking?.weeks ?? []).enumerated().map { index, week in
        .object([
          "from": .string(speaking?.start(ofWeek: index).description ?? ""),
          "answers": .int(week.answers), "words_per_minute": JSONValue(week.pace),
          "pauses": .int(week.pauses),
        ])
      })
  }

  private var readingJSON: JSONValue {
    .object([
      "questions": .int(quick.readings.all), "right": .int(quick.readings.right),
      "seconds": JSONValue(quick.readingTime.map { Double($0) / 1000 }),
      "families": .array(
        families.compactMap { family in
          quick.families[family.code].map {
            .object([
              "family": .string(family.code), "questions": .int($0.all), "right": .int($0.right),
            ])
          }
        }),
      "mistaken": .array(
        quick.confusions.map { mistake, count in
          .object([
            "meant": .string(mistake.meant), "named": .string(mistake.named),
            "times": .int(count),
          ])
        }),
    ])
  }

  private var picksJSON: JSONValue {
    .object([
      "questions": .int(quick.picks.all), "fitted": .int(quick.picks.right),
      "seconds": JSONValue(quick.pickTime.map { Double($0) / 1000 }),
    ])
  }

  private var profileJSON: JSONValue {
    .array(
      profiles.weeks.enumerated().map { index, week in
        .object(
          [
            ("from", .string(profiles.start(ofWeek: index).description)),
            ("stories", .int(week.stories)),
          ] + RubricPart.allCases.map { ("\($0.letter)", JSONValue(week[$0])) })
      })
  }

  private var confidenceJSON: JSONValue {
    .array(
      (1...4).map { level in
        let answers = calibration.answers[level - 1]
        return .object([
          "confidence": .int(level), "answers": .int(answers),
          "recalled": .int(answers - calibration.misses[level - 1]),
        ])
      })
  }
}
