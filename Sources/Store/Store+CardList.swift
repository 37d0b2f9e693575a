public import Decks
import FoundationEssentials
import GRDB
public import Practice
import Scheduler

extension Store {
  /// The cards of a list, in the order of the decks.
  ///
  /// - Parameters:
  ///   - filter: which cards.
  ///   - moment: now.
  /// - Returns: the numbers of the cards, and what they could be filtered by.
  /// - Throws: ``StoreError``.
  public func cardList(_ filter: CardFilter, at moment: Moment) throws(StoreError) -> CardList {
    try reading { db in
      var list = CardList(filter: filter)
      var all: [Int] = []
      _ = try db.rows(
        """
        SELECT first, length(ends) / 4, sorts FROM deck_index.contents
        WHERE ?1 IS NULL OR deck = ?1 ORDER BY first
        """, [filter.deck]
      ) { row in
        let (first, count): (Int, Int) = (row[0], row[1])
        all += first..<first + count
        let sorts: String = row[2]
        for sort in sorts.split(separator: "\n") {
          let words = sort.split(separator: " ")
          if words.first == "guide" {
            list.points.formUnion(words.dropFirst().map(String.init))
            continue
          }
          if words.first == "tag" {
            list.tags.insert(String(sort.dropFirst("tag ".count)))
            continue
          }
          if let kind = words.first.flatMap({ CardKind(rawValue: String($0)) }) {
            list.kinds.insert(kind)
          }
          if let tag = words.last { list.competencies.insert(String(tag)) }
        }
      }
      list.total = all.count
      list.numbers =
        filter == CardFilter(deck: filter.deck) ? all : try numbers(filter, at: moment, in: db)
      return list
    }
  }

  /// The cards that a search finds, in the order of the decks.
  ///
  /// - Parameters:
  ///   - search: what to look for.
  ///   - deck: the deck's id; nil for all decks.
  /// - Returns: the numbers of the cards.
  /// - Throws: ``StoreError``.
  public func cardNumbers(
    _ search: CardSearch, inDeck deck: String?
  ) throws(StoreError) -> [Int] {
    try reading { db in
      var numbers: [Int] = []
      _ = try db.rows(
        """
        SELECT first, ends, text FROM deck_index.contents
        WHERE ?1 IS NULL OR deck = ?1 ORDER BY first
        """, [deck]
      ) { row in
        let first: Int = row[0]
        // Both stay where SQLite has them: a copy would take as long as the search.
        try row.withUnsafeData(atIndex: 1) { ends in
          try row.withUnsafeData(atIndex: 2) { text in
            (ends ?? Data()).withUnsafeBytes { ends in
              (text ?? Data()).withUnsafeBytes { text in
                numbers += search.cards(in: text, ends: ends).map { first + $0 }
              }
            }
          }
        }
      }
      return numbers
    }
  }

  private func numbers(_ filter: CardFilter, at moment: Moment, in db: Database) throws -> [Int] {
    let horizon = try horizon(at: moment, in: db).milliseconds
    let tags = filter.family?.tags ?? []
    var arguments = dueArguments(at: moment)
    arguments += [
      "deck": filter.deck, "kind": filter.kind?.rawValue, "horizon": horizon,
      "point": filter.point.map { " \($0) " }, "own": filter.tag.map { "\n\($0)\n" },
    ]
    for (index, tag) in tags.enumerated() { arguments += ["tag\(index)": tag] }
    let inFamily =
      filter.family == nil
      ? "1" : "c.competency IN (\(tags.indices.map { ":tag\($0)" }.joined(separator: ", ")))"
    let (source, inState) = Self.cards(in: filter.state)
    return try db.rows(
      """
      SELECT c.number FROM \(source)
      WHERE \(inState) AND (:deck IS NULL OR c.deck = :deck)
        AND (:kind IS NULL OR c.kind = :kind) AND \(inFamily)
        AND (:point IS NULL OR instr(' ' || c.guide || ' ', :point) > 0)
        AND (:own IS NULL OR instr(char(10) || c.tags || char(10), :own) > 0)
      ORDER BY c.number
      """, arguments
    ) { $0[0] }
  }

  /// The tables, and the condition, by which the cards `c` in a state are found quickest.
  private static func cards(in state: CardFilter.State) -> (source: String, condition: String) {
    let active = "memory m CROSS JOIN deck_index.cards c USING (card)"
    return switch state {
    case .all: ("deck_index.cards c", "1")
    case .due: (active, "m.is_active = 1 AND \(isDue)")
    case .weak:
      (
        active,
        """
        m.is_active = 1 AND (m.weak_from_ms <= :horizon
          OR m.card IN (SELECT card FROM standing WHERE needs_work <> ''))
        """
      )
    case .unseen:
      (
        "deck_index.cards c LEFT JOIN memory m USING (card) LEFT JOIN card_states s USING (card)",
        "m.card IS NULL AND ifnull(s.is_suspended, 0) = 0 AND c.deck NOT IN (\(decksOff))"
      )
    case .suspended:
      ("card_states s CROSS JOIN deck_index.cards c USING (card)", "s.is_suspended = 1")
    case .core: ("deck_index.cards c", "c.is_core = 1")
    }
  }

  /// The cards of some numbers with the state of each; those that are gone meanwhile are left out.
  public func cardListings(
    numbered numbers: [Int], at moment: Moment
  ) throws(StoreError) -> [Int: CardListing] {
    try reading { db in
      let reader = try CardListingReader(self, at: moment, in: db)
      var listings: [Int: CardListing] = [:]
      for number in numbers {
        listings[number] = try reader.listing(where: "c.number = :value", number, in: db)
      }
      return listings
    }
  }

  /// A card with its state; nil if no deck has it now.
  public func cardListing(_ id: CardID, at moment: Moment) throws(StoreError) -> CardListing? {
    try reading { db in
      try CardListingReader(self, at: moment, in: db)
        .listing(where: "c.card = :value", id.description, in: db)
    }
  }
}
