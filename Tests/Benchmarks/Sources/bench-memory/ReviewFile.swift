import Exchange
import Foundation
import Scheduler

/// The reviews of a CSV, card by card, each card's in order of time.
struct ReviewFile {
  let cards: [[Review]]

  init(_ path: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let rows = ReviewTable(bytes, latest: Timestamp(milliseconds: .max)) { _ in 0 }.rows.map {
      (card: $0.card, review: Review(time: $0.time, utcOffset: 0, grade: $0.grade))
    }
    cards = Dictionary(grouping: rows, by: \.card).sorted { $0.key < $1.key }
      .map { $0.value.map(\.review).sorted { $0.time < $1.time } }
  }

  var count: Int { cards.reduce(0) { $0 + $1.count } }
}
