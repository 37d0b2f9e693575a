import Exchange
import Files
import Store

/// Everything, in a form that other programs or people read.
package struct Export {
  /// For “starling import”, the FSRS tools, Anki, and reading.
  package enum Format: String, CaseIterable, Sendable {
    case json, csv, anki, markdown
  }

  private let format: Format

  package init(_ format: Format) { self.format = format }

  /// Writes it into a file, `-` for standard output.
  ///
  /// - Throws: ``Failure`` and ``StoreError``.
  package func write(to path: String, in surroundings: any Surroundings) throws {
    let isOfCards = format == .anki || format == .markdown
    let workspace = try Workspace.forCommand(isOfCards ? .decks : .truth, in: surroundings)
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
