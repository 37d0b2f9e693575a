import Exchange
import Files
import Practice

/// Tries the person's four programs, one after the other.
struct VoiceCheck {
  /// What came of one.
  struct Finding: Equatable {
    enum State: String { case works, fails, unset = "not set" }

    var program: VoiceProgram
    var command: String
    var state: State
    /// What was seen, and what to do about it where it fails.
    var words: String
  }

  private let settings: Settings
  private let surroundings: any Surroundings
  private let folder: TemporaryFolder

  /// Milliseconds that are recorded.
  private static let recorded = 3000
  /// Milliseconds that a recorder may take to complete its file, and that a sound of so few seconds and
  /// a sentence may take.
  private static let completing = 2500
  private static let patience = 20_000
  /// What the speaker says.
  private static let sentence = "This is Starling. Tell me about a time when you learned something."

  init(_ settings: Settings, in surroundings: any Surroundings) throws(Failure) {
    (self.settings, self.surroundings) = (settings, surroundings)
    folder = try TemporaryFolder()
  }

  func clear() { folder.remove() }

  private var path: String { "\(folder.path)/starling.wav" }

  /// Tries one; what was recorded before is what is played and written down.
  func run(_ program: VoiceProgram) -> Finding {
    let command = program.command(in: settings)
    guard !command.isEmpty else {
      return Finding(
        program: program, command: "", state: .unset, words: "nothing \(program.purpose)")
    }
    do throws(Failure) {
      if let fault = VoiceProgram.fault(of: command) {
        throw Failure(.unavailable, "\(fault); \(program.advice)")
      }
      let words =
        switch program {
        case .recorder: try record(command)
        case .player: try play(command)
        case .transcriber: try write(command)
        case .speaker: try speak(command)
        }
      return Finding(program: program, command: command, state: .works, words: words)
    } catch {
      return Finding(
        program: program, command: command, state: .fails, words: error.message ?? "it failed")
    }
  }

  private func record(_ command: String) throws(Failure) -> String {
    var recorder = try surroundings.start(command, on: path)
    var waited = 0
    while waited < Self.recorded, recorder.isRunning() {
      RunningProgram.wait(milliseconds: 50)
      waited += 50
    }
    let hasEndedEarly = !recorder.isRunning()
    recorder.stop(within: Self.completing, deletes: false)
    guard let status = FileStatus(path), status.size > 0 else {
      let end = recorder.status.map { " and ended with \($0)" } ?? ""
      throw Failure(
        .unavailable,
        "it recorded nothing\(hasEndedEarly ? end : ""); try “\(command) test.wav” in your shell")
    }
    guard let sound = measured else { return "recorded \(status.size) bytes of a form of its own" }
    guard !sound.isSilent else {
      throw Failure(
        .unavailable,
        "it recorded \(Self.seconds(sound.duration)) of silence: is the microphone muted, or another one meant?"
      )
    }
    return "recorded \(Self.seconds(sound.duration)) of sound"
  }

  private var measured: SoundMeasure? {
    (try? FileBytes.read(path, limit: 64 << 20)).flatMap { SoundMeasure(wav: $0) }
  }

  /// What is played and written down where nothing was recorded.
  private func makeSound() throws(Failure) {
    guard !Disk.has(path) else { return }
    try FileReplacement(path).write(TestTone.wav)
  }

  private func play(_ command: String) throws(Failure) -> String {
    try makeSound()
    try wait(for: surroundings.start(command, on: path), "play")
    return "played it to its end"
  }

  private func speak(_ command: String) throws(Failure) -> String {
    try wait(
      for: surroundings.say(
        Self.sentence + "\n", with: command.replacing("{voice}", with: "1")), "speak")
    return "said a sentence"
  }

  private func wait(for started: any SoundProgram, _ verb: String) throws(Failure) {
    var program = started
    defer { program.stop(within: 0, deletes: false) }
    var waited = 0
    while program.isRunning() {
      guard waited < Self.patience else {
        throw Failure(
          .unavailable, "it did not end within \(Self.patience / 1000) s, and was ended")
      }
      RunningProgram.wait(milliseconds: 20)
      waited += 20
    }
    if let status = program.status, status != 0 {
      throw Failure(.unavailable, "it ended with \(status) and did not \(verb)")
    }
  }

  private func write(_ command: String) throws(Failure) -> String {
    try makeSound()
    let begun = surroundings.seconds
    var engine = try surroundings.listen(command, to: path)
    defer { engine.stop(within: 0, deletes: false) }
    var printed: [UInt8] = []
    while engine.isRunning(), printed.count <= Transcript.mostBytes {
      printed += engine.read(atMost: Transcript.mostBytes + 1)
      guard surroundings.seconds - begun < Ear.patience else {
        throw Failure(
          .unavailable, "it took more than \(Int(Ear.patience / 60)) minutes, and was ended")
      }
      RunningProgram.wait(milliseconds: 20)
    }
    printed += engine.read(atMost: Transcript.mostBytes + 1)
    if let status = engine.status, status != 0 {
      throw Failure(.unavailable, "it ended with \(status) and wrote nothing down")
    }
    let seconds = Int((surroundings.seconds - begun).rounded())
    do throws(Transcript.Refusal) {
      let transcript = try Transcript(printed: printed)
      let times = transcript.hasTimes ? "with times" : "without times, so parts stay together"
      let words = transcript.words.prefix(12).text
      return "heard “\(words)” in \(seconds) s, \(times)"
    } catch {
      switch error {
      case .nothingSaid: return "ran \(seconds) s and heard no words, as it may where nobody spoke"
      case .noText: throw Failure(.unavailable, "what it printed is no text")
      case .tooMuch: throw Failure(.unavailable, "it printed more than anybody says")
      }
    }
  }

  private static func seconds(_ milliseconds: Int) -> String {
    "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
  }
}

/// A second of a quiet tone, for players and engines to be tried on.
enum TestTone {
  static let wav: [UInt8] = {
    let rate = 16_000
    func bytes(_ number: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    // A triangle of 400 Hz: 40 samples up and down.
    let samples = (0..<rate).flatMap { place -> [UInt8] in
      let step = place % 40
      return bytes((step < 20 ? step - 10 : 30 - step) * 150, 2)
    }
    return Array("RIFF".utf8) + bytes(36 + samples.count, 4) + Array("WAVEfmt ".utf8) + bytes(16, 4)
      + bytes(1, 2) + bytes(1, 2) + bytes(rate, 4) + bytes(rate * 2, 4) + bytes(2, 2) + bytes(16, 2)
      + Array("data".utf8) + bytes(samples.count, 4) + samples
  }()
}
