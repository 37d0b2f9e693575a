import Application
import ArgumentParser
import Campaign
import Decks
import Exchange
import Files
import Practice
import Scheduler
import Store

/// Writes everything out, in a form that other programs read.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write everything out for other programs or for reading.",
    discussion: """
      json is everything, for “starling import”; csv the reviews, in the layout of the FSRS tools; \
      anki the cards, as text that Anki imports; markdown the decks, stories and answers to read.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json, csv, anki, markdown
  }

  @Option(help: "What to write.")
  var format = Format.json

  @Argument(help: "The file to make; - for standard output.", completion: .file())
  var path: String

  func run() throws {
    let isOfCards = format == .anki || format == .markdown
    let workspace = try Workspace.forCommand(isOfCards ? .decks : .truth)
    let archive = format == .json ? try workspace.archive() : nil
    let bytes =
      switch format {
      case .json: archive?.json ?? []
      case .csv: Array(ReviewTable.text(try workspace.store.reviewRows()).utf8)
      case .anki: Array(AnkiText.text(try workspace.allDecks()).utf8)
      case .markdown: Array(try workspace.readingCopy().markdown.utf8)
      }
    // JSON's first line has nothing of its own.
    let lines = format == .json ? 2 : 1
    let opening = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: lines).prefix(lines)
      .reduce(0) { $0 + $1.count + 1 }
    try workspace.export(bytes, to: path, opening: opening)
    if let archive { try workspace.tellDoubts(about: archive) }
  }
}
