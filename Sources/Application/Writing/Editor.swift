package import Files

/// The person's own editor, for texts that are better written there.
package struct Editor {
  /// What the person has set; empty for nothing.
  private let setting: String
  private let surroundings: any Surroundings

  /// - Parameters:
  ///   - setting: the command that the person wants; empty means what ``command`` finds.
  ///   - surroundings: where it is started.
  package init(_ setting: String, in surroundings: any Surroundings) {
    self.setting = setting
    self.surroundings = surroundings
  }

  /// What the shell runs, with the file after it: what is set, `$VISUAL` or `$EDITOR`, what git would
  /// open, or the first there is of `editor`, `nano` and `vi`.
  private var command: String {
    if !setting.isEmpty { return setting }
    if let named = Self.variable("VISUAL") ?? Self.variable("EDITOR") { return named }
    let others = [ProgramOutput.firstLine(of: "git var GIT_EDITOR 2>/dev/null"), "editor", "nano"]
    return others.compactMap(\.self).first { Environment.program(Self.program(of: $0)) != nil }
      ?? "vi"
  }

  /// How one keeps what is written in it and leaves it, in a line.
  package var leaving: String {
    let program = Self.program(of: command)
    // “editor” is a link to one of them.
    let path = Environment.program(program).flatMap { Disk.realPath($0) } ?? program
    let name = path.split(separator: "/").last ?? ""
    return switch true {
    case name.hasPrefix("vi"), name.hasPrefix("nvim"):
      "i writes; Esc, then :wq and Enter keeps this, :q! and Enter throws it away"
    case name.hasPrefix("nano"), name.hasPrefix("pico"):
      "Ctrl-O and Enter keeps this, Ctrl-X leaves"
    case name.hasPrefix("emacs"): "Ctrl-X Ctrl-S keeps this, Ctrl-X Ctrl-C leaves"
    case name.hasPrefix("micro"): "Ctrl-S keeps this, Ctrl-Q leaves"
    default: "save the file to keep this, and close the editor to go on"
    }
  }

  private static func program(of command: String) -> String {
    command.split(separator: " ").first.map(String.init) ?? ""
  }

  /// Opens a file in the editor, and waits.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - line: the line to begin at, for editors known to take one.
  /// - Throws: ``Failure`` when there is no terminal or no editor, or it fails.
  package func open(_ path: String, line: Int? = nil) throws(Failure) {
    try surroundings.edit(path, line: line, with: command)
  }

  /// Says what is wrong, and waits for a key, so that an editor that cannot mend a form is not started
  /// for ever.
  ///
  /// - Returns: whether to open the form again.
  func opensAgain(after problem: String) -> Bool {
    surroundings.isConfirmed(
      "\(problem)\nEnter opens the form again,\nany other key keeps it for later.")
  }

  private static func variable(_ name: String) -> String? {
    Environment.value(name).flatMap { $0.isEmpty ? nil : $0 }
  }
}
