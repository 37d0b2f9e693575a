public import Decks

/// Makes the one page for the day of an interview from what the person wrote down, and from nothing
/// else.
///
/// No figure that must not be claimed stands on it but where it says so, and no fact that is stale.
public struct BriefMaker {
  let notebook: Notebook
  let interview: Kept<Interview>
  let families: [Family]
  /// Cards of the kind `ask`, the most important first.
  let asks: [Card]
  /// The local day, in days since 1 January 1970.
  let today: Int
  /// How a day is written, such as `3 Mar`.
  let dayWords: (Int) -> String

  public init(
    _ notebook: Notebook, for interview: Kept<Interview>, families: [Family], asks: [Card],
    today: Int,
    dayWords: @escaping (Int) -> String
  ) {
    self.notebook = notebook
    self.interview = interview
    self.families = families
    self.asks = asks
    self.today = today
    self.dayWords = dayWords
  }

  /// - Parameters:
  ///   - when: when the interview is, such as `Thu 14:00`.
  ///   - printed: when this is made, such as `Wed 20:10`.
  /// - Returns: the page; a section of which nothing is known is not on it.
  public func brief(when: String, printed: String) -> Sheet {
    let picks = notebook.questionPicks(for: interview, cards: asks)
    let parts = [interview.employer, when, interview.place, interview.format]
    return Sheet(
      title: "Interview-day brief",
      subtitle: parts.filter { !$0.isEmpty }.joined(separator: ", "), printed: printed,
      sections: [
        Sheet.Section("ONE THING", warned(oneThing)),
        Sheet.Section("PEOPLE", warned(people)),
        Sheet.Section("STORIES", warned(stories)), Sheet.Section("ALREADY TOLD", alreadyTold),
        Sheet.Section("DO NOT CLAIM", notToClaim), Sheet.Section("DOUBTS", warned(doubts)),
        Sheet.Section("THEM", facts), Sheet.Section("ASK", warned(questions(picks))),
        Sheet.Section("PAY", pay), Sheet.Section("FIRST LINES", warned(firstLines)),
        Sheet.Section("BRING", warned(bring)),
      ])
  }

  private var employer: Employer? { notebook.employer(named: interview.employer) }

  private var told: [Telling] { notebook.tellings(to: interview.employer) }

  /// The stories that the employer has not heard: those meant for someone first, then the strongest.
  private var plannedStories: [Kept<Story>] {
    let meant = Set(notebook.people(in: interview).compactMap(\.story))
    let untold = notebook.storiesUntold(to: interview.employer).fitting(nil)
    return untold.filter { meant.contains($0.id) } + untold.filter { !meant.contains($0.id) }
  }

  /// Says of each text whether it claims what must not be claimed.
  private func warned(_ entries: [Sheet.Entry]) -> [Sheet.Entry] {
    entries.map { entry in
      let figures = notebook.stories.notToClaim(in: entry.text)
      guard !figures.isEmpty else { return entry }
      var entry = entry
      let quoted = figures.map { "“\($0.text)”" }.joined(separator: ", ")
      entry.text += " (do not claim \(quoted))"
      return entry
    }
  }
}

extension BriefMaker {
  private var oneThing: [Sheet.Entry] {
    guard let employer, !employer.oneThing.isEmpty else { return [] }
    return [Sheet.Entry(employer.oneThing, from: [.employer(employer.name)])]
  }

  private var people: [Sheet.Entry] {
    notebook.people(in: interview).map { person in
      let role = person.name.isEmpty || person.role.isEmpty ? "" : ", \(person.role)"
      var text = person.title + role
      if !person.needs.isEmpty { text += ": \(person.needs)" }
      var sources = [Sheet.Source.person(person.id)]
      if let key = person.story, let story = notebook.story(key) {
        let again = told.contains { $0.story == key } ? " (told already)" : ""
        text += " | story \(story.title)\(again)"
        sources.append(.story(key))
      }
      return Sheet.Entry(text, from: sources)
    }
  }

  private var stories: [Sheet.Entry] {
    plannedStories.map { story in
      let figures = figures(of: story.thing)
      return Sheet.Entry(
        figures.isEmpty ? story.title : "\(story.title): \(figures)", from: [.story(story.id)])
    }
  }

  /// The figures of a story that may be said, each with how it is known.
  private func figures(of story: Story) -> String {
    story.claims.map { figure in
      figure.known.isEmpty ? "\(figure.text) (how known?)" : "\(figure.text) (\(figure.known))"
    }
    .joined(separator: "; ")
  }

  private var alreadyTold: [Sheet.Entry] {
    let keys = told.map(\.story)
    return notebook.stories.compactMap { story in
      guard keys.contains(story.id) else { return nil }
      let tellings = told.filter { $0.story == story.id }
      var words: [String] = []
      for telling in tellings {
        let text = notebook.words(for: telling)
        if !words.contains(text) { words.append(text) }
      }
      // They are to be the same in all rounds.
      let figures = figures(of: story.thing)
      return Sheet.Entry(
        "\(story.title) (\(words.joined(separator: "; ")))\(figures.isEmpty ? "" : ": \(figures)")",
        from: [.story(story.id)])
    }
  }

  private var notToClaim: [Sheet.Entry] {
    notebook.stories.flatMap { story in
      story.figures.filter(\.isNotToClaim).map { figure in
        let reason = figure.known.isEmpty ? "" : ", \(figure.known)"
        return Sheet.Entry(
          "“\(figure.text)” (\(story.title)\(reason))", from: [.story(story.id)])
      }
    }
  }

  private var doubts: [Sheet.Entry] {
    let all = notebook.doubts(of: interview.employer)
    return (all.filter(\.isOpen) + all.filter { !$0.isOpen }).map { doubt in
      var parts = doubt.evidence.isEmpty ? [] : [doubt.evidence]
      if let story = notebook.story(doubt.story) { parts.append("story \(story.title)") }
      if let gap = doubt.gap, !parts.isEmpty { parts.append("(\(gap))") }
      return Sheet.Entry(
        parts.isEmpty
          ? "\(doubt.text) (\(doubt.gap ?? ""))"
          : "\(doubt.text): \(parts.joined(separator: "; "))",
        from: [.doubt(doubt.id)] + (doubt.story.map { [.story($0)] } ?? []))
    }
  }

  private var facts: [Sheet.Entry] {
    let all = notebook.facts(on: interview.employer)
    return Fact.Topic.allCases.flatMap { topic in all.filter { $0.topic == topic } }.map { fact in
      let topic = fact.topic == .other ? "" : "\(fact.topic.rawValue): "
      let age = fact.thing.age(on: today)
      let old = age == 0 ? "today" : age == 1 ? "1 day old" : "\(age) days old"
      let note =
        fact.thing.isStale(on: today)
        ? "STALE, of \(dayWords(fact.day)), \(old): check it first"
        : "\(dayWords(fact.day)), \(old)"
      let source = fact.source.isEmpty ? ", from where?" : ""
      return Sheet.Entry(
        "\(topic)\(fact.text) (\(note)\(source))", from: [.fact(fact.id)])
    }
  }

  private func questions(_ picks: [QuestionPick]) -> [Sheet.Entry] {
    picks.flatMap { pick in
      pick.choices.map { choice in
        let whom = pick.person.map { "\($0.title): " } ?? ""
        return Sheet.Entry(whom + choice.text, from: [source(of: choice)])
      }
    }
  }

  private func source(of choice: QuestionPick.Choice) -> Sheet.Source {
    switch choice {
    case .own(let question): .question(question.id)
    case .criterion(let criterion): .criterion(criterion.id)
    case .card(let id, _): .card(id.description)
    }
  }

  private var pay: [Sheet.Entry] {
    guard let employer, !employer.pay.isEmpty else { return [] }
    return [Sheet.Entry("only if asked: \(employer.pay)", from: [.employer(employer.name)])]
  }

  /// The first line of each planned story, under the family that it shows best.
  private var firstLines: [Sheet.Entry] {
    plannedStories.filter { !$0.headline.isEmpty }.map { story in
      let best = families.filter { story.fits[$0.code] != nil }
        .min { (story.fits[$0.code] ?? .stretch) < (story.fits[$1.code] ?? .stretch) }
      return Sheet.Entry(
        "\(best?.title ?? story.title): “\(story.headline)”",
        from: [.story(story.id)])
    }
  }

  private var bring: [Sheet.Entry] {
    interview.bring.map { Sheet.Entry($0, from: [.interview(interview.id)]) }
  }
}
