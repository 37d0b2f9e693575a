import Files
import Practice
import Scheduler
import Store

/// Empties what was written, for good, after asking.
package struct Erasure {
  private let workspace: Workspace
  private let target: Store.Erasable
  /// What is asked about.
  private let words: String

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
        let words = found.map(\.title).joined(separator: ", ")
        throw Failure(
          .badData,
          found.isEmpty
            ? "nothing was ever called “\(name)”"
            : "more than one thing is called “\(name)”: \(words); rename one of them first")
      }
      (target, words) = (only, only.title)
    case (nil, let day?):
      guard let first = Day(day) else {
        throw Failure(.usage, "“\(day)” is no day; write it as 2026-11-01")
      }
      let schedule = workspace.store.schedule
      words = "all answers and drafts of before \(first)"
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
    guard try isSure || isWanted() else { return Output.warn("nothing was erased") }
    let erased = try workspace.store.erase(target, at: workspace.clock.now)
    _ = Glance.clear(in: workspace.places)
    // It is made of what there is, and is made anew.
    let left =
      erased.left
      + ["", "-journal", ".part"].map { workspace.places.store.deckIndex + $0 }
      .filter { !Disk.removeIfPossible($0) && Disk.has($0) }
    let what =
      switch target {
      case .thing(_, _, let title):
        "\(title)\(erased.count > 1 ? (erased.count - 1).hangingOnIt + "," : "") is"
      case .answers: "the texts of \(erased.count.of("answer")) and all drafts of before are"
      }
    Output.warn("\(what) erased, here and in \(erased.copies.of("safety copy", "safety copies"))")
    for copy in left { Output.warn("not in \(copy)") }
    for text in workspace.manuscripts.left().texts {
      Output.warn("not in \(text.path), which you left unfinished: delete it if it is of that")
    }
    Output.warn(
      "not reached: what an editor has open, copies and archives that lie elsewhere, what a version control remembers, recordings (“starling recordings delete”)"
    )
    guard left.isEmpty else {
      throw Failure(.inputOutput, "not everything of this home could be changed")
    }
  }

  private func isWanted() throws(Failure) -> Bool {
    guard StandardStreams.isInputTerminal else {
      throw Failure(.usage, "nobody can be asked here; --yes erases \(words); nothing was erased")
    }
    let key = StandardStreams.key {
      Output.warn("erase \(words)? It cannot be taken back; “y” erases, any other key does not.")
    }
    return key == UInt8(ascii: "y")
  }
}

extension Store.Erasable {
  fileprivate var title: String {
    if case .thing(_, _, let title) = self { title } else { "answers" }
  }
}
