import Application
import ArgumentParser
import Campaign
import Exchange
import Files
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
    let known = notebook.employer(named: employer) ?? Employer(name: employer)
    let earlier = Set(notebook.requirements(of: employer).map(\.text))
    func keep(_ text: String) throws -> [String] {
      let lines = Requirement.lines(of: text).filter { !earlier.contains($0) }
      var changed = known
      changed.advert = text
      try workspace.store.keep(
        [Item(changed)] + lines.map { Item(Requirement(employer: known.name, text: $0)) })
      return lines
    }
    let lines =
      try from.map { try keep(Self.advert(in: $0)) }
      ?? workspace.textEditing(
        "advert \(known.name)", asRead: known.advert, name: "advert.txt"
      )
      .edited(known.advert, opening: { try workspace.editor.open($0) }, keeping: keep)
    Output.warn(
      "\(lines.count.of("line")) of the advert of \(known.name): mark what shows each with “starling advert edit”"
    )
  }

  private static func advert(in path: String) throws(Failure) -> String {
    let bytes = try FileBytes.named(path, limit: 1 << 20)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.badData, "\(path) is not UTF-8; nothing was changed")
    }
    return text
  }
}
