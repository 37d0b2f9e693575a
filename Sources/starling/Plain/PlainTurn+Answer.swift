import Campaign
import Decks
import Practice
import Scheduler
import Screen
import Store
import TUI

/// The answer side: what a good answer holds, and what was seen in this one.
extension PlainTurn {
  /// Shows what a good answer holds, beside what was said; an answer that was not given just now
  /// (not `isAnew`) is said as well.
  func reveal(isAnew: Bool) throws {
    if attempt.story != nil, let story, let warning = card.warning(before: story) {
      try Output.line(warning)
    }
    try sayTimes(of: attempt, whose: "You")
    if !isAnew, !attempt.texts.joined().isEmpty {
      try Output.line("Your answer:")
      try show(attempt.texts)
    }
    try sayObservations()
    for section in CardSection.afterAnswer(to: card.card) {
      try Output.line("\(section.title):")
      for item in section.items { try Output.line("- \(item)") }
    }
    let feeds = Feed.places(for: card.card)
    if !feeds.isEmpty {
      try Output.line("It goes into \(feeds.map(\.title).joined(separator: ", then ")):")
      var commands: [String] = []
      for command in feeds.map(\.command) where !commands.contains(command) {
        commands.append(command)
      }
      for command in commands { try Output.line("- starling \(command)") }
    }
    try showLastAnswer()
    if let story {
      let isNamed = story.number == attempt.story
      try Output.line(
        "\(isNamed ? "Your story" : "The story you named before"): \(story.title)")
      for (part, text) in zip(StarPart.allCases, story.texts) where !text.isEmpty {
        try Output.line("\(part.title): \(text)")
      }
    }
    if let note = card.note { try Output.line("Your note:\n\(note)") }
    guard attempt.purpose == .answer else { return }
    let dates = store.schedule.previews(
      of: card.card.id, at: SystemClock.now, from: card.memory)
    let days = zip(Grade.allCases, dates).map { grade, due in
      "\(grade.rawValue) \(grade == .again ? "soon" : store.schedule.text(of: due, from: SystemClock.now))"
    }
    try Output.line("It would come back: \(days.joined(separator: ", ")).")
  }

  /// The story that the person named, now or at this card before.
  var story: SessionStory? { card.story(in: attempt, among: start.stories) }

  private func sayTimes(of attempt: Attempt, whose: String) throws {
    guard let duration = attempt.duration else { return }
    let seconds = duration / 1000
    let time =
      switch attempt.mode {
      case .headline: "\(seconds) of \(Drill.headline.seconds) seconds"
      case .pick: "\(seconds) of \(Drill.pick.seconds) seconds"
      case .spoken, .typed, .probe, .away: seconds.of("second")
      }
    let isWhole = attempt.isStory && attempt.purpose == .answer
    let length = isWhole ? ": \(AnswerLength(milliseconds: duration).words)" : ""
    try Output.line("\(whose) took \(time)\(length).")
    guard let times = attempt.times else { return }
    for (part, share) in zip(StarPart.allCases, times.percentages) {
      try Output.line(
        "\(part.title): \((times[part] / 1000).of("second")), \(share) %; \(part.target) % is usual."
      )
    }
  }

  func sayObservations() throws {
    for observation in card.observations(of: attempt, in: start) {
      // A part that is empty has no words to quote.
      let quotes = observation.quotes.filter { !$0.text.isEmpty }.map { quote in
        let words = quote.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return "“\(words.truncated(to: 60))”"
      }
      let seen =
        (["Seen in what you wrote"] + (quotes.isEmpty ? [] : [quotes.joined(separator: ", ")]))
        .joined(separator: ", ")
      try Output.line("\(seen): \(observation.note) \(observation.question)")
    }
  }

  private func showLastAnswer() throws {
    guard let last = card.history.lastAnswer else { return }
    let day = DateText.day(last.moment.day(startHour: store.schedule.startHour), from: today)
    let profile = last.profile.map { ": \($0.text)" } ?? ""
    try Output.line("Your last answer, of \(day)\(profile)")
    try sayTimes(of: last, whose: "It")
    try show(last.texts)
  }

  /// Shows an answer of an earlier day, to be ticked now.
  func showWritten() throws {
    try Output.line(question)
    guard let answer = card.history.uncheckedAnswer else { return }
    let days = answer.moment.day(startHour: store.schedule.startHour) - today
    try Output.line(
      "You wrote this \(DateText.days(days)). Tick what it has, as if it were someone else's.")
    try show(answer.texts)
  }

  private func show(_ texts: [String]) throws {
    for (title, text) in zip(card.card.kind.boxes, texts) where !text.isEmpty {
      try Output.line("\(title): \(text)")
    }
  }
}

extension Feed {
  /// The command that writes there.
  fileprivate var command: String {
    switch self {
    case .roundLog, .weakCards, .probes: "log edit EMPLOYER"
    case .told: "stories told STORY EMPLOYER"
    case .priorities: "advert add EMPLOYER"
    case .stories, .headlines, .figures: "stories edit STORY"
    case .facts: "facts add EMPLOYER"
    case .questions: "questions add EMPLOYER"
    case .decision: "decision edit"
    case .panel: "people add EMPLOYER"
    case .brief: "brief"
    }
  }
}
