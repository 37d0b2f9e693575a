/// What several homes have written of one thing, as sets: which wording is shown, and whether it is there.
///
/// A wording replaces those that its writer had before them, and a deletion those that were there then.
struct Wordings {
  struct Wording: Hashable {
    var text: String
    var time: Int64
  }

  private struct Deletion: Hashable {
    var time: Int64
    var of: Set<Wording>
  }

  private var all: Set<Wording> = []
  private var replaced: Set<Wording> = []
  private var deletions: Set<Deletion> = []
  private var takenBack: Set<Deletion> = []

  private var heads: Set<Wording> { all.subtracting(replaced) }

  private var dead: Set<Wording> {
    deletions.subtracting(takenBack).reduce(into: []) { $0.formUnion($1.of) }
  }

  /// The wordings of which one is shown; none where the thing is not there.
  var shown: Set<String> {
    guard !heads.subtracting(dead).isEmpty, let last = heads.map(\.time).max() else { return [] }
    return Set(heads.filter { $0.time == last }.map(\.text))
  }

  mutating func write(_ text: String, at time: Int64) {
    replaced.formUnion(heads)
    all.insert(Wording(text: text, time: time))
  }

  mutating func delete(at time: Int64) { deletions.insert(Deletion(time: time, of: heads)) }

  /// Takes back that it was deleted.
  mutating func bringBack() {
    takenBack.formUnion(deletions.filter { !$0.of.isDisjoint(with: heads) })
  }

  mutating func formUnion(_ other: Wordings) {
    all.formUnion(other.all)
    replaced.formUnion(other.replaced)
    deletions.formUnion(other.deletions)
    takenBack.formUnion(other.takenBack)
  }
}
