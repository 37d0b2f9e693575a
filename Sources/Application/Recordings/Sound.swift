package import Decks
package import Files
package import Scheduler

/// Records and plays answers with the person's own programs, one at a time.
package final class Sound {
  private let surroundings: any Surroundings
  private let recordings: Recordings
  /// What the shell runs; empty where the person wants none.
  private let recorder: String
  private let player: String
  private var recording: (program: any SoundProgram, path: String)?
  private var playing: (any SoundProgram)?
  /// What was asked to end and had not ended yet.
  private var ending: [any SoundProgram] = []

  /// So long, in milliseconds, a recorder may take to complete its file while the person waits.
  private static let patience = 500

  package init(
    _ recordings: Recordings, recorder: String, player: String, in surroundings: any Surroundings
  ) {
    self.surroundings = surroundings
    self.recordings = recordings
    self.recorder = recorder
    self.player = player
  }

  deinit {
    stopPlaying()
    recording?.program.stop(within: Self.patience, deletes: false)
  }

  /// Begins to record an answer.
  ///
  /// - Returns: whether it is recorded; not where there is no recorder.
  package func record(_ card: CardID, at time: Timestamp) throws(Failure) -> Bool {
    stopPlaying()
    guard !recorder.isEmpty else { return false }
    _ = try stopRecording(isKept: true)
    let path = try recordings.path(for: card, at: time)
    recording = (try surroundings.start(recorder, on: path), path)
    return true
  }

  /// Rests while the person does, or goes on recording.
  package func holdRecording(_ isHeld: Bool) { recording?.program.hold(isHeld) }

  /// Whether no recorder is completing its file still.
  package var isSettled: Bool {
    forgetEnded()
    return ending.isEmpty
  }

  /// Ends the recording that is going on, and keeps or deletes it.
  ///
  /// - Returns: the name of its file; nil if there is none now.
  /// - Throws: ``Failure`` when the recorder has left nothing.
  package func stopRecording(isKept: Bool) throws(Failure) -> String? {
    guard case (var program, let path)? = recording else { return nil }
    recording = nil
    let hasEnded = end(&program, within: Self.patience, deletes: !isKept)
    guard isKept else {
      Disk.removeIfPossible(path)
      return nil
    }
    guard let status = FileStatus(path), status.size > 0 else {
      // It may still be completing its file.
      guard hasEnded else { return nil }
      throw Failure(
        .unavailable,
        "“\(recorder)” recorded nothing; set programs.recorder to one that does, or to nothing")
    }
    // Whatever the program has made of it.
    Disk.setMode(0o600, of: path)
    return path.split(separator: "/").last.map(String.init)
  }

  /// Whether there is a program that plays what was recorded.
  package var canPlay: Bool { !player.isEmpty }

  /// Plays the newest recording at a card, or falls silent where one is being played.
  ///
  /// - Returns: whether it plays now.
  package func play(_ card: CardID) throws(Failure) -> Bool {
    let wasPlaying = playing?.isRunning() ?? false
    stopPlaying()
    guard !wasPlaying else { return false }
    guard let newest = try recordings.all().first(where: { $0.card == card }) else {
      throw Failure(.noInput, "there is no recording of an answer to \(card)")
    }
    playing = try surroundings.start(player, on: newest.path)
    return true
  }

  /// Neither records nor plays while the trainer is stopped, or goes on with it.
  func hold(_ isHeld: Bool) {
    recording?.program.hold(isHeld)
    playing?.hold(isHeld)
  }

  package func stopPlaying() {
    guard var program = playing else { return }
    playing = nil
    _ = end(&program, within: 0)
  }

  /// Asks a program to end; true if it has.
  private func end(
    _ program: inout any SoundProgram, within milliseconds: Int, deletes: Bool = false
  )
    -> Bool
  {
    program.stop(within: milliseconds, deletes: deletes)
    forgetEnded()
    guard program.isRunning() else { return true }
    ending.append(program)
    return false
  }

  /// Takes note of those that have ended meanwhile, so that the system can forget them.
  private func forgetEnded() {
    ending = ending.filter {
      var program = $0
      return program.isRunning()
    }
  }
}
