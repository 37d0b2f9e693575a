import Foundation
import PackagePlugin

/// Compiles the decks in the package's folder `Decks` into the target that uses the plugin.
@main
struct EmbedDecks: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    // A listing does not follow a symbolic link, so it is followed here.
    let decks = context.package.directoryURL.appending(path: "Decks").resolvingSymlinksInPath()
    let files =
      try yaml(in: decks.appending(path: "data")) + yaml(in: decks)
      + yaml(in: decks.appending(path: "packs"))
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedDecks.swift")
    return [
      .buildCommand(
        displayName: "Checking and embedding \(files.count) files of Decks",
        executable: try context.tool(named: "embed-decks").url,
        arguments: [output.path] + files.map(\.path),
        inputFiles: files,
        outputFiles: [output])
    ]
  }

  /// The YAML files of a folder, sorted by name.
  private func yaml(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "yaml" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}
