public import Decks

// What is written in a form or in the log of a round and is not kept yet lies among the drafts of cards,
// under ids that no card has.

extension Notebook {
  /// How the id begins under which a line typed into the log of a round is a draft; the round's number
  /// follows.
  public static let logDrafts = "\(deckID)/log-"

  /// How the id begins under which a form of something that is kept is a draft; its table and its number
  /// follow.
  public static let formDrafts = "\(deckID)/form-"

  /// What stands for the form of a thing that is kept.
  public static func formDraft(of table: String, number: Int64) -> CardID {
    CardID(deck: deckID, card: "form-\(table)-\(number)")
  }

  /// What stands for the form of a new thing, or of an employer, which has no number.
  ///
  /// - Parameters:
  ///   - table: where it is to be kept.
  ///   - marks: what tells it from others, such as the employer.
  /// - Returns: an id that no card has.
  public static func formDraft(ofNew table: String, _ marks: [String]) -> CardID {
    var fingerprint = Fingerprint()
    for mark in marks { fingerprint.add(mark.lowercased()) }
    return CardID(deck: deckID, card: "new-\(table)-\(fingerprint.text)")
  }

  /// How the id begins under which the form of a new thing is a draft; its table and a fingerprint follow.
  public static let newFormDrafts = "\(deckID)/new-"

  /// The table in the id of such a draft; nil for any other.
  public static func table(ofNewForm card: String) -> String? {
    guard card.hasPrefix(newFormDrafts) else { return nil }
    let rest = card.dropFirst(newFormDrafts.count)
    return rest.lastIndex(of: "-").map { String(rest[..<$0]) }
  }

  /// The table and the number in the id of such a draft; nil for any other.
  public static func formDraft(_ card: String) -> (table: String, number: Int64)? {
    guard card.hasPrefix(formDrafts) else { return nil }
    let parts = card.dropFirst(formDrafts.count).split(separator: "-")
    guard parts.count == 2, let number = Int64(parts[1]) else { return nil }
    return (String(parts[0]), number)
  }

  /// What stands for the place where machines meet, as it is typed.
  public static let placeDraft = CardID(deck: deckID, card: "sync-place")

  /// Whether a draft is of something by its number, which elsewhere is the number of another, or by a path.
  public static func isDraftOfThisHome(_ card: String) -> Bool {
    card.hasPrefix(logDrafts) || card.hasPrefix(formDrafts) || card == placeDraft.description
  }
}
