import Campaign
import Decks

/// A candidate with two employers: Acme, whose first round was logged, and Beta.
struct Candidate {
  static let audit = Number<Story>(1)
  static let nightList = Number<Story>(2)
  static let rota = Number<Story>(3)
  static let manager = Number<Person>(1)
  static let peer = Number<Person>(2)
  static let first = Number<Interview>(1)
  static let second = Number<Interview>(2)
  static let beta = Number<Interview>(3)

  static let families = ["TEAM", "DISA", "INFL", "CUST"].map {
    Family(code: $0, title: $0.lowercased(), tags: [])
  }

  var notebook = Notebook()

  init() {
    notebook.employers = [
      Employer(name: "Acme").with {
        $0.role = "Operations lead"
        $0.oneThing = "I make messy handovers calm."
      },
      Employer(name: "Beta"),
    ]
    notebook.interviews = [
      Kept(
        Self.first,
        Interview(employer: "Acme", round: 1, startsAt: 100).with {
          $0.people = [Self.manager]
          $0.isLogged = true
        }),
      Kept(
        Self.second,
        Interview(employer: "Acme", round: 2, startsAt: 900).with {
          $0.people = [Self.manager, Self.peer]
        }),
      Kept(Self.beta, Interview(employer: "Beta", round: 1, startsAt: 800)),
    ]
    notebook.people = [
      Kept(
        Self.manager,
        Person(employer: "Acme").with {
          $0.role = "Operations manager"
          $0.needs = "fewer escalations"
          $0.story = Self.audit
        }),
      Kept(Self.peer, Person(employer: "Acme", name: "Noor").with { $0.role = "Team colleague" }),
    ]
    notebook.stories = [
      Kept(
        Self.audit,
        Story(title: "Freezer audit").with {
          $0.headline = "The first audit I ran failed."
          $0.fits = ["CUST": .strong, "DISA": .stretch]
          $0.figures = [
            Story.Figure(text: "12 → 3 complaints a week", known: "own count, 8 weeks"),
            Story.Figure(text: "saved 20k", known: "not mine to defend", isNotToClaim: true),
          ]
          $0.strength = 5
        }),
      Kept(
        Self.nightList,
        Story(title: "Night list").with {
          $0.fits = ["TEAM": .workable, "CUST": .workable]
          $0.strength = 3
        }),
      Kept(
        Self.rota,
        Story(title: "Rota row").with {
          $0.fits = ["DISA": .strong]
          $0.strength = 4
        }),
    ]
    notebook.entries = [
      Kept(
        Number(1),
        LogEntry(interview: Self.first, text: "A row in the team?").with {
          $0.family = "DISA"
          $0.asker = Self.manager
          $0.story = Self.rota
          $0.landed = .thin
          $0.isPressed = true
          $0.pressedOn = "why"
        }),
      Kept(
        Number(2),
        LogEntry(interview: Self.first, text: "A customer?").with {
          $0.card = CardID(deck: "star-people", card: "PE-01")
          $0.landed = .strong
        }),
    ]
  }
}
