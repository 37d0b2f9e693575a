import ArgumentParser
import Campaign
import Exchange
import Practice
import Store

/// Takes in an advert and makes a requirement of each of its lines.
struct AdvertPaste: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paste", abstract: "Paste an advert; each line of it becomes a requirement.",
    discussion: """
      Your editor opens for the text, unless --from names a file. Delete the lines that are no \
      requirements afterwards, and mark the others with “advert edit”.
      """)

  @Argument(help: "The employer.")
  var employer: String

  @Option(help: "Read the advert from this file; - is standard input.", completion: .file())
  var from: String?

  func run() throws {
    let workspace = try Workspace.forCommand(.truth)
    let notebook = try workspace.store.notebook()
    var known = notebook.employer(named: employer) ?? Employer(name: employer)
    let text = try advert(before: known.advert, workspace)
    let earlier = Set(notebook.requirements(of: employer).map(\.text))
    let lines = Requirement.lines(of: text).filter { !earlier.contains($0) }
    known.advert = text
    _ = try workspace.store.keep(
      [.employer(known)]
        + lines.map { .requirement(Requirement(employer: known.name, text: $0)) })
    Output.warn(
      "\(lines.count.of("line")) of the advert of \(known.name): mark what shows each with “starling advert edit”"
    )
  }

  private func advert(before: String, _ workspace: Workspace) throws -> String {
    guard let from else { return try workspace.editor.edit(before, name: "advert.txt") }
    return String(decoding: try FileBytes.named(from, limit: 1 << 20), as: UTF8.self)
  }
}
