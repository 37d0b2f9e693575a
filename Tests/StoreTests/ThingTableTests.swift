import Campaign
import GRDB
import Practice
import Scheduler
import Testing

@testable import Store

/// The fields of things beside the tables that migrations have made for them.
@Suite struct ThingTableTests {
  private let fixture = StoreFixture()

  @Test(arguments: Notebook.kinds.map { $0.table })
  func everyColumnIsAFieldThatFitsIt(_ table: String) throws {
    let kind = try #require(Notebook.kinds.first { $0.table == table })
    let made = try fixture.open().reading { db in
      try db.rows("PRAGMA main.table_info(\(table))") { row in
        Made(name: row[1], type: row[2], takesNull: row[3] == 0)
      }
    }
    #expect(made.contains { $0.name == "id" } == kind.isNumbered)
    let described = try Self.described(kind)
    #expect(Set(made.filter { $0.name != "id" }) == Set(described), "\(table)")
  }

  private struct Made: Hashable {
    var name: String
    var type: String
    var takesNull: Bool
  }

  /// What the fields say of the columns: one that is empty in a blank thing may be left out.
  private static func described<Thing: NotebookThing>(_: Thing.Type) throws -> [Made] {
    let times = PlausibleTimes(at: StoreFixture.noon(day: 0).time)
    return try Thing.columns.map { name, field in
      let value = try field.stored(of: Thing()) { _ in 1 }
      let isText = field.rule.complaint(on: .integer(1), times) == "is no text"
      return Made(name: name, type: isText ? "TEXT" : "INTEGER", takesNull: value == nil)
    }
  }

  @Test func everyFieldOfAFigureHasItsColumn() throws {
    let names = Story.Figure.columns.map(\.name)
    let columns = try columns(of: "story_figures")
    #expect(["story", "position"] + names == columns)
  }

  private func columns(of table: String) throws -> [String] {
    try fixture.open().reading { db in
      try db.rows("PRAGMA main.table_info(\(table))") { $0[1] }
    }
  }
}
