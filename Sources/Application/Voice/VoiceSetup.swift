import Exchange
package import Files
import Practice
import Screen

/// Sets the four programs up that record, play, write down and speak, and tries them.
package struct VoiceSetup {
  private let surroundings: any Surroundings
  private let path: String

  package init(in surroundings: any Surroundings) throws(Failure) {
    self.surroundings = surroundings
    path = try surroundings.places().settings
  }

  private var settings: Settings {
    get throws(Failure) { try surroundings.settings() }
  }

  // MARK: - Trying

  /// Tries what is set, and says what was seen.
  ///
  /// - Parameter json: whether it is said as JSON.
  /// - Throws: ``Failure`` when something that is set does not work.
  package func check(asJSON json: Bool) throws {
    let check = try VoiceCheck(settings, in: surroundings)
    defer { check.clear() }
    var findings: [VoiceCheck.Finding] = []
    for program in VoiceProgram.allCases {
      let finding = check.run(program)
      findings.append(finding)
      if !json { try say(finding) }
    }
    if json {
      try Output.json(
        .array(
          findings.map { finding in
            .object([
              "program": .string(finding.program.rawValue), "command": .string(finding.command),
              "state": .string(finding.state.rawValue.replacing(" ", with: "_")),
              "detail": .string(finding.words),
            ])
          }))
    }
    if findings.contains(where: { $0.state == .fails }) { throw Failure(.faults) }
  }

  /// Says something to whoever sits there, in lines that a window shows.
  private func say(_ text: String) throws {
    for line in text.wrapped(to: 78) { try Output.line(String(line)) }
  }

  private func say(_ finding: VoiceCheck.Finding) throws {
    let words = finding.state == .unset ? "" : ": \(finding.words)"
    try Output.line(
      "\(finding.program.rawValue.padded(to: 12))\(finding.state.rawValue)\(words)")
  }

  // MARK: - Setting up

  /// Asks for each of the four, tries it and writes the settings.
  ///
  /// - Parameter readLine: what the person answers; nil when there is no more.
  /// - Throws: ``Failure`` when nobody can be asked, or the settings cannot be written.
  package func run(readLine: () -> String?) throws {
    try say(
      "Starling hears and speaks by programs of your own; nothing leaves this machine.")
    try say(
      "Enter keeps what is set, a number takes that line, “-” sets nothing, or type a line of your own."
    )
    for program in VoiceProgram.allCases {
      guard try ask(for: program, readLine) else { return }
    }
    try Output.line("\nNow they are tried: say something for three seconds when you see this.")
    try check(asJSON: false)
  }

  /// Asks for one of them.
  ///
  /// - Returns: whether to go on.
  private func ask(for program: VoiceProgram, _ readLine: () -> String?) throws -> Bool {
    let now = program.command(in: try settings)
    let found = program.found
    try Output.line("\n\(program.rawValue), which \(program.purpose)")
    try Output.line("  set: \(now.isEmpty ? "nothing" : now)")
    for (index, line) in found.enumerated() { try Output.line("  \(index + 1) \(line)") }
    if found.isEmpty {
      try say("none that Starling knows is in your PATH; \(program.advice)")
    }
    guard let answer = readLine() else { return false }
    let typed = answer.trimmed
    guard !typed.isEmpty else { return true }
    var line = Int(typed).flatMap { found.indices.contains($0 - 1) ? found[$0 - 1] : nil } ?? typed
    if typed == "-" { line = "" }
    if line.contains(VoiceProgram.model) {
      try Output.line("The file of its model, such as ggml-base.en.bin:")
      guard let model = readLine()?.trimmed, !model.isEmpty else {
        try Output.line("Nothing is changed.")
        return true
      }
      line = line.replacing(VoiceProgram.model, with: Self.quoted(model))
    }
    try SettingsFile(path).set(SettingKey.known(program.setting), to: line)
    try Output.line(line.isEmpty ? "Set to nothing." : "Set.")
    return true
  }

  /// A path as a word of a shell.
  private static func quoted(_ path: String) -> String {
    path.allSatisfy { $0.isLetter || $0.isNumber || "._+-/~".contains($0) }
      ? path : path.shellWord
  }
}
