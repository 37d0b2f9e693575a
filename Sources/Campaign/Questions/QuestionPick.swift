public import Decks

/// The questions to put to one person on the day.
public struct QuestionPick: Equatable, Sendable {
  /// Nil when nobody is known who will be there.
  public var person: Kept<Person>?
  public var choices: [Choice]

  /// A question to ask, and where it is from.
  public enum Choice: Equatable, Sendable {
    case own(Kept<Question>)
    /// A criterion that is still open and has a question; without one it is the person's own affair.
    case criterion(Kept<Criterion>)
    /// A card of the decks.
    case card(CardID, ask: String)

    public var text: String {
      switch self {
      case .own(let question): question.text
      case .criterion(let criterion):
        criterion.question
      case .card(_, let ask): ask
      }
    }

    /// The card's short id, if it is one of a card.
    public var code: String? {
      switch self {
      case .own(let question): question.card?.card
      case .criterion: nil
      case .card(let id, _): id.card
      }
    }
  }

  /// Three to five are enough for one person.
  public static let fewest = 3
  public static let most = 5
}

extension Notebook {
  /// The questions to ask in an interview, person by person.
  ///
  /// The person's own come first, then what is still open of their decision, then cards of the decks
  /// up to three. What was answered is left out; what was asked without an answer comes after what
  /// was not, and what is for the end of a conversation comes last. A question goes to one person only, unless there are fewer than three for someone, and
  /// nobody gets it twice, though it may have been written down more than once.
  ///
  /// - Parameters:
  ///   - interview: the interview.
  ///   - cards: cards of the kind `ask`, the most important first.
  /// - Returns: one pick for each person, or one for nobody in particular.
  public func questionPicks(for interview: Kept<Interview>, cards: [Card]) -> [QuestionPick] {
    let employer = interview.employer
    let listed = questions(for: employer)
    let answered = Set(listed.filter { $0.state == .answered }.map { Candidate($0).key })
    let open = listed.filter { !answered.contains(Candidate($0).key) }
    var own = open.filter { $0.state == .unused }.map(Candidate.init)
    own += openCriteria(at: employer).filter { !$0.question.isEmpty }.map(Candidate.init)
    own += open.filter { $0.state == .asked }.map(Candidate.init)
    let known = Set(listed.compactMap(\.card))
    let spare = cards.filter { !known.contains($0.id) }.map(Candidate.init)
    let people = people(in: interview)
    var taken: Set<String> = []
    return (people.isEmpty ? [nil] : people.map(Optional.some)).map { person in
      QuestionPick(
        person: person,
        choices: Self.choices(for: person, own: own, spare: spare, taken: &taken))
    }
  }

  private static func choices(
    for person: Kept<Person>?, own: [Candidate], spare: [Candidate], taken: inout Set<String>
  ) -> [QuestionPick.Choice] {
    let candidates = own + spare
    let suits = candidates.indices.filter { candidates[$0].suits(person) }
    // Those for this very person first, then for someone like them, then for anyone.
    let order = suits.sorted { left, right in
      let ranks = (candidates[left].rank(for: person), candidates[right].rank(for: person))
      let isSpare = (left >= own.count, right >= own.count)
      if isSpare.0 != isSpare.1 { return isSpare.1 }
      return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : left < right
    }
    var chosen: [Candidate] = []
    func choose(_ candidate: Candidate, upTo limit: Int) {
      guard chosen.count < limit, !chosen.contains(where: { $0.key == candidate.key }) else {
        return
      }
      chosen.append(candidate)
    }
    for index in order where !taken.contains(candidates[index].key) {
      choose(
        candidates[index], upTo: index < own.count ? QuestionPick.most : QuestionPick.fewest)
    }
    for index in order { choose(candidates[index], upTo: QuestionPick.fewest) }
    taken.formUnion(chosen.map(\.key))
    return (chosen.filter { !$0.isClosing } + chosen.filter(\.isClosing)).map(\.choice)
  }
}

/// A question that may be picked.
private struct Candidate {
  var choice: QuestionPick.Choice
  var person: Number<Person>?
  var kinds: Set<Listener>
  /// Whether it is for the end of a conversation.
  var isClosing = false

  init(_ question: Kept<Question>) {
    choice = .own(question)
    person = question.person
    kinds = Listener.kinds(in: question.listener)
    isClosing = Self.isClosing(question.listener)
  }

  init(_ criterion: Kept<Criterion>) {
    choice = .criterion(criterion)
    kinds = []
  }

  init(_ card: Card) {
    choice = .card(card.id, ask: card.ask)
    kinds = Listener.kinds(in: card.audience ?? "")
    isClosing = Self.isClosing(card.audience ?? "")
  }

  private static func isClosing(_ audience: String) -> Bool {
    audience.lowercased().contains("at the end")
  }

  /// What makes two of them the same question: the words, whatever their case and spaces.
  var key: String {
    choice.text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  func suits(_ listener: Kept<Person>?) -> Bool {
    if let person { return listener == nil || listener?.id == person }
    guard let listener, !kinds.isEmpty else { return true }
    let theirs = Listener.kinds(of: listener.thing)
    return theirs.isEmpty || !kinds.isDisjoint(with: theirs)
  }

  func rank(for listener: Kept<Person>?) -> Int {
    guard let listener else { return 0 }
    if person != nil { return 0 }
    return kinds.isDisjoint(with: Listener.kinds(of: listener.thing)) ? 2 : 1
  }
}
