/// What several homes have written of one thing, as sets: which wording is shown, and whether it is there.
///
/// A wording replaces those that its writer had before them, and a deletion those that were there then.
struct Wordings {
  struct Wording: Hashable {
    var text: String
    var time: Int64
  }

  private var all: Set<Wording> = []
  private var replaced: Set<Wording> = []
  private var deleted: Set<Wording> = []

  private var heads: Set<Wording> { all.subtracting(replaced) }

  /// The wordings of which one is shown; none where the thing is not there.
  var shown: Set<String> {
    guard !heads.subtracting(deleted).isEmpty, let last = heads.map(\.time).max() else { return [] }
    return Set(heads.filter { $0.time == last }.map(\.text))
  }

  mutating func write(_ text: String, at time: Int64) {
    replaced.formUnion(heads)
    all.insert(Wording(text: text, time: time))
  }

  mutating func delete() { deleted.formUnion(heads) }

  mutating func formUnion(_ other: Wordings) {
    all.formUnion(other.all)
    replaced.formUnion(other.replaced)
    deleted.formUnion(other.deleted)
  }
}
