package import TUI

/// What the command line can do, for whoever looks for it in the trainer; made when it is asked for.
package struct CommandTable {
  package let list: () -> [ShellCommand]
  /// The help of a command, by its name.
  package let help: (String) -> String

  package init(
    list: @escaping () -> [ShellCommand] = { [] },
    help: @escaping (String) -> String = { _ in "" }
  ) {
    (self.list, self.help) = (list, help)
  }
}
