import Decks
import Exchange
import Practice
import Store

extension AnkiImport {
  func tell(_ content: Content, _ adding: Store.Adding) {
    tellDetails(content)
    let new = content.decks.reduce(0) { $0 + $1.result.cards.count }
    let known = content.decks.reduce(0) { $0 + $1.deck.questions.count + $1.deck.own.count } - new
    var parts = [
      "\(content.decks.count.of("deck")), \(new.of("new card"))"
        + (known > 0 ? " and \(known) that \(known == 1 ? "is" : "are") here already" : "")
    ]
    if choices.hasReviews {
      parts.append(content.counts.words)
      let added = adding.added.values.reduce(0, +)
      if added < content.counts.taken { parts.append("\(added) of them are new") }
      if adding.takenBack > 0 {
        parts.append(
          "\(adding.takenBack.of("was", "were")) taken back here before and \(adding.takenBack == 1 ? "stays" : "stay") so"
        )
      }
    }
    if !content.suspended.isEmpty {
      parts.append(
        content.suspended.count.of("card is suspended", "cards are suspended"))
    }
    Output.warn("\(name): \(parts.joined(separator: "; "))")
    let guesses = content.decks.flatMap(\.result.cards).count(where: \.reason.isGuess)
    if guesses > 0 {
      Output.warn(
        "\(guesses.of("competency is a guess", "competencies are guesses")) from the words; --competency TAG gives one to all"
      )
    }
  }

  private func tellDetails(_ content: Content) {
    for coming in content.decks {
      for id in coming.result.changed.prefix(20) {
        Output.warn("\(id) reads otherwise here, and stays as it is")
      }
    }
    let decks = content.decks.map(\.deck)
    let (pictures, sounds, empty) = (
      decks.reduce(0) { $0 + $1.pictures }, decks.reduce(0) { $0 + $1.sounds },
      decks.reduce(0) { $0 + $1.empty }
    )
    let media = [(pictures, "picture"), (sounds, "sound")].filter { $0.0 > 0 }
      .map { $0.0.of($0.1) }
    if !media.isEmpty {
      let verb = pictures + sounds == 1 ? "was" : "were"
      Output.warn("\(name): \(media.joined(separator: " and ")) \(verb) left out")
    }
    if empty > 0 {
      Output.warn(
        "\(name): \(empty.of("card asks", "cards ask")) nothing, and \(empty == 1 ? "was" : "were") left out"
      )
    }
    let counts = content.counts
    if counts.cutOff > 0 {
      Output.warn(
        counts.cutOff == 1
          ? "a card has a history that begins in the middle: it comes back sooner than in Anki"
          : "\(counts.cutOff) cards have a history that begins in the middle: they come back sooner than in Anki"
      )
    }
    if counts.unlogged > 0 {
      Output.warn(
        counts.unlogged == 1
          ? "a card has a date in Anki and no answers: it is new here"
          : "\(counts.unlogged) cards have dates in Anki and no answers: they are new here")
    }
  }

  func show(_ content: Content) throws {
    var gradings: [String: Int] = [:]
    for grading in content.gradings { gradings["\(grading.card)", default: 0] += 1 }
    try Output.table(
      [["DECK", "IN ANKI", "NEW CARDS", "HERE ALREADY", "REVIEWS"]]
        + content.decks.map { coming in
          let new = coming.result.cards.count
          let all = coming.deck.questions.count + coming.deck.own.count
          let reviews = Set(coming.cards.values).reduce(0) { $0 + (gradings["\($1)"] ?? 0) }
          return [coming.deck.id, coming.deck.name, "\(new)", "\(all - new)", "\(reviews)"]
        })
    tellDetails(content)
    Output.warn(
      "\(name): \(content.decks.count.of("deck"))\(choices.hasReviews ? "; \(content.counts.words)" : ""); nothing was kept"
    )
  }
}

extension AnkiImport.Counts {
  /// `29 of 34 reviews count (2 reset or set by hand, 1 crammed, 2 before a reset)`.
  var words: String {
    let others = [
      (byHand, "reset or set by hand"), (crammed, "crammed"), (earlier, "before a reset"),
      (mistimed, "in the future or before 1990"), (strange, "of cards that do not come in"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let list = others.isEmpty ? "" : " (\(others.joined(separator: ", ")))"
    return "\(taken) of \(all.of("review")) \(taken == 1 ? "counts" : "count")\(list)"
  }
}
