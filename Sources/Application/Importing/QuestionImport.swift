import BundledDecks
import Campaign
import Decks
import Exchange
import Files
import Practice
import Scheduler
import Store

/// Makes a deck of the person's own of questions in a file, or adds them to one.
package struct QuestionImport {
  private let path: String
  private let choices: ImportChoices

  /// - Parameters:
  ///   - path: the file; `-` for standard input.
  ///   - choices: what the person says of it.
  package init(path: String, _ choices: ImportChoices) {
    self.path = path
    self.choices = choices
  }

  /// What messages call the file.
  private var name: String { path == "-" ? "standard input" : path }

  /// Takes in all that is new, or nothing.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - surroundings: the machine.
  ///   - screen: shows it to the person first; nil where nobody looks.
  /// - Throws: ``Failure`` when no question is found, the file is doubtful and nobody says that it is meant,
  ///   or there is such a deck.
  package func run(
    _ bytes: [UInt8], in surroundings: any Surroundings, screen: ImportAtHand.Screen? = nil
  ) throws {
    let file = try read(bytes)
    let given = try choices.givenCompetency()
    for remark in file.remarks { Output.warn("\(name): \(remark)") }
    guard !file.questions.isEmpty else { return try refuseEmpty(file) }
    if !choices.isDryRun, screen == nil { try ask(about: file, in: surroundings) }
    let sorting = CompetencySorting(
      BundledDecks.competencies,
      examples: given == nil ? BundledDecks.decks.flatMap(\.cards) : [], given: given)
    let workspace = try Workspace.forCommand(in: surroundings, keepsCopy: !choices.isDryRun)
    let target = try target(for: file, in: workspace)
    let importer = DeckImport(
      deck: target.id, title: choices.title ?? file.title ?? target.id, kind: choices.kind,
      sorting: sorting, taken: try workspace.store.practisedCards().map(\.id))
    var result = make(file, target, importer)
    if let screen, !result.cards.isEmpty {
      let preview = QuestionPreview(
        of: file, result, source: name.lastOfPath, target: target.words, sorting,
        BundledDecks.competencies)
      let atHand = ImportAtHand(preview.proposal) { entries in
        let faults = make(preview.file(with: entries), target, importer).faults
        guard let fault = faults.first(where: { $0.severity == .error }) else { return }
        throw Failure(.badData, "line \(fault.line): \(fault.message); leave it out or reword it")
      }
      if try screen(atHand, workspace) {
        guard let entries = atHand.taken else { return Output.warn("nothing was imported") }
        let changed = result.changed
        result = make(preview.file(with: entries), target, importer)
        result.changed = changed
      } else {
        try ask(about: file, in: surroundings)
      }
    }
    try ImportRefusal.check(
      result.faults.filter { $0.severity == .error }.map(\.description), in: name)
    let report = QuestionReport(file: file, result: result, deck: target.id, path: name)
    report.tellDetails()
    if choices.isDryRun { return try report.write() }
    if let yaml = result.yaml { try keep(yaml, target, in: workspace) }
    report.tellCounts(isNew: target.isNew)
  }

  private func make(
    _ file: QuestionFile, _ target: Target, _ importer: DeckImport
  ) -> DeckImport.Result {
    let reader = DeckReader(competencies: BundledDecks.competencies)
    return switch target {
    case .new: importer.deck(of: file, path: name, reader: reader)
    case .old(let deck, let bytes):
      importer.addition(of: file, to: deck, bytes: bytes, path: name, reader: reader)
    }
  }

  private func read(_ bytes: [UInt8]) throws(Failure) -> QuestionFile {
    do throws(ImportedText.Fault) {
      return try QuestionFile(bytes, columns: choices.columns)
    } catch {
      throw Failure(.badData, "\(name) \(error.advice)")
    }
  }

  private func refuseEmpty(_ file: QuestionFile) throws {
    let own = file.passedOver.count { $0.sort == .own }
    if own > 0, own == file.passedOver.count {
      let cards = own == 1 ? "its one card is" : "its \(own) cards are"
      return Output.warn("\(name): \(cards) Starling's own and here already; nothing was added")
    }
    guard file.strangeColumns.isEmpty else {
      throw Failure(
        .badData,
        "none of the columns of \(name) is one of questions: \(file.strangeColumns.firstFew); --column ask=NAME says which one is"
      )
    }
    let passedOver =
      file.passedOver.isEmpty ? "" : "; passed over \(file.passedOver.summary)"
    throw Failure(.badData, "no question was found in \(name)\(passedOver); nothing was imported")
  }

  /// Asks whether a file is meant that reads like prose.
  private func ask(about file: QuestionFile, in surroundings: any Surroundings) throws(Failure) {
    guard file.isDoubtful, !choices.isSure else { return }
    let doubt =
      "\(name) does not read like a list of questions: \(file.prose.lines) of \(file.prose.of) lines are prose"
    guard
      !surroundings.isConfirmed(
        "\(doubt); Enter makes \(file.questions.count.of("card")) of it all the same, any other key leaves it"
      )
    else { return }
    throw Failure(
      .badData,
      "\(doubt); nothing was imported: --dry-run shows what would come of it, --yes takes it")
  }

  // MARK: - The deck

  /// Where the questions go.
  private enum Target {
    case new(OwnDeck)
    case old(Deck, [UInt8])

    var id: String {
      switch self {
      case .new(let deck): deck.id
      case .old(let deck, _): deck.id
      }
    }

    var isNew: Bool { if case .new = self { true } else { false } }

    /// As a sentence names it.
    var words: String { isNew ? "a new deck “\(id)”" : "your deck “\(id)”" }
  }

  private func target(for file: QuestionFile, in workspace: Workspace) throws -> Target {
    let decks = try workspace.store.decks(at: workspace.clock.now)
    if let into = choices.into {
      guard let deck = decks.first(where: { $0.id.isSameName(as: into) }) else {
        throw Failure(.badData, "there is no deck “\(into)”; “starling decks list” names them")
      }
      guard deck.origin == .own else {
        throw Failure(
          .usage,
          "“\(deck.id)” comes with Starling; “starling decks copy \(deck.id)” makes it your own")
      }
      return try old(deck.path)
    }
    let id = choices.id ?? Self.id(of: path)
    // Notes of Anki's that came before are known by their ids, and their deck goes on.
    if let deck = decks.first(where: { $0.id == id && $0.origin == .own }), file.isKeyed,
      case .old(let old, let bytes) = try old(deck.path), file.sharesKeys(with: old)
    {
      return .old(old, bytes)
    }
    do throws(Failure) {
      let deck = try OwnDeck(id: id, in: workspace.places.decks)
      try deck.refuseIfTaken(by: decks)
      return .new(deck)
    } catch {
      guard error.code == .cannotCreate else { throw error }
      let isOwn = decks.contains { $0.id == id && $0.origin == .own }
      throw error.adding(
        isOwn ? "--into \(id) adds what is new to it, --id makes another" : "--id makes another")
    }
  }

  private func old(_ path: String) throws(Failure) -> Target {
    let bytes: [UInt8]
    do throws(FileBytes.Unreadable) {
      bytes = try FileBytes.read(path, limit: DeckReader.byteLimit)
    } catch {
      throw Failure(.inputOutput, "cannot read \(path): \(error.reason)")
    }
    guard let deck = DeckFolder.read(path: path).deck else {
      throw Failure(.badData, "\(path) has faults; “starling decks check” names them")
    }
    return .old(deck, bytes)
  }

  private func keep(_ yaml: String, _ target: Target, in workspace: Workspace) throws {
    switch target {
    case .new(let deck): try workspace.keep(deck, yaml)
    case .old(let deck, let bytes):
      try workspace.keep(yaml, at: deck.path, insteadOf: bytes)
    }
  }

  /// The file's name without its folder and extension, in the letters that an id takes.
  private static func id(of path: String) -> String {
    let name = path.lastOfPath
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    let letters = stem.lowercased().map { character in
      CardID.isWellFormed(String(character)) ? character : "-"
    }
    let id = String(letters).split(separator: "-").joined(separator: "-") as String
    // A name without any such letter, and standard input.
    return id.isEmpty ? "questions" : id
  }
}

extension String {
  /// What a path names, without where it is.
  var lastOfPath: String { split(separator: "/").last.map(String.init) ?? self }
}

extension ImportChoices {
  /// The competency that the person gives.
  ///
  /// - Throws: ``Failure`` when there is none of that name.
  func givenCompetency() throws(Failure) -> String? {
    guard let competency else { return nil }
    let competencies = BundledDecks.competencies
    if let tag = CompetencySorting.tag(named: competency, in: competencies) { return tag }
    throw Failure(
      .usage,
      "there is no competency “\(competency)”; there are \(competencies.tags.joined(separator: ", "))"
    )
  }
}
