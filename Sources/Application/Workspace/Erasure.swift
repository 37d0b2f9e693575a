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
  ///   - number: which of those that are called so, from 1; nil where there is one.
  ///   - day: the first day whose answers stay, `2026-11-01`; nil where a thing is meant.
  ///   - surroundings: where it is done.
  /// - Throws: ``Failure`` if it is not told what is meant, ``StoreError``.
  package init(
    of name: String?, number: Int? = nil, answersBefore day: String?,
    in surroundings: any Surroundings
  ) throws {
    let workspace = try Workspace.forCommand(.truth, in: surroundings)
    self.workspace = workspace
    switch (name, day) {
    case (let name?, nil):
      workspace.noteDecksIfPossible()
      let found = try workspace.store.erasable(named: name)
      let titles = found.map { $0.title(by: workspace.clock) }
      guard let chosen = number.map({ $0 - 1 }) ?? (found.count == 1 ? 0 : nil),
        found.indices.contains(chosen)
      else {
        let list = titles.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ")
        throw Failure(
          .badData,
          found.isEmpty
            ? "nothing was ever called “\(name)”"
            : "“\(name)” can be: \(list); --number says which")
      }
      (target, words) = (found[chosen], titles[chosen])
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
    let writings = UnfinishedWritings(workspace)
    let texts = try workspace.store.texts(of: target)
    let erased = try workspace.store.erase(target, at: workspace.clock.now)
    writings.delete(of: target, with: texts)
    if case .answers(let end) = target {
      for recording in try workspace.recordings.all() where recording.time < end {
        try workspace.recordings.forgetWords(of: recording)
      }
    }
    _ = Glance.clear(in: workspace.places)
    // It is made of what there is, and is made anew.
    let left =
      erased.left
      + ["", "-journal", ".part"].map { workspace.places.store.deckIndex + $0 }
      .filter { !Disk.removeIfPossible($0) && Disk.has($0) }
    let what =
      switch target {
      case .thing:
        "\(words)\(erased.count > 1 ? (erased.count - 1).hangingOnIt + "," : "") is"
      case .answers, .answer:
        "the texts of \(erased.count.of("answer")) and \(erased.drafts.of("draft")) are"
      }
    Output.warn("\(what) erased, here and in \(erased.copies.of("safety copy", "safety copies"))")
    for copy in left { Output.warn("not in \(copy)") }
    for path in writings.left() {
      Output.warn("not in \(path), which you left unfinished: delete it if it is of that")
    }
    Output.warn(
      "not reached: what an editor has open, copies and archives that lie elsewhere, what a version control remembers, recordings (“starling recordings delete”)"
    )
    guard left.isEmpty else {
      throw Failure(.inputOutput, "some files could not be changed: they are named above")
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
  /// What it is called, with when it was deleted if it was.
  fileprivate func title(by clock: WallClock) -> String {
    guard case .thing(_, _, let title, let deleted) = self else { return "answers" }
    return deleted.map { "\(title), deleted \(clock.day(of: $0))" } ?? title
  }
}

extension WallClock {
  /// `2026-11-27 09:14`.
  func day(of time: Timestamp) -> String {
    let moment = moment(at: time)
    let minutes = (moment.time.milliseconds / 60_000 + Int64(moment.utcOffset / 60)) % 1440
    let (hour, minute) = (minutes / 60, minutes % 60)
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(moment.day(startHour: 0)) \(two(hour)):\(two(minute))"
  }
}
