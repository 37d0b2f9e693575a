import Exchange
import Files
import Practice

extension Findings {
  /// Whether the programs of the person's own that record, play, write down and speak are there, and how
  /// much room recordings take; nothing where there are none.
  mutating func checkPrograms() throws {
    let set = VoiceProgram.allCases.map { ($0, $0.command(in: settings.settings)) }
      .filter { !$0.1.isEmpty }
    if !set.isEmpty {
      let faults = set.compactMap { program, command in
        VoiceProgram.fault(of: command).map {
          "\(program.setting) is “\(command)”, and \($0); “starling voice” sets another"
        }
      }
      note("programs", set.map { $0.0.rawValue }.joined(separator: ", "), faults)
    }
    let recordings = try Recordings(folder: places.recordings).all()
    guard !recordings.isEmpty else { return }
    let bytes = recordings.reduce(0) { $0 + $1.size }
    remark(
      "programs",
      "\(recordings.count.of("recording")) take \((bytes + (1 << 20) - 1) >> 20) MiB; those written down go after \(settings.settings.recordingDays) days (“recordings.keep”), “starling recordings delete” makes room at once"
    )
  }
}
