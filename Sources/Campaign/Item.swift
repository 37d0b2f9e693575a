/// One thing that the person wrote down, of whatever sort: what is kept, changed and deleted.
public enum Item: Equatable, Sendable {
  case employer(Employer)
  case interview(Interview)
  case person(Person)
  case story(Story)
  case telling(Telling)
  case entry(LogEntry)
  case doubt(Doubt)
  case fact(Fact)
  case question(Question)
  case requirement(Requirement)
  case criterion(Criterion)
  case verdict(Verdict)
  case promise(Promise)
  case thankYou(ThankYou)
}

extension Notebook {
  /// A thing as it is here, by its number or name; the thing itself if it is gone or has none.
  public func latest(_ item: Item) -> Item {
    switch item {
    case .employer(let it): .employer(employer(named: it.name) ?? it)
    case .interview(let it): .interview(interview(it.id) ?? it)
    case .person(let it): .person(person(it.id) ?? it)
    case .story(let it): .story(story(it.id) ?? it)
    case .entry(let it): .entry(entries.first { $0.id == it.id } ?? it)
    case .doubt(let it): .doubt(doubts.first { $0.id == it.id } ?? it)
    case .fact(let it): .fact(facts.first { $0.id == it.id } ?? it)
    case .question(let it): .question(questions.first { $0.id == it.id } ?? it)
    case .requirement(let it): .requirement(requirements.first { $0.id == it.id } ?? it)
    case .criterion(let it): .criterion(criteria.first { $0.id == it.id } ?? it)
    case .promise(let it): .promise(promises.first { $0.id == it.id } ?? it)
    case .thankYou(let it): .thankYou(thankYous.first { $0.id == it.id } ?? it)
    case .telling, .verdict: item
    }
  }
}
