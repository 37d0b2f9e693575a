import Decks
package import Files
package import Practice
import Scheduler

/// Has recordings written down by the person's own engine, one after the other, beside all else.
///
/// Each that is to be written down is owed on disk until its words are kept, so that neither leaving nor
/// a crash loses any; another Starling leaves alone what this one is at.
package final class Ear {
  /// What came of one recording.
  package struct Heard {
    package var recording: Recording
    /// Its words, or why there are none.
    package var words: Result<HeardFile, Failure>
    package var seconds: Int
  }

  private struct Job {
    var recording: Recording
    var debt: Recordings.Debt
    /// Keeps others from it.
    var hold: HeldFile
  }

  private struct Run {
    var job: Job
    var program: any ListeningProgram
    var begun: Double
    var printed: [UInt8] = []
    /// When it was held; nil while it runs.
    var held: Double?
  }

  private let surroundings: any Surroundings
  private let recordings: Recordings
  /// What the shell runs; empty where the person wants none.
  package var command: String
  private var waiting: [Job] = []
  private var run: Run?
  /// Those that are written down and not kept yet.
  private var holds: [String: HeldFile] = [:]

  /// Seconds after which an engine is taken for one that hangs.
  package static let patience = 300.0

  package init(_ recordings: Recordings, command: String, in surroundings: any Surroundings) {
    (self.recordings, self.command, self.surroundings) = (recordings, command, surroundings)
  }

  deinit { run?.program.stop(within: 0, deletes: false) }

  /// Whether an engine runs or is to run: then ``poll(mayStart:)`` is to be asked from time to time.
  package var isAtWork: Bool { run != nil || !waiting.isEmpty }

  /// Has a recording written down, if the person wants that.
  ///
  /// - Parameters:
  ///   - name: the name of its file.
  ///   - marks: where its parts begin.
  ///   - duration: milliseconds of the answer.
  /// - Returns: whether it is written down.
  /// - Throws: ``Failure`` when it cannot be noted that it is owed.
  package func listen(to name: String, marks: [PartMark], duration: Int?) throws(Failure) -> Bool {
    guard !command.isEmpty, let recording = recordings.recording(named: name) else { return false }
    let debt = Recordings.Debt(marks: marks, duration: duration)
    try recordings.owe(debt, of: recording)
    return take(recording, debt)
  }

  /// Takes up what is owed of earlier times and is at nobody's hands.
  package func takeUp() throws(Failure) {
    guard !command.isEmpty else { return }
    for recording in try recordings.owed() {
      _ = take(recording, recordings.debt(of: recording) ?? Recordings.Debt())
    }
  }

  private func take(_ recording: Recording, _ debt: Recordings.Debt) -> Bool {
    guard !waiting.contains(where: { $0.recording == recording }),
      run?.job.recording.path != recording.path, holds[recording.path] == nil,
      let hold = HeldFile.alone(recordings.debtPath(of: recording))
    else { return false }
    waiting.append(Job(recording: recording, debt: debt, hold: hold))
    return true
  }

  /// Sees how far the engine is, and starts the next.
  ///
  /// - Parameter mayStart: whether nothing is being recorded into the file still.
  /// - Returns: what came of a recording; nil if nothing did meanwhile.
  package func poll(mayStart: Bool = true) -> Heard? {
    guard var current = run else {
      guard mayStart, !waiting.isEmpty else { return nil }
      return start(waiting.removeFirst())
    }
    guard current.held == nil else { return nil }
    let limit = Transcript.mostBytes + 1
    current.printed += current.program.read(atMost: limit - current.printed.count)
    let isRunning = current.program.isRunning()
    // What it printed last came after it was asked.
    if !isRunning { current.printed += current.program.read(atMost: limit - current.printed.count) }
    run = current
    let seconds = surroundings.seconds - current.begun
    let isTooMuch = current.printed.count > Transcript.mostBytes
    guard !isRunning || isTooMuch || seconds > Self.patience else { return nil }
    run = nil
    current.program.stop(within: 0, deletes: false)
    let end: Result<[UInt8], Failure> =
      if isTooMuch {
        .failure(failure("printed more than \(Transcript.mostBytes >> 20) MiB, and was ended"))
      } else if isRunning {
        .failure(failure("took more than \(Int(Self.patience / 60)) minutes, and was ended"))
      } else if let status = current.program.status, status != 0 {
        .failure(failure("ended with \(status) and wrote nothing down"))
      } else {
        .success(current.printed)
      }
    return finish(current.job, end, seconds: Int(seconds.rounded()))
  }

  private func start(_ job: Job) -> Heard? {
    // It was released meanwhile, or deleted.
    guard Disk.has(recordings.debtPath(of: job.recording)), Disk.has(job.recording.path) else {
      return nil
    }
    // It was written down before and could not be kept.
    if var words = recordings.words(of: job.recording) {
      words.duration = words.duration ?? job.debt.duration
      holds[job.recording.path] = job.hold
      return Heard(recording: job.recording, words: .success(words), seconds: 0)
    }
    do throws(Failure) {
      run = Run(
        job: job, program: try surroundings.listen(command, to: job.recording.path),
        begun: surroundings.seconds)
      return nil
    } catch {
      return finish(job, .failure(error), seconds: 0)
    }
  }

  private func finish(_ job: Job, _ printed: Result<[UInt8], Failure>, seconds: Int) -> Heard {
    var words: Result<HeardFile, Failure>
    do throws(Failure) {
      let heard = try heard(printed.get(), of: job)
      try recordings.keep(heard, of: job.recording)
      words = .success(heard)
      holds[job.recording.path] = job.hold
    } catch {
      words = .failure(error)
      // What was said is that it failed: who wants it again says so.
      Disk.removeIfPossible(recordings.debtPath(of: job.recording))
    }
    return Heard(recording: job.recording, words: words, seconds: seconds)
  }

  private func heard(_ printed: [UInt8], of job: Job) throws(Failure) -> HeardFile {
    let transcript: Transcript
    do throws(Transcript.Refusal) {
      transcript = try Transcript(printed: printed)
    } catch {
      switch error {
      case .nothingSaid: throw failure("heard no words")
      case .noText: throw failure("printed no text")
      case .tooMuch: throw failure("printed more words than anybody says")
      }
    }
    let sound =
      (try? FileBytes.read(job.recording.path, limit: Self.mostSound)).flatMap {
        SoundMeasure(wav: $0)
      }
    return HeardFile(
      Speech(transcript, pauses: sound?.pauses, marks: job.debt.marks),
      duration: job.debt.duration ?? sound?.duration)
  }

  /// The largest recording of which pauses are looked for: half an hour of a compact disc's quality.
  private static let mostSound = 400 << 20

  private func failure(_ words: String) -> Failure {
    Failure(.unavailable, "“\(command)” \(words)")
  }

  // MARK: - What becomes of it

  /// The words of a recording are kept, or nobody wants them: they are not owed any more.
  package func release(_ name: String) {
    waiting.removeAll { $0.recording.fileName == name }
    if var current = run, current.job.recording.fileName == name {
      run = nil
      current.program.stop(within: 0, deletes: false)
    }
    guard let recording = Recording(fileName: name, in: recordings.folder) else { return }
    holds[recording.path] = nil
    Disk.removeIfPossible(recordings.debtPath(of: recording))
  }

  /// Rests while the trainer is stopped, or goes on with it.
  package func hold(_ isHeld: Bool) {
    guard let current = run else { return }
    current.program.hold(isHeld)
    if isHeld {
      run?.held = surroundings.seconds
    } else if let held = current.held {
      // The time in which it was held is not its own.
      run?.begun += surroundings.seconds - held
      run?.held = nil
    }
  }
}
