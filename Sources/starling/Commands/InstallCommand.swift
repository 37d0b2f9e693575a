import Application
import ArgumentParser
import Files

/// Puts the running program where it is found.
struct InstallCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Put this program, its manual page and shell completions under a prefix.",
    discussion: "Doing it again brings all of them up to date. Prints the paths.")

  @OptionGroup var place: InstallationPlace

  @Option(
    help: "Make a Debian package of this name instead.", completion: .file(extensions: ["deb"]))
  var deb: String?

  func run(in machine: Machine) throws {
    if let deb { return try DebianPackage.write(to: deb) }
    let installation = try place.installation(on: machine)
    for path in try installation.install() { try Output.path(path) }
    let folder = installation.prefix + "/bin"
    let search = Environment.value("PATH") ?? ""
    if !search.split(separator: ":").contains(where: { $0 == folder }) {
      Output.warn("\(folder) is not in your PATH; add it to start Starling by its name")
    }
    Output.warn(
      "“starling uninstall” takes it away again; for completion in zsh, have .zshrc say\n"
        + "fpath=(\(installation.prefix)/share/zsh/site-functions $fpath) before compinit")
  }
}
