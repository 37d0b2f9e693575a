import Application
import Campaign
import Decks
import Practice
import Scheduler
import Screen

/// The answer side: what a good answer holds, and what was seen in this one.
extension PlainLoop {
  /// Shows what a good answer holds, beside what was said; an answer that was not given just now
  /// (not `isAnew`) is said as well.
  mutating func reveal(isAnew: Bool) throws {
    guard let current = practice.current, let attempt = practice.attempt else { return }
    for line in [practice.guessOutcome, practice.pickOutcome].compactMap(\.self) {
      try Output.line(line)
    }
    if practice.meantFamily != nil, practice.attempt?.guess == nil, let meant = practice.meantWords
    {
      try Output.line("It is after: \(meant.replacing(" · ", with: ", ")).")
    }
    if let warning = practice.storyWarning { try Output.line(warning) }
    if let words = practice.lapsedOften(.lines) { try Output.line(words) }
    try sayTimes(of: attempt, whose: "You")
    if practice.hearing == .underWay {
      try Output.line("It is being written down; y waits for your words.")
    }
    if attempt.mode == .spoken {
      try sayWords()
    } else if !isAnew, !attempt.texts.joined().isEmpty {
      try Output.line("Your answer:")
      try show(attempt.texts)
    }
    if attempt.mode != .spoken { try sayObservations() }
    for section in CardSection.afterAnswer(to: current.card) {
      try Output.line("\(section.title):")
      for item in section.items { try Output.line(item) }
    }
    try sayPlaces(for: current.card)
    if let last = current.history.lastAnswer,
      let day = practice.lastAnswerDay(at: workspace.clock.now)
    {
      try Output.line(
        "Your last answer, of \(day)\(last.profile.map { ": \($0.spokenText)" } ?? "").")
      try sayTimes(of: last, whose: "It")
      for line in current.delivery(of: last)?.lines(
        practice.start.measuring, own: practice.start.pace) ?? []
      {
        try Output.line(line)
      }
      try show(last.texts)
    }
    if let story = practice.story, let heading = practice.storyHeading {
      try Output.line(heading)
      for (part, text) in zip(StarPart.allCases, story.texts) where !text.isEmpty {
        try Output.line("\(part.title): \(text)")
      }
    }
    if let note = current.note { try Output.line("Your note:\n\(note)") }
    let now = workspace.clock.now
    let grades = practice.previews(at: now).map {
      "\($0.grade.rawValue) \($0.grade.name) \($0.comes)"
    }
    guard !grades.isEmpty else { return }
    let head = practice.previewsNote(at: now).map { note in
      note.prefix(1).uppercased() + note.dropFirst()
    }
    let words = head ?? "It would come back"
    let isNew = told.insert(words).inserted
    try Output.line("\(isNew ? "\(words):" : "Grade?") \(grades.joined(separator: ", ")).")
    (isAsked, offered) = (!isNew, nil)
  }

  /// Says where what was found out belongs.
  private func sayPlaces(for card: Card) throws {
    let feeds = Feed.places(for: card)
    guard !feeds.isEmpty else { return }
    try Output.line("It goes into \(feeds.map(\.title).joined(separator: ", then ")):")
    var commands: [String] = []
    for command in feeds.map(\.command) where !commands.contains(command) {
      commands.append(command)
    }
    for command in commands { try Output.line("starling \(command)") }
  }

  private func sayTimes(of attempt: Attempt, whose: String) throws {
    guard let duration = attempt.duration else { return }
    let seconds = duration / 1000
    let time =
      switch attempt.mode {
      case .headline: "\(seconds) of \(Drill.headline.seconds) seconds"
      case .pick: "\(seconds) of \(Drill.pick.seconds) seconds"
      case .spoken, .typed, .probe, .reading, .away: seconds.of("second")
      }
    let isWhole = attempt.isStory && attempt.purpose == .answer
    let length = isWhole ? ", \(AnswerLength(milliseconds: duration).words)" : ""
    try Output.line("\(whose) took \(time)\(length).")
    guard let times = attempt.times else { return }
    for (part, share) in zip(StarPart.allCases, times.percentages) {
      try Output.line(
        "\(part.title): \((times[part] / 1000).of("second")), \(share)%; \(part.target)% is usual."
      )
    }
  }

  /// Says what was heard of a spoken answer, and what there is to say of it.
  func sayWords() throws {
    guard let attempt = practice.attempt, attempt.hasWords else { return }
    for line in practice.delivery?.lines(practice.start.measuring, own: practice.start.pace) ?? [] {
      try Output.line(line)
    }
    try Output.line("You said:")
    try attempt.isInOnePiece ? Output.line(attempt.texts[0]) : show(attempt.texts)
    try sayObservations()
  }

  func sayObservations() throws {
    let what = practice.attempt?.mode == .spoken ? "said" : "wrote"
    if practice.nothingStoodOut { try Output.line("Nothing stood out in what you \(what).") }
    for observation in practice.observations {
      // A part that is empty has no words to quote.
      let quotes = observation.quotes.filter { !$0.text.isEmpty }.map { quote in
        let words = quote.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return (practice.attempt?.mode == .spoken && quote.isEasilyMisheard ? "heard as " : "")
          + "“\(words.truncated(to: 60))”"
      }
      let seen = (["Seen in what you \(what)"] + quotes).joined(separator: ", ")
      try Output.line("\(seen): \(observation.note) \(observation.question)")
    }
  }

  /// Shows an answer of an earlier day, to be ticked now.
  func showWritten() throws {
    try Output.line(practice.question ?? "")
    if let look = practice.coldLook(at: workspace.clock.now) { try Output.line(look) }
    try show(practice.current?.history.uncheckedAnswer?.texts ?? [])
  }

  private func show(_ texts: [String]) throws {
    guard let kind = practice.current?.card.kind else { return }
    for (title, text) in zip(kind.boxes, texts) where !text.isEmpty {
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
