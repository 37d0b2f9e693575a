import Campaign
import GRDB
import Records

/// What was written in forms of new things before these were kept.
///
/// Such a draft is under no thing's name, and one form has it after the other: it is found by what it says.
struct FormDrafts {
  /// What each thing was ever called, by its table.
  private var titles: [String: [String]] = [:]
  /// What was written of each and is long enough to be told by it.
  private var texts: [String: [String]] = [:]

  /// So many letters of a name that was not written to its end are enough.
  private static let leastOfName = 4

  /// Looks for the drafts of one thing, too.
  mutating func look(for table: String, titles: [String], texts: [String]) {
    self.titles[table, default: []] += titles
    self.texts[table, default: []] += texts
  }

  /// The ids of the drafts that are there and name one of the things.
  func cards(in db: Database) throws -> [String] {
    guard try db.tableExists("drafts") else { return [] }
    let rows: [(card: String, text: String)] = try db.rows(
      "SELECT card, text FROM main.drafts WHERE position > 0 AND card LIKE ?", [Self.pattern]
    ) { ($0[0], $0[1]) }
    let boxes = Dictionary(grouping: rows, by: \.card).mapValues { $0.map(\.text) }
    // Another may be under way in the same form: it is told by the whole name alone.
    return boxes.filter { card, boxes in
      titles(in: card).contains { boxes.contains(where: $0.isSameName) }
    }
    .keys.sorted()
  }

  /// The records of drafts that say something of one of the things, by their numbers; what is still under way
  /// in a form is none of them.
  func records(in db: Database) throws -> [(number: Int64, record: Records.Record)] {
    let rows: [(number: Int64, card: String, record: Records.Record)] = try db.rows(
      """
      SELECT number, thing, line, id FROM main.records
      WHERE kind = 'set' AND tbl = 'drafts' AND thing LIKE ?
      """, [Self.pattern]
    ) { ($0[0], $0[1], Records.Record($0[2], id: RecordID($0[3]))) }
    let underWay = Set(
      try db.rows("SELECT DISTINCT card FROM main.drafts WHERE card LIKE ?", [Self.pattern]) {
        $0[0] as String
      })
    let latest = Dictionary(rows.map { ($0.card, $0.number) }) { max($0, $1) }
    return rows.filter {
      isAbout($0.record, in: $0.card)
        && !(underWay.contains($0.card) && latest[$0.card] == $0.number)
    }.map { ($0.number, $0.record) }
  }

  private static let pattern = Notebook.newFormDrafts + "%"

  /// What is called so is named in forms of its own sort, and an employer in all.
  private func titles(in card: String) -> [String] {
    let employers = titles[Employer.table] ?? []
    guard let table = Notebook.table(ofNewForm: card), table != Employer.table else {
      return employers
    }
    return employers + (titles[table] ?? [])
  }

  private func isAbout(_ record: Records.Record, in card: String) -> Bool {
    guard case .set(let setting) = record.change else { return false }
    let boxes = (setting.value?.list ?? []).compactMap { box -> String? in
      let box = box.object ?? [:]
      return box["position"]?.integer == 0 ? nil : box["text"]?.text
    }
    let titles = titles(in: card)
    let texts = Notebook.table(ofNewForm: card).flatMap { self.texts[$0] } ?? []
    return boxes.contains { box in
      titles.contains { title in
        box.isSameName(as: title)
          || box.count >= Self.leastOfName && title.lowercased().hasPrefix(box.lowercased())
      } || box.count >= Store.leastTelling && texts.contains { $0.hasPrefix(box) }
    }
  }
}
