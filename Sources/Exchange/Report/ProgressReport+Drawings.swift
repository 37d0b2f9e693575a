import Decks
import Practice
import Scheduler

extension ProgressReport {
  /// The year as a map of days, a column for each week.
  func daysDrawing(_ words: String) -> String {
    let days = figures.days
    let usual = days.usual
    let step = 13.0
    var svg = SVG(width: 42 + step * Double(days.mondays.count), height: 18 + 7 * step)
    for (row, name) in ["Mon", "", "Wed", "", "Fri", "", "Sun"].enumerated() {
      svg.text(name, x: 0, y: 27 + step * Double(row))
    }
    // Where the last label ends.
    var end = 0.0
    for (column, monday) in days.mondays.enumerated() {
      let x = 40 + step * Double(column)
      if (monday + 6).calendarDate.day <= 7, x > end {
        let label = dayWords(monday)
        svg.text(label, x: x, y: 10)
        end = x + 10 * Double(label.count)
      }
      for row in 0..<7 where monday + row >= days.first && monday + row <= days.today {
        let day = monday + row
        let count = days[day].answers
        svg.rectangle(
          x: x, y: 17 + step * Double(row), width: 11, height: 11,
          "l\(days.level(of: day, beside: usual))",
          title: "\(dayWords(day)): \(count.of("answer"))")
      }
    }
    return svg.html(words)
  }

  /// Words a minute and pauses of each week in which something was spoken.
  var paceTable: String {
    guard let speaking = figures.speaking else { return "" }
    return table(
      ["week from", "words a minute", "long pauses inside a part", "answers"],
      speaking.weeks.enumerated().filter { $0.element.answers > 0 }.map { index, week in
        [
          dayWords(speaking.start(ofWeek: index)), week.pace.map { "\(Int($0.rounded()))" } ?? "–",
          "\(week.pauses)", "\(week.answers)",
        ]
      })
  }

  /// How often each family was read right.
  var readingTable: String {
    table(
      ["what it was after", "read right", "questions"],
      figures.families.compactMap { family in
        guard let count = figures.quick.families[family.code] else { return nil }
        return [family.title, "\(count.right)", "\(count.all)"]
      })
  }

  /// The course of readiness, then each family's recall.
  func readinessDrawing(_ words: String) -> String {
    let record = figures.readiness
    var svg = SVG(width: 640, height: 150)
    addShares(to: &svg, x: 54, y: 14, width: 576, height: 114)
    let course = record.course
    let last = Double(max(1, course.count - 1))
    svg.line(
      course.enumerated().map { (54 + 576 * Double($0.offset) / last, 128 - 114 * $0.element) },
      "course")
    svg.text(record.begins, x: 54, y: 145)
    if !record.earlier.isEmpty { svg.text("now", x: 630, y: 145, anchor: "end") }
    let shares = record.now.families.map { ($0, day: record.onTheDay(of: $0.family)) }
    let rows = shares.map { share, day in
      let begin = "\(record.course(of: share.family).first?.percent ?? 0)%"
      return [familyTitle(share.family)] + (record.earlier.isEmpty ? [] : [begin])
        + ["\(share.recall.percent)%"] + (day.map { ["\($0.percent)%"] } ?? [])
    }
    let heads =
      ["family"] + (record.earlier.isEmpty ? [] : [record.begins]) + ["now"]
      + (record.onTheDay == nil ? [] : ["if you stop"])
    let legend =
      record.onTheDay == nil
      ? "" : "<p>The bar is now; the line across it is the day, if you stop now.</p>\n"
    return svg.html(words)
      + table(heads, rows, drawings: shares.map { bar($0.recall, day: $1) }) + legend
  }

  /// What a family's recall is now, and on the day.
  private func bar(_ recall: Double, day: Double?) -> SVG {
    var svg = SVG(width: 240, height: 15)
    svg.rectangle(x: 0, y: 2, width: 240, height: 11, "track")
    svg.rectangle(x: 0, y: 2, width: 240 * recall, height: 11, "bar")
    if let day { svg.line([(240 * day, 0), (240 * day, 15)], "day") }
    return svg
  }

  /// What falls due in the coming weeks; with an interview ahead the plan, day by day.
  func forecastDrawing(_ words: String) -> String {
    let plan = figures.plan.map { day in
      [
        dayWords(day.day), "\(Int(saturating: day.minutes.rounded()))", "\(day.cards.count)",
        "\(day.readiness.percent)%",
      ]
    }
    guard plan.isEmpty else {
      return table(["the plan", "minutes", "cards", "ready after it"], plan)
    }
    let forecast = figures.forecast
    let later = forecast.dropFirst().map(\.cards).max() ?? 0
    let most = Double(max(1, later > 0 ? later : forecast.first?.cards ?? 0))
    var svg = SVG(width: 640, height: 150)
    let step = 590 / Double(max(1, forecast.count))
    svg.text("\(Int(most))", x: 34, y: 16, anchor: "end")
    svg.text("0", x: 34, y: 128, anchor: "end")
    svg.line([(40, 128), (630, 128)], "thin")
    for (index, day) in forecast.enumerated() {
      let height = 120 * min(1, Double(day.cards) / most)
      let x = 40 + step * Double(index)
      svg.rectangle(
        x: x, y: 128 - height, width: step - 3, height: height, "bar",
        title: "\(dayWords(day.day)): \(day.cards.of("card"))")
      if index % 7 == 0 { svg.text(index == 0 ? "today" : dayWords(day.day), x: x, y: 145) }
    }
    let isCut = Double(forecast.first?.cards ?? 0) > most
    let note = isCut ? "<p>The column of today, with all that is overdue, is cut.</p>\n" : ""
    return svg.html(words) + note
  }

  /// What came back against what was expected.
  func recallDrawing(_ words: String) -> String {
    let recall = figures.recall
    guard recall.whole.answers > 0 else { return "" }
    var svg = SVG(width: 360, height: 300)
    addShares(to: &svg, x: 44, y: 10, width: 306, height: 260)
    svg.line([(44, 270), (350, 10)], "thin")
    let most = Double(recall.bins.map(\.answers).max() ?? 1)
    for (from, to, bin) in recall.filled {
      svg.circle(
        x: 44 + 306 * bin.expected, y: 270 - 260 * bin.recalled,
        radius: 2 + 7 * (Double(bin.answers) / most).squareRoot(), "dot",
        title: "expected \(from)–\(to)%: \(bin.recalled.percent)% of \(bin.answers) came back")
    }
    svg.text("0%", x: 44, y: 287)
    svg.text("expected", x: 195, y: 287, anchor: "middle")
    svg.text("100%", x: 350, y: 287, anchor: "end")
    let rows = recall.filled.reversed().map { from, to, bin in
      ["\(from)–\(to)%", "\(bin.recalled.percent)%", "\(bin.answers)"]
    }
    return svg.html(words)
      + "<p>The larger a dot, the more answers; on the dashed line recall is just what was expected.</p>\n"
      + table(["expected", "came back", "answers"], rows)
  }

  /// The marks of each part, week by week.
  func answersDrawing(_ words: String) -> String {
    let profiles = figures.profiles
    guard profiles.weeks.contains(where: { $0.stories > 0 }) else { return "" }
    let step = 46.0
    var svg = SVG(width: 640, height: step * Double(RubricPart.allCases.count) + 16)
    let column = 550 / Double(profiles.weeks.count)
    for (row, part) in RubricPart.allCases.enumerated() {
      let bottom = step * Double(row + 1) - 6
      svg.text(part.title, x: 0, y: bottom - 12)
      for (index, week) in profiles.weeks.enumerated() {
        guard let mark = week[part] else { continue }
        let height = (step - 12) * mark / 5
        svg.rectangle(
          x: 80 + column * Double(index), y: bottom - height, width: column - 6, height: height,
          "bar",
          title: "\(part.title), week of \(dayWords(profiles.start(ofWeek: index))): \(mark.tenths)"
        )
      }
    }
    let end = step * Double(RubricPart.allCases.count) + 10
    svg.text("\(profiles.weeks.count.of("week")) ago", x: 80, y: end)
    svg.text("now", x: 624, y: end, anchor: "end")
    let rows = profiles.weeks.enumerated().filter { $0.element.stories > 0 }.map { index, week in
      [dayWords(profiles.start(ofWeek: index)), "\(week.stories)"]
        + RubricPart.allCases.map { week[$0]?.tenths ?? "–" }
    }
    return svg.html(words)
      + table(["week of", "stories"] + RubricPart.allCases.map(\.title), rows)
  }

  var confidenceTable: String {
    let calibration = figures.calibration
    let rows = (1...4).filter { calibration.answers[$0 - 1] > 0 }.map { level in
      let answers = calibration.answers[level - 1]
      let came = answers - calibration.misses[level - 1]
      return ["\(level)", "\(answers)", "\((Double(came) / Double(answers)).percent)%"]
    }
    var svg = SVG(width: 640, height: 72)
    for (index, answers) in calibration.answers.enumerated() {
      let y = 18 * Double(index)
      let share =
        answers > 0 ? Double(answers - calibration.misses[index]) / Double(answers) : 0
      svg.text("\(index + 1)", x: 0, y: y + 11)
      svg.rectangle(x: 20, y: y + 2, width: 610, height: 11, "track")
      svg.rectangle(x: 20, y: y + 2, width: 610 * share, height: 11, "bar")
    }
    guard !rows.isEmpty else { return "" }
    return svg.html(calibration.lines.first ?? "")
      + table(["how sure, of 4", "answers", "came back"], rows)
  }

  var weekTable: String {
    table(
      ["question", "what went wrong"],
      figures.troubled.prefix(Self.named).map {
        // A card that is in no deck any more has its name alone.
        [$0.ask.isEmpty ? $0.id.description : $0.ask, $0.trouble]
      },
      numbers: 2)
      + (figures.troubled.count > Self.named
        ? "<p>And \(figures.troubled.count - Self.named) more.</p>\n" : "")
  }

  /// So many cards are named each.
  private static let named = 50

  /// Lines at 0, 50 and 100 per cent.
  private func addShares(
    to svg: inout SVG, x: Double, y: Double, width: Double, height: Double
  ) {
    for share in [0, 0.5, 1] {
      let line = y + height * (1 - share)
      svg.line([(x, line), (x + width, line)], "thin")
      svg.text("\(share.percent)%", x: x - 4, y: line + 4, anchor: "end")
    }
  }
}
