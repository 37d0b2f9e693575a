package import Decks

/// What a person says of a file that is to be imported.
package struct ImportChoices {
  /// The id of the deck that questions become; nil makes it of the file's name.
  package var id: String?
  /// Its title; nil takes that of the file, or the id.
  package var title: String?
  /// The kind of cards for which the file names none.
  package var kind: CardKind
  /// Their competency; nil proposes one for each.
  package var competency: String?
  /// The deck that questions are added to.
  package var into: String?
  /// What columns of a table are, by their names.
  package var columns: [String: String]
  /// Decks of a package, by their names; none for all.
  package var decks: [String]
  /// Whether the reviews in a package are taken, too.
  package var hasReviews: Bool
  /// Whether the parameters of FSRS-6 in a package are kept.
  package var keepsParameters: Bool
  /// Whether it is only shown what would come of it.
  package var isDryRun: Bool
  /// Whether doubtful files are meant.
  package var isSure: Bool

  package init(
    id: String? = nil, title: String? = nil, kind: CardKind = .star, competency: String? = nil,
    into: String? = nil, columns: [String: String] = [:], decks: [String] = [],
    hasReviews: Bool = true, keepsParameters: Bool = false, isDryRun: Bool = false,
    isSure: Bool = false
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.competency = competency
    self.into = into
    self.columns = columns
    self.decks = decks
    self.hasReviews = hasReviews
    self.keepsParameters = keepsParameters
    self.isDryRun = isDryRun
    self.isSure = isSure
  }
}
