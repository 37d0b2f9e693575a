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
