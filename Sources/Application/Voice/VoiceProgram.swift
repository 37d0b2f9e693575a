import Exchange
import Files

/// One of the four programs of the person's own that record, play, write down and speak.
enum VoiceProgram: String, CaseIterable {
  case recorder, player, transcriber, speaker

  /// The setting that names it.
  var setting: String { "programs.\(rawValue)" }

  func command(in settings: Settings) -> String {
    switch self {
    case .recorder: settings.recorder
    case .player: settings.player
    case .transcriber: settings.transcriber
    case .speaker: settings.speaker
    }
  }

  /// What it is for.
  var purpose: String {
    switch self {
    case .recorder: "records what you say"
    case .player: "plays it"
    case .transcriber: "writes it down"
    case .speaker: "says the questions"
    }
  }

  /// Programs that do it, by their names, each with the line to set; the first that is there is the best.
  var known: [(name: String, line: String)] {
    switch self {
    case .recorder:
      [
        ("pw-record", "pw-record --rate 16000 --channels 1"),
        ("arecord", "arecord -q -f S16_LE -r 16000 -c 1"),
        ("rec", "rec -q -r 16000 -c 1 -b 16"),
        ("ffmpeg", "ffmpeg -loglevel quiet -f pulse -i default -ar 16000 -ac 1 -y"),
      ]
    case .player:
      [
        ("pw-play", "pw-play"), ("aplay", "aplay -q"), ("play", "play -q"), ("afplay", "afplay"),
        ("ffplay", "ffplay -nodisp -autoexit -loglevel quiet"),
      ]
    case .transcriber:
      [("whisper-cli", "whisper-cli -m \(Self.model) -ml 1 -sow -np -f")]
    case .speaker:
      [
        ("espeak-ng", "espeak-ng -s 150 --stdin"), ("spd-say", "spd-say -w -e"), ("say", "say"),
        ("espeak", "espeak -s 150 --stdin"),
      ]
    }
  }

  /// What stands in a line for the file of a model, which the person has to name.
  static let model = "MODEL"

  /// What to do where none is there.
  var advice: String {
    switch self {
    case .recorder: "install alsa-utils, pipewire or sox to get one"
    case .player: "install alsa-utils, pipewire or sox to get one"
    case .transcriber:
      "whisper.cpp has whisper-cli; any program that prints what a file says will do"
    case .speaker: "install espeak-ng to get one"
    }
  }

  /// The lines for the programs that are there.
  var found: [String] {
    known.filter { Environment.program($0.name) != nil }.map(\.line)
  }

  /// Why a command cannot be run; nil where it can, or where that cannot be told by its first word.
  static func fault(of command: String) -> String? {
    guard let word = command.split(separator: " ").first,
      word.allSatisfy({ $0.isLetter || $0.isNumber || "._+-/~".contains($0) }),
      !word.hasPrefix("~"), Environment.program(String(word)) == nil
    else { return nil }
    return word.contains("/")
      ? "there is no program \(word)" : "there is no \(word) in your PATH"
  }
}
