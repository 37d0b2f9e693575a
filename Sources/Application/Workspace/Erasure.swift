import Files
import Practice
import Scheduler
import Store

/// Empties what was written, for good, after asking.
package struct Erasure {
  private let workspace: Workspace
  private let target: Store.Erasable

  /// - Parameters:
  ///   - name: what a thing is called; nil where answers are meant.
  ///   - day: the first day whose answers stay, `2026-11-01`; nil where a thing is meant.
  ///   - surroundings: where it is done.
  /// - Throws: ``Failure`` if it is not told what is meant, ``StoreError``.
  package init(of name: String?, answersBefore day: String?, in surroundings: any Surroundings)
    throws
  {
    workspace = try Workspace.forCommand(.truth, in: surroundings)
    switch (name, day) {
    case (let name?, nil):
      let found = try workspace.store.erasable(named: name)
      guard let only = found.first, found.count == 1 else {
        let words = found.map(\.words).joined(separator: ", ")
        throw Failure(
          .badData,
          found.isEmpty
            ? "nothing was ever called “\(name)”"
            : "more than one thing is called “\(name)”: \(words); rename one of them first")
      }
      target = only
    case (nil, let day?):
      guard let first = Day(day) else {
        throw Failure(.usage, "“\(day)” is no day; write it as 2026-11-01")
      }
      let schedule = workspace.store.schedule
      target = .answers(
        before: first.start(
          utcOffset: workspace.clock.now.utcOffset, startHour: schedule.startHour))
    default:
      throw Failure(.usage, "name what is to be erased, or a day with --answers-before")
    }
  }

  /// Asks, unless it was said already, and erases.
  ///
  /// - Parameter isSure: whether nothing is to be asked.
  /// - Throws: ``Failure`` and ``StoreError``.
  package func run(isSure: Bool) throws {
    guard isSure || isWanted else { return Output.warn("nothing was erased") }
    let erased = try workspace.store.erase(target, at: workspace.clock.now)
    // It is made of what there is, and is made anew.
    for ending in ["", "-journal", ".part"] {
      Disk.removeIfPossible(workspace.places.store.deckIndex + ending)
    }
    let what =
      switch target {
      case .thing(_, _, let title):
        "\(title)\(erased.count > 1 ? ", with \((erased.count - 1).of("thing that hangs on it", "things that hang on it"))," : "") is"
      case .answers: "the texts of \(erased.count.of("answer")) and all drafts of before are"
      }
    Output.warn("\(what) erased, here and in \(erased.copies.of("safety copy", "safety copies"))")
    for copy in erased.left { Output.warn("not in \(copy)") }
    for text in workspace.manuscripts.everything() {
      Output.warn("not in \(text.path), which you left unfinished: delete it if it is of that")
    }
    Output.warn(
      "not reached: what an editor has open, copies and archives that lie elsewhere, what a version control remembers, recordings (“starling recordings delete”)"
    )
    guard erased.left.isEmpty else {
      throw Failure(.inputOutput, "not every safety copy could be changed")
    }
  }

  private var isWanted: Bool {
    guard StandardStreams.isInputTerminal else { return false }
    let key = StandardStreams.key {
      Output.message(
        "starling: erase \(target.words)? It cannot be taken back; “y” erases, any other key does not.\n"
      )
    }
    return key == UInt8(ascii: "y")
  }
}

extension Store.Erasable {
  fileprivate var words: String {
    switch self {
    case .thing(_, _, let title): title
    case .answers(let time):
      "all answers and drafts of before \(Day(containing: time, utcOffset: 0, startHour: 0))"
    }
  }
}
