import Decks
import Practice
import Scheduler
import Screen

extension ProgressPage {
  /// Every figure of a plot in rows, for whoever cannot see it.
  mutating func addTable() {
    for (index, table) in tables.enumerated() where table.count > 1 {
      if index > 0 { page.addGap() }
      let widths = table[0].indices.map { column in
        table.compactMap { $0.indices.contains(column) ? $0[column].displayWidth : nil }.max() ?? 0
      }
      for (row, cells) in table.enumerated() {
        let line = cells.enumerated().map { column, cell in
          // Text stands last, and begins where its head does.
          column > 0 && widths[column] > Self.widestFigure
            ? cell : cell.padded(to: widths[column], align: column == 0 ? .left : .right)
        }.joined(separator: "  ")
        page.add(verbatim: line, style: row == 0 ? .bold : .plain)
      }
    }
    if page.lines.isEmpty { add(words: ["There is nothing in this plot yet."]) }
  }

  /// What is wider is text.
  private static let widestFigure = 16

  /// Each with its head.
  private var tables: [[[String]]] {
    switch section {
    case .days:
      [
        [["day", "answers", "minutes"]]
          + figures.days.practised.reversed().map { day, total in
            [
              DateText.day(day), "\(total.answers)", Self.whole(total.minutes),
            ]
          }
      ]
    case .readiness: readinessTables
    case .forecast:
      figures.plan.isEmpty
        ? [
          [["day", "cards", "minutes"]]
            + figures.forecast.map {
              [DateText.day($0.day), "\($0.cards)", Self.whole($0.minutes)]
            }
        ]
        : [
          [["day", "minutes", "cards", "ready"]]
            + figures.plan.map {
              [
                DateText.day($0.day), Self.whole($0.minutes), "\($0.cards.count)",
                "\($0.readiness.percent)%",
              ]
            }
        ]
    case .recall:
      [
        [["expected", "came back", "answers"]]
          + figures.recall.filled.reversed().map { from, to, bin in
            ["\(from)–\(to)%", "\(bin.recalled.percent)%", "\(bin.answers)"]
          }
      ]
    case .answers:
      [
        [["week from"] + RubricPart.allCases.map { "\($0.letter)" } + ["stories"]]
          + figures.profiles.weeks.enumerated().reversed().map { index, week in
            [DateText.day(figures.profiles.start(ofWeek: index))]
              + RubricPart.allCases.map { week[$0]?.tenths ?? "–" } + ["\(week.stories)"]
          }
      ]
    case .confidence:
      [
        [["how sure", "answers", "came back"]]
          + Calibration.steps.enumerated().map { index, name in
            let all = figures.calibration.answers[index]
            return ["\(index + 1) \(name)", "\(all)", "\(all - figures.calibration.misses[index])"]
          }
      ]
    case .week:
      [
        [["again", "hard", "needs work", "question"]]
          + figures.troubled.map { card in
            let thin = card.thin.map { String($0.letter) }.joined(separator: " ")
            return ["\(card.again)", "\(card.hard)", thin.isEmpty ? "–" : thin, card.ask]
          }
      ]
    case .pace:
      [
        [["week from", "words a minute", "long pauses", "answers"]]
          + (figures.speaking?.weeks ?? []).enumerated().reversed().map { index, week in
            [
              figures.speaking.map { DateText.day($0.start(ofWeek: index)) } ?? "",
              week.pace.map(Self.whole) ?? "–", "\(week.pauses)", "\(week.answers)",
            ]
          }
      ]
    case .reading:
      [
        [["after", "right", "of"]]
          + families.map { family in
            let count = figures.quick.families[family.code] ?? QuickRecord.Count()
            return [families.shortTitle(of: family.code), "\(count.right)", "\(count.all)"]
          }
      ]
    }
  }

  /// By family now and on the day, then all of it week by week, and each family's weeks.
  private var readinessTables: [[[String]]] {
    let record = figures.readiness
    func name(_ code: String) -> String { families.shortTitle(of: code) }
    let now = record.now.families.map { share in
      let day = record.onTheDay(of: share.family)
      return [name(share.family), "\(share.recall.percent)%", day.map { "\($0.percent)%" } ?? "–"]
    }
    let weeks = record.earlier.count
    let course = zip(record.days(to: figures.today), record.course).map { day, share in
      [DateText.day(day), "\(share.percent)%"]
    }
    let courses = record.now.families.map { share in
      [name(share.family)] + record.course(of: share.family).map { "\($0.percent)" }
    }
    let head = [""] + record.course.indices.map { $0 == weeks ? "now" : "-\(weeks - $0)w" }
    return [
      [["family", "now", "if stopped"]] + now, [["day", "ready"]] + course.reversed(),
      [head] + courses,
    ]
  }

  private static func whole(_ number: Double) -> String { "\(Int(saturating: number.rounded()))" }
}
