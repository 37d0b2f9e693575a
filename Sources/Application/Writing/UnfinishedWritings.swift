import Scheduler
import Store

/// What was begun in an editor and never finished, as far as it is of what is erased.
struct UnfinishedWritings {
  private let manuscripts: Manuscripts

  init(_ workspace: Workspace) { manuscripts = workspace.manuscripts }

  /// Deletes those that are of what was erased: answers that were written last before the day, and whatever
  /// has in it what was written there.
  func delete(of target: Store.Erasable, with texts: [String]) {
    struct Other: Error {}
    for left in manuscripts.left().texts {
      do {
        try manuscripts.take(left.path) { text, written in
          let isOf =
            switch target {
            case .answers(let end):
              left.key.hasPrefix("answer-") && written / 1_000_000 < end.milliseconds
            case .answer: false
            case .thing: texts.contains { text.contains($0) }
            }
          guard isOf else { throw Other() }
        }
      } catch {
        // It is of something else, or cannot be read: it stays, and is named among those that are left.
      }
    }
  }

  /// The paths of those that are left.
  func left() -> [String] { manuscripts.left().texts.map(\.path) }
}
