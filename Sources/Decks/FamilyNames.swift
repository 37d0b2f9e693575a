extension [Family] {
  /// What a family is called where there is room: `Working together`.
  public func title(of code: String) -> String { first { $0.code == code }?.title ?? code }

  /// What it is called where columns are scarce: `Teamwork`.
  public func shortTitle(of code: String) -> String { Self.short[code] ?? title(of: code) }

  /// A word for each family of the competencies that come with Starling.
  private static let short = [
    "TEAM": "Teamwork", "DISA": "Disagreement", "INFL": "Influence", "LEAD": "Leading",
    "CUST": "Customers", "OWNR": "Ownership", "SOLV": "Solving", "DELV": "Delivering",
    "ADPT": "Adapting", "LERN": "Learning", "INTG": "Integrity", "WHYU": "Why you",
    "NOTE": "Your notes",
  ]
}
