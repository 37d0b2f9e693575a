import Application
import ArgumentParser
package import Exchange
import Files
import Practice
import TUI
import Terminal

extension CursesTerminal: TrainerTerminal {
  package var isInTmux: Bool { Environment.value("TMUX")?.isEmpty == false }

  package func setColours(_ choice: ColourChoice) { setColours(choice.colours) }

  package func give(_ signal: TimeSignal) {
    switch signal {
    case .off: break
    case .sound: ring()
    case .flash: lightUp()
    }
  }
}

extension CursesTerminal {
  /// What is to be said of the terminal's type; nil if nothing is.
  fileprivate var warning: String? {
    guard let substitute, let type = TerminalType.current else { return nil }
    return TerminalDescription(
      name: type.name, drawnAs: substitute, isKin: type.isKinOfXterm
    ).warning
  }
}

extension TerminalType {
  /// The same, as a check looks at it.
  var description: TerminalDescription {
    TerminalDescription(name: name, drawnAs: drawnAs, isKin: isKinOfXterm)
  }
}

extension ColourChoice {
  /// The same, as the terminal knows it.
  fileprivate var colours: Colours {
    switch self {
    case .auto: .auto
    case .dark: .dark
    case .light: .light
    case .plain: .plain
    case .highContrast: .highContrast
    }
  }
}

extension CommandTable {
  /// All commands, each as its own help has it.
  static var all: CommandTable {
    CommandTable {
      Starling.configuration.subcommands.map {
        ShellCommand(
          name: $0._commandName,
          abstract: $0.configuration.abstract.split(separator: "\n").first.map(String.init) ?? "")
      }
    } help: { name in
      Starling.configuration.subcommands.first { $0._commandName == name }
        .map { Starling.helpMessage(for: $0, columns: 76) } ?? ""
    }
  }
}

extension Trainer {
  /// Runs the trainer in this terminal until the person leaves it.
  ///
  /// - Parameters:
  ///   - machine: the machine.
  ///   - opening: what it begins with.
  /// - Throws: what ends the trainer before the person does: no terminal, or no database.
  static func run(in machine: Machine, opening: Opening = .home) throws {
    // The terminal first, so that someone without one is told before anything is made.
    let places = try machine.places()
    let settings = SettingsFile.usable(in: places)
    try CursesTerminal.run(colours: settings.settings.colours.colours) { terminal in
      try run(
        Workspace(settings, in: places, machine), in: terminal, opening: opening,
        warning: terminal.warning, commands: .all)
    }
  }

  /// Has an import looked at in this terminal.
  ///
  /// - Returns: whether there is a terminal that can show it.
  static func look(at importing: ImportAtHand, in workspace: Workspace) throws -> Bool {
    do {
      try CursesTerminal.run(colours: workspace.settings.colours.colours) { terminal in
        try run(
          workspace, in: terminal, opening: .importing(importing), warning: terminal.warning,
          commands: .all)
      }
      return true
    } catch is TerminalError {
      return false
    }
  }
}
