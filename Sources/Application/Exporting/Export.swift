import Exchange
import Files
import Store

/// Everything, in a form that other programs or people read.
package struct Export {
  /// For “starling import”, the FSRS tools, Anki, and reading.
  package enum Format: String, CaseIterable, Sendable {
    case json, csv, anki, apkg, markdown, booklet
  }

  private let format: Format
  private let hasSettings: Bool
  private let decks: [String]
  private let hasSchedule: Bool
  private let isForFriend: Bool

  /// - Parameters:
  ///   - format: which.
  ///   - hasSettings: whether an archive has the settings file in it.
  ///   - decks: the decks whose cards go to Anki, or whose answers into a booklet, by id; none for all.
  ///   - hasSchedule: whether answers and dates go along in a package.
  ///   - isForFriend: whether a booklet is for somebody else.
  package init(
    _ format: Format, hasSettings: Bool = true, decks: [String] = [], hasSchedule: Bool = true,
    isForFriend: Bool = false
  ) {
    (self.format, self.hasSettings) = (format, hasSettings)
    (self.decks, self.hasSchedule) = (decks, hasSchedule)
    self.isForFriend = isForFriend
  }

  /// Writes it into a file, `-` for standard output.
  ///
  /// - Throws: ``Failure`` and ``StoreError``.
  package func write(to path: String, in surroundings: any Surroundings) throws {
    let isOfCards = [.anki, .apkg, .markdown, .booklet].contains(format)
    let workspace = try Workspace.forCommand(isOfCards ? .decks : .truth, in: surroundings)
    if format == .apkg {
      return try AnkiExport(workspace: workspace, decks: decks, hasSchedule: hasSchedule)
        .write(to: path)
    }
    if format == .booklet {
      return try BookletExport(workspace: workspace, decks: decks, isForFriend: isForFriend).write(
        to: path)
    }
    let archive = format == .json ? try workspace.archive(hasSettings: hasSettings) : nil
    let bytes: [UInt8] =
      switch format {
      case .json: archive?.json ?? []
      case .csv: Array(ReviewTable.text(try workspace.store.reviewRows()).utf8)
      case .anki: Array(AnkiText.text(try workspace.decks(named: decks)).utf8)
      case .apkg, .booklet: []
      case .markdown: Array(try workspace.readingCopy().markdown.utf8)
      }
    // An archive of any version is one.
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") }.count + 1
    let opening = format == .json ? Archive.opening.utf8.count : line
    try workspace.export(bytes, to: path, opening: opening, saying: "the export is")
    if let archive { try workspace.tellDoubts(about: archive) }
  }
}
