import Exchange
import Files
import Practice
import Screen
import Store

/// Has recordings written down while the person waits.
package struct WritingDown {
  private let workspace: Workspace

  package init(in surroundings: any Surroundings) throws {
    workspace = try Workspace.forCommand(in: surroundings, mayOnlyRead: false)
  }

  /// Has them written down, and says what came of each.
  ///
  /// - Parameter names: of which recordings; none means all that have no words yet.
  /// - Throws: ``Failure`` when there is no engine, or one of them could not be written down.
  package func run(_ names: [String]) throws {
    guard !workspace.settings.transcriber.isEmpty else {
      throw Failure(
        .unavailable,
        "“starling voice” sets what writes down: programs.transcriber is empty")
    }
    let ear = workspace.ear
    var failed = 0
    let recordings = try recordings(names)
    if recordings.isEmpty { return Output.warn("there is nothing to write down") }
    for recording in recordings {
      let answer = try workspace.store.answer(
        recordedAs: recording.fileName, at: recording.card, begun: recording.time)
      if answer?.attempt.hasWords == true {
        ear.release(recording.fileName)
        try Output.line("\(recording.name)  \(recording.card)  has its words already")
        continue
      }
      let debt = workspace.recordings.debt(of: recording)
      let marks = answer?.attempt.partMarks ?? debt?.marks ?? []
      guard
        try ear.listen(
          to: recording.fileName, marks: marks,
          duration: answer?.attempt.duration ?? debt?.duration)
      else {
        try Output.line(
          "\(recording.name)  \(recording.card)  is being written down by another Starling")
        continue
      }
      if try !writeDown(recording, by: ear) { failed += 1 }
    }
    guard failed == 0 else { throw Failure(.faults) }
  }

  private func recordings(_ names: [String]) throws -> [Recording] {
    guard names.isEmpty else {
      var chosen: [Recording] = []
      for name in names {
        chosen += try workspace.recordings.named(name).filter { !chosen.contains($0) }
      }
      return chosen.reversed()
    }
    return try workspace.recordings.all().reversed().filter { recording in
      let answer = try workspace.store.answer(
        recordedAs: recording.fileName, at: recording.card, begun: recording.time)
      // Of what is no answer the words were made a draft once.
      return answer.map { !$0.attempt.hasWords }
        ?? (workspace.recordings.debt(of: recording) != nil
          || workspace.recordings.words(of: recording) == nil)
    }
  }

  /// Waits for one, and says what came of it.
  ///
  /// - Returns: whether there are words.
  private func writeDown(_ recording: Recording, by ear: Ear) throws -> Bool {
    var heard: Ear.Heard?
    while heard == nil, ear.isAtWork {
      heard = ear.poll()
      if heard == nil { RunningProgram.wait(milliseconds: 20) }
    }
    guard let heard else { return false }
    let answer = try workspace.keep(heard, of: ear)
    switch answer.result {
    case .failed(let reason):
      Output.warn("\(recording.name): \(reason)")
      return false
    case .words(let texts, _):
      let isDraft = answer.kept == nil
      if isDraft {
        _ = try workspace.shelve(texts, of: recording.fileName, at: recording.card, from: ear)
      }
      let words = texts.reduce(0) { $0 + $1.wordCount }.of("word")
      try Output.line(
        "\(recording.name)  \(recording.card)  \(words) in \(answer.seconds) s\(isDraft ? ", as a draft" : "")"
      )
      return true
    }
  }
}
