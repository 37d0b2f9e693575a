/// The kinds of people to whom questions are put.
public enum Listener: CaseIterable, Sendable {
  case peer, manager, senior, recruiter

  /// The kinds that a text names, such as “peers, hiring manager”; none for anyone.
  public static func kinds(in text: String) -> Set<Listener> {
    let words = text.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
    var kinds: Set<Listener> = []
    for word in words {
      for kind in allCases where kind.words.contains(word) { kinds.insert(kind) }
    }
    return kinds
  }

  /// The kinds that someone is, by their role.
  public static func kinds(of person: Person) -> Set<Listener> { kinds(in: person.role) }

  /// The families that they ask about first, by their codes.
  var families: Set<String> {
    switch self {
    case .peer: ["TEAM", "DISA", "INFL"]
    case .manager: ["DELV", "OWNR", "LEAD", "LERN"]
    case .senior: ["SOLV", "CUST", "ADPT"]
    case .recruiter: ["WHYU", "INTG"]
    }
  }

  private var words: Set<String> {
    switch self {
    case .peer:
      ["peer", "peers", "colleague", "colleagues", "teammate", "teammates", "coworker", "team"]
    case .manager: ["manager", "lead", "supervisor", "boss", "decision-maker", "head"]
    case .senior:
      [
        "director", "senior", "leaders", "leader", "vp", "president", "chief", "ceo", "coo", "cfo",
        "cto", "founder", "owner", "partner", "executive", "board", "head",
      ]
    case .recruiter:
      [
        "hr", "resources", "recruiter", "recruiting", "recruitment", "talent", "personnel",
        "sourcer",
      ]
    }
  }
}
