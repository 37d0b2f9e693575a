import BundledDecks
import Decks
import Exchange
import Files
import Practice
import Store

/// Names every fault in deck files, each with its line.
package struct DeckFileCheck {
  /// Deck files and folders of them; none means all decks of the person's own.
  private let paths: [String]
  private let surroundings: any Surroundings

  package init(_ paths: [String], in surroundings: any Surroundings) {
    self.paths = paths
    self.surroundings = surroundings
  }

  /// Checks them, and says what it finds.
  ///
  /// - Parameter json: whether the faults are printed as JSON.
  /// - Throws: ``Failure`` when there is an error in one, or a path leads nowhere.
  package func run(asJSON json: Bool = false) throws {
    let places = try places()
    let files = try files(in: places)
    let own = ownFiles(in: places)
    // Each once: a large one takes a second.
    var readings: [String: Reading] = [:]
    for path in Set(files + own) { readings[path] = DeckFolder.read(path: path) }
    func decks(_ paths: [String]) -> [Deck] { paths.compactMap { readings[$0]?.deck } }
    let advice =
      advice(on: decks(files), others: decks(own), places)
      + rivals(among: files, decks(files + others(beside: files, own)))
    let faults = files.flatMap { file in
      ((readings[file]?.faults ?? []) + advice.filter { $0.path == file })
        .sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    }
    if json {
      try Output.json(.array(faults.map(\.json)))
    } else {
      for fault in faults { try Output.line(fault.description) }
    }
    if faults.contains(where: { $0.severity == .error }) { throw Failure(.faults) }
    if json { return }
    let warnings = faults.count
    guard !files.isEmpty else {
      Output.warn(
        "there is no deck file in \(paths.first ?? places?.decks ?? "that place"); “starling decks new ID” makes one"
      )
      return
    }
    let notes = warnings == 0 ? "" : ", with \(warnings.of("warning"))"
    Output.warn(files.count.of("deck file is sound", "deck files are sound") + notes)
  }

  /// Where the person's things are; nil where nobody needs to know, because files are named and
  /// there is no home, as on a machine that only checks decks.
  private func places() throws -> Places? {
    let environment = try surroundings.environment()
    let hasHome = (environment["STARLING_HOME"] ?? environment["HOME"]) != nil
    return hasHome || paths.isEmpty ? try Places(environment: environment) : nil
  }

  /// The deck files in the person's folder; none if it cannot be read, which is said.
  private func ownFiles(in places: Places?) -> [String] {
    guard let places else { return [] }
    do throws(Failure) {
      return try DeckFolder(path: places.decks).files()
    } catch {
      if let message = error.message { Output.warn(message) }
      return []
    }
  }

  /// What can only be seen with the other decks and the past in view.
  private func advice(on decks: [Deck], others: [Deck], _ places: Places?) -> [Fault] {
    let checked = Set(decks.map(\.id))
    var inUse = decks
    for deck in others + BundledDecks.decks where !inUse.contains(where: { $0.id == deck.id }) {
      inUse.append(deck)
    }
    // The others first, so that the card named is the one of a file that was asked about.
    let all = inUse.filter { !checked.contains($0.id) } + decks
    return DeckAdvice.repeatedQuestions(in: all) + DeckAdvice.brokenLinks(in: decks, among: all)
      + DeckAdvice.renamedCards(in: all, past: past(places))
  }

  /// The other files of the person's folder, if some of those checked lie there.
  private func others(beside files: [String], _ own: [String]) -> [String] {
    let folder = Set(own.map(FileReplacement.init).map(\.path))
    let checked = Set(files.map(FileReplacement.init).map(\.path))
    guard !folder.isDisjoint(with: checked) else { return [] }
    return own.filter { !checked.contains(FileReplacement($0).path) }
  }

  /// Decks that another file in the same folder takes the place of.
  private func rivals(among files: [String], _ decks: [Deck]) -> [Fault] {
    Dictionary(grouping: decks, by: \.id).values.flatMap { rivals in
      let ordered = rivals.sorted { DeckFolder.comesFirst($0.path, $1.path) }
      return ordered.dropFirst().filter { files.contains($0.path) }.map { deck in
        Fault(
          path: deck.path, line: 1, column: 1,
          message: "the deck id “\(deck.id)” is that of \(ordered[0].path) already")
      }
    }
  }

  /// The cards that were practised; none before the first practice, for which nothing is made here, or
  /// if the database cannot be read, which is said.
  private func past(_ places: Places?) -> [DeckAdvice.PastCard] {
    guard let places, Disk.has(places.store.database) else { return [] }
    do {
      return try Workspace(in: surroundings).store.practisedCards()
    } catch {
      Output.warn("\(Failure.words(of: error)); it cannot be seen which cards were practised")
      return []
    }
  }

  private func files(in places: Places?) throws -> [String] {
    if paths.isEmpty, let places { return try DeckFolder(path: places.decks).files() }
    var files: [String] = []
    for path in paths {
      guard let status = FileStatus(path) else {
        throw Failure(.noInput, "there is no file \(path)")
      }
      if status.kind == .folder {
        files += try DeckFolder(path: path).files()
      } else {
        files.append(path)
      }
    }
    return files
  }
}

extension Fault {
  fileprivate var json: JSONValue {
    .object([
      ("path", .string(path)), ("line", .int(line)), ("column", .int(column)),
      ("severity", .string(severity.rawValue)), ("message", .string(message)),
    ])
  }
}
