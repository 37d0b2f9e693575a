package import Files

/// The person's own editor, for texts that are better written there.
package struct Editor {
  /// What the shell runs, with the file after it.
  private let command: String
  private let surroundings: any Surroundings

  /// - Parameters:
  ///   - setting: the command that the person wants; empty means `$VISUAL`, `$EDITOR` or `vi`.
  ///   - surroundings: where it is started.
  package init(_ setting: String, in surroundings: any Surroundings) {
    command =
      setting.isEmpty
      ? Self.variable("VISUAL") ?? Self.variable("EDITOR") ?? "vi" : setting
    self.surroundings = surroundings
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
