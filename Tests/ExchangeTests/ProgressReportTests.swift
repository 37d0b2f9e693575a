import Decks
import Exchange
import Practice
import Scheduler
import Testing

@Suite struct ProgressReportTests {
  private let now = Moment(time: Timestamp(milliseconds: 1_795_460_400_000), utcOffset: 0)
  private let schedule = Schedule(model: FSRS6())

  private func figures(ask: String = "Why?", isEmpty: Bool = false) -> ProgressFigures {
    let id = CardID(deck: "d", card: "A")
    var memory: Memory?
    var reviews: [PastReview] = []
    for (age, grade) in [(30.0, Grade.good), (20, .easy), (10, .again), (1, .hard)] {
      let moment = Moment(time: now.time.adding(days: -age), utcOffset: 0)
      let expected = memory.map { schedule.model.retrievability(of: $0, at: moment.time) }
      let after = schedule.memory(after: grade, at: moment, from: memory)
      memory = after
      reviews.append(
        PastReview(
          time: moment.time, day: after.lastDay, grade: grade, expected: expected,
          state: after.state, duration: 90_000, confidence: 2,
          marks: StoryMarks(Profile(ticks: [.s1, .a1, .r1]))))
    }
    let prospect = Prospect(
      id: id, kind: .star, family: "TEAM", isCore: true, memory: isEmpty ? nil : memory)
    var tally = ProgressTally(of: [prospect], at: now, schedule: schedule, families: ["TEAM"])
    if !isEmpty { tally.add(reviews, of: id) }
    func readiness(_ time: Timestamp) -> Readiness {
      Readiness(of: [prospect], at: time, model: schedule.model, families: ["TEAM"])
    }
    var figures = ProgressFigures(
      tally: tally,
      readiness: ReadinessRecord(
        now: readiness(now.time), onTheDay: readiness(now.time.adding(days: 6))),
      forecast: [ForecastDay(day: now.day(startHour: 4), cards: 3, minutes: 12)],
      troubled: tally.troubled.map { card in
        var card = card
        card.ask = ask
        return card
      })
    figures.interviews = [
      InterviewFigures(
        appointment: Appointment(
          number: 1, employer: "A&B <Ltd>", round: 2,
          time: InterviewTime(now.time.adding(days: 6))),
        daysLeft: 6, readyNow: 0.4, readyByPlan: 0.8, low: 0.6, high: 0.9, fits: 1, counted: 1,
        willNotFit: [], families: [])
    ]
    return figures
  }

  private func html(_ figures: ProgressFigures) -> String {
    ProgressReport(figures, printed: "2026-11-23, 19:00", dayWords: \.description).html
  }

  @Test func everySectionIsThereWithItsWordsAndItsDrawing() {
    let figures = figures()
    let html = html(figures)
    for section in ProgressSection.allCases {
      #expect(html.contains("<h2>\(section.title)</h2>"))
      for line in figures.words(section, dayWords: \.description) {
        let text = line.split(separator: "&").joined(separator: "&amp;")
          .split(separator: "<").joined(separator: "&lt;")
          .split(separator: ">").joined(separator: "&gt;")
        #expect(html.contains(">\(text)</p>"), "\(line)")
      }
    }
    #expect(html.split(separator: "<svg ").count - 1 == 7)
    #expect(html.contains("prefers-color-scheme: dark"))
    #expect(html.contains("<title>2026-11-22: 1 answer</title>"))
  }

  @Test(arguments: [false, true]) func aPageNeedsNothingElseAndRunsNothing(isEmpty: Bool) {
    let html = html(figures(isEmpty: isEmpty))
    for word in ["<script", "http:", "https:", "url(", "src=", "href=", "@import", "<link"] {
      #expect(!html.contains(word), "\(word)")
    }
  }

  @Test func whatPeopleWriteIsTextAndNothingElse() {
    let html = html(figures(ask: "</td><script>alert(\"1\")</script>\u{1B}[31m\u{202E}?"))
    #expect(!html.contains("<script") && !html.contains("\u{1B}") && !html.contains("\u{202E}"))
    #expect(html.contains("&lt;script&gt;"))
    #expect(html.contains("A&amp;B &lt;Ltd&gt;"))
  }

  /// Every element that is opened is closed, in order.
  @Test(arguments: [false, true]) func thePageIsWellFormed(isEmpty: Bool) {
    var open: [Substring] = []
    for piece in html(figures(isEmpty: isEmpty)).split(separator: "<").dropFirst() {
      let tag = piece.prefix { $0 != ">" }
      let name = tag.prefix { $0 != " " && $0 != "/" }
      if tag.hasPrefix("/") {
        #expect(open.popLast() == tag.dropFirst())
      } else if !tag.hasSuffix("/"), !["meta", "!DOCTYPE"].contains(name) {
        open.append(name)
      }
    }
    #expect(open.isEmpty)
  }
}
