extension Notebook {
  /// Every time a story was told to an employer, the earliest round first.
  ///
  /// That is what the rounds' logs say and what was marked by hand. A story told twice in a round
  /// counts twice if it answered two questions; a mark by hand of what the log says already does not.
  public func tellings(to employer: String) -> [Telling] {
    interviews(with: employer).flatMap { interview -> [Telling] in
      let logged = entries(of: interview.id).compactMap { entry in
        entry.story.map { Telling(story: $0, interview: interview.id, listener: entry.asker) }
      }
      let marked = tellings.filter { mark in
        mark.interview == interview.id
          && !logged.contains {
            $0.story == mark.story && (mark.listener == nil || mark.listener == $0.listener)
          }
      }
      return logged + marked
    }
  }

  /// The times a story was told to an employer, the earliest round first.
  public func tellings(of story: Number<Story>, to employer: String) -> [Telling] {
    tellings(to: employer).filter { $0.story == story }
  }

  /// The stories that an employer has not heard, in the order of the bank.
  public func storiesUntold(to employer: String) -> [Kept<Story>] {
    let told = Set(tellings(to: employer).map(\.story))
    return stories.filter { !told.contains($0.id) }
  }

  /// To whom and in which round a story was told, in a few words.
  public func words(for telling: Telling) -> String {
    let round = interview(telling.interview).map { "round \($0.round)" } ?? "an earlier round"
    let listener = person(telling.listener).map { " to \($0.title)" } ?? ""
    return round + listener + (telling.isWhole ? "" : ", only touched on")
  }
}
