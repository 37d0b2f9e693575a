import Campaign
import Decks
import Exchange
import Files
import Practice
import Scheduler
import Store

extension Workspace {
  /// Writes an export, in the place of nothing but an earlier one, and says where it is.
  ///
  /// - Parameters:
  ///   - bytes: the export.
  ///   - path: where it goes; `-` is standard output.
  ///   - opening: how many bytes all exports of its sort begin with.
  ///   - words: what is in the file, as in “the report is”.
  /// - Throws: ``Failure``; then nothing has changed.
  func export(_ bytes: [UInt8], to path: String, opening: Int, saying words: String)
    throws(Failure)
  {
    try refuseOwnFile(at: path)
    if path != "-", let status = FileStatus(path), status.kind == .file, status.size > 0 {
      let there = try? FileBytes.begin(of: path, limit: opening)
      guard there.map({ $0.elementsEqual(bytes.prefix(opening)) }) == true else {
        throw Failure(
          .cannotCreate,
          "\(path) is there already, and is no such export; give another name, or delete it first")
      }
    }
    try FileReplacement(path).write(bytes)
    if path != "-", FileStatus(path)?.kind == .file { Output.warn("\(words) in \(path)") }
  }

  /// No export ever takes the place of the database, of a copy of it or of another file of Starling's.
  private func refuseOwnFile(at path: String) throws(Failure) {
    let target = Places.absolute(FileReplacement.target(of: path))
    let database = Places.absolute(FileReplacement.target(of: places.store.database))
    let own = [
      database + "-wal", database + "-shm", database + "-journal",
      Places.absolute(FileReplacement.target(of: places.settings)),
    ]
    // What waits to be taken in is an archive, too; and whatever lies among the decks is taken for one.
    let home = Places.absolute(FileReplacement.target(of: places.store.folder))
    let decks = Places.absolute(FileReplacement.target(of: places.decks))
    let reserved = [places.store.copies.folder + "/", home + "/unsaved-", decks + "/"]
    guard !own.contains(target), !reserved.contains(where: target.hasPrefix) else {
      throw Failure(.cannotCreate, "\(path) is a file that Starling needs; give another name")
    }
    // A pipe that is written to would be waited at for ever.
    guard FileStatus(path)?.kind == .file, DatabaseFile(path).isMarked else { return }
    throw Failure(.cannotCreate, "\(path) is a database; give another name")
  }

  /// Says what “starling import” would not take of an archive, or not find in it, and what mends that.
  ///
  /// - Throws: ``Failure`` if not everything is in it.
  func tellDoubts(about archive: Archive) throws {
    let now = clock.now
    let missing = try store.missingTables()
    guard missing.isEmpty else {
      let names = missing.map { "“\($0)”" }.joined(separator: ", ")
      let tables = missing.count == 1 ? "the table \(names) is" : "the tables \(names) are"
      throw Failure(
        .badData,
        "not everything is in the export: \(tables) missing in \(places.store.database); \(places.store.copies.offer(at: now)), and “starling doctor --rebuild” makes what is missing anew, with nothing in it"
      )
    }
    guard let refusal = try store.refusal(of: archive.belongings, at: now) else { return }
    Output.warn(
      "“starling import” would refuse this export: \(refusal); \(try remedy(at: now))")
  }

  /// What brings the first thing right that an import would refuse.
  private func remedy(at now: Moment) throws -> String {
    if try !store.reviewsOfWrongTimes().isEmpty || !store.thingsOfWrongTimes().isEmpty {
      return try clockDoubt(at: now).map { "\($0): set the clock if it is wrong" }
        ?? "is today \(now.day(startHour: 0))? if so, “starling undo --wrong-times” mends that"
    }
    if let day = try store.farDays(at: now).first {
      return "“starling \(day.edit)” mends \(day.title)"
    }
    if try !store.valueFaults(limit: 1).isEmpty {
      return "“starling doctor --rebuild” mends that, after a copy"
    }
    return "“starling doctor” says what is wrong"
  }

  /// Everything; a file that cannot be read is left out and named, since the others are all the more
  /// worth saving then.
  ///
  /// - Parameter hasSettings: whether the settings file is in it.
  /// - Returns: it.
  /// - Throws: ``StoreError``.
  func archive(hasSettings: Bool = true) throws -> Archive {
    noteDecksIfPossible()
    var decks: [Archive.DeckFile] = []
    for path in Self.orLeftOut({ () throws(Failure) in try folder.files() }) ?? [] {
      let name = String(path.dropFirst(folder.path.count + 1))
      guard Archive.isFileName(name) else {
        Output.warn("the file name of \(path) is none that an import takes; it is left out")
        continue
      }
      guard let text = Self.textOrLeftOut(of: path, limit: DeckReader.byteLimit) else { continue }
      decks.append(Archive.DeckFile(name: name, text: text))
    }
    let settings =
      hasSettings && Disk.has(places.settings)
      ? Self.textOrLeftOut(of: places.settings, limit: 1 << 20) : nil
    let belongings = try store.belongings()
    return Archive(
      tables: belongings.tables, records: belongings.records, decks: decks, settings: settings)
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

  /// All decks that are on, with their cards.
  func allDecks() throws -> [Deck] {
    try store.decks(at: clock.now).filter(\.isOn).map { listing in
      Deck(
        id: listing.id, title: listing.title, cards: try store.cards(ofDeck: listing.id),
        origin: listing.origin, path: listing.path)
    }
  }

  func readingCopy() throws -> ReadingCopy {
    var answers: [CardID: [String]] = [:]
    for attempt in try store.attempts() where attempt.texts.contains(where: { !$0.isEmpty }) {
      answers[attempt.card] = attempt.texts
    }
    return ReadingCopy(
      decks: try allDecks(), stories: try store.notebook().stories.map(\.thing),
      notes: try store.notes(),
      answers: answers)
  }
}
