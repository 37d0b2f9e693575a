import Application
import ArgumentParser
import Files

/// Under which prefix a command installs or looks for what was installed.
struct InstallationPlace: ParsableArguments {
  @Option(help: "The prefix (default: ~/.local).", completion: .directory)
  var prefix: String?

  func installation(on machine: Machine) throws(Failure) -> Installation {
    if let prefix { return Installation(prefix: Places.absolute(prefix)) }
    guard let home = try machine.environment()["HOME"], !home.isEmpty else {
      throw Failure(.unavailable, "HOME is not set; say where with --prefix")
    }
    return Installation(prefix: home + "/.local")
  }
}
