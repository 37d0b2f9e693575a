import ArgumentParser
import Campaign
import Decks
import Exchange
import Glibc
import Practice
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
    let bytes =
      switch format {
      case .json: try workspace.archive().json
      case .csv: Array(ReviewTable.text(try workspace.store.reviewRows()).utf8)
      case .anki: Array(AnkiText.text(try workspace.allDecks()).utf8)
      case .markdown: Array(try workspace.readingCopy().markdown.utf8)
      }
    try workspace.refuseDatabase(at: path)
    try FileReplacement(path).write(bytes)
  }
}

extension Workspace {
  /// No export ever takes the place of the database, of a copy of it or of another file of Starling's.
  func refuseDatabase(at path: String) throws(Failure) {
    let target = Places.absolute(FileReplacement.target(of: path))
    let database = Places.absolute(FileReplacement.target(of: places.store.database))
    let own = [
      database + "-wal", database + "-shm",
      Places.absolute(FileReplacement.target(of: places.settings)),
    ]
    guard !own.contains(target), !target.hasPrefix(places.store.copies.folder + "/") else {
      throw Failure(.cannotCreate, "\(path) is a file that Starling needs; give another name")
    }
    let begin = try? FileBytes.begin(of: path, limit: 15)
    guard begin?.starts(with: "SQLite format 3".utf8) == true else { return }
    throw Failure(.cannotCreate, "\(path) is a database; give another name")
  }

  /// Everything; a file that cannot be read is left out and named, since the others are all the more
  /// worth saving then.
  fileprivate func archive() throws -> Archive {
    var decks: [Archive.DeckFile] = []
    for path in Self.orLeftOut({ () throws(Failure) in try folder.files() }) ?? [] {
      guard let text = Self.textOrLeftOut(of: path, limit: DeckReader.byteLimit) else { continue }
      decks.append(
        Archive.DeckFile(name: String(path.dropFirst(folder.path.count + 1)), text: text))
    }
    let settings =
      access(places.settings, F_OK) == 0
      ? Self.textOrLeftOut(of: places.settings, limit: 1 << 20) : nil
    return Archive(tables: try store.contents(), decks: decks, settings: settings)
  }

  private static func textOrLeftOut(of path: String, limit: Int) -> String? {
    orLeftOut { () throws(Failure) in
      let bytes: [UInt8]
      do throws(FileBytes.Unreadable) {
        bytes = try FileBytes.read(path, limit: limit)
      } catch {
        throw Failure(.inputOutput, "cannot read \(path): \(error.reason)")
      }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Failure(.badData, "\(path) is not UTF-8, which JSON takes")
      }
      return text
    }
  }

  private static func orLeftOut<Value>(_ read: () throws(Failure) -> Value) -> Value? {
    do throws(Failure) {
      return try read()
    } catch {
      Output.warn("\(error.message ?? "what cannot be read"); it is left out")
      return nil
    }
  }

  /// All decks with their cards.
  fileprivate func allDecks() throws -> [Deck] {
    try store.decks(at: SystemClock.now).map { listing in
      Deck(
        id: listing.id, title: listing.title, cards: try store.cards(ofDeck: listing.id),
        origin: listing.origin, path: listing.path)
    }
  }

  fileprivate func readingCopy() throws -> ReadingCopy {
    var answers: [CardID: [String]] = [:]
    for attempt in try store.attempts() where attempt.texts.contains(where: { !$0.isEmpty }) {
      answers[attempt.card] = attempt.texts
    }
    return ReadingCopy(
      decks: try allDecks(), stories: try store.notebook().stories, notes: try store.notes(),
      answers: answers)
  }
}
