import Application
import ArgumentParser
import Files

/// Under which prefix a command installs or looks for what was installed.
struct InstallationPlace: ParsableArguments {
  @Option(help: "The prefix (default: ~/.local).", completion: .directory)
  var prefix: String?

  func installation() throws(Failure) -> Installation { try Installation(prefix: prefix) }
}
