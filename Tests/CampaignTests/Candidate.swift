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
      Employer(name: "Acme", role: "Operations lead", oneThing: "I make messy handovers calm."),
      Employer(name: "Beta"),
    ]
    notebook.interviews = [
      Interview(
        id: Self.first, employer: "Acme", round: 1, startsAt: 100, people: [Self.manager],
        isLogged: true),
      Interview(
        id: Self.second, employer: "Acme", round: 2, startsAt: 900,
        people: [Self.manager, Self.peer]),
      Interview(id: Self.beta, employer: "Beta", round: 1, startsAt: 800),
    ]
    notebook.people = [
      Person(
        id: Self.manager, employer: "Acme", role: "Operations manager", needs: "fewer escalations",
        story: Self.audit),
      Person(id: Self.peer, employer: "Acme", name: "Noor", role: "Team colleague"),
    ]
    notebook.stories = [
      Story(
        id: Self.audit, title: "Freezer audit", headline: "The first audit I ran failed.",
        fits: ["CUST": .strong, "DISA": .stretch],
        figures: [
          Story.Figure(text: "12 → 3 complaints a week", known: "own count, 8 weeks"),
          Story.Figure(text: "saved 20k", known: "not mine to defend", isNotToClaim: true),
        ], strength: 5),
      Story(
        id: Self.nightList, title: "Night list", fits: ["TEAM": .workable, "CUST": .workable],
        strength: 3),
      Story(id: Self.rota, title: "Rota row", fits: ["DISA": .strong], strength: 4),
    ]
    notebook.entries = [
      LogEntry(
        id: Number(1), interview: Self.first, text: "A row in the team?", family: "DISA",
        asker: Self.manager, story: Self.rota, landed: .thin, isPressed: true, pressedOn: "why"),
      LogEntry(
        id: Number(2), interview: Self.first, text: "A customer?",
        card: CardID(deck: "star-people", card: "PE-01"), landed: .strong),
    ]
  }
}
