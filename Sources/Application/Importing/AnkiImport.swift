import BundledDecks
import Campaign
import Decks
import Exchange
import Files
import Practice
import Scheduler
import Store

/// Takes in a package of Anki's: a deck for each of its decks, with the answers that count.
package struct AnkiImport {
  private let bytes: [UInt8]
  let path: String
  let choices: ImportChoices
  var name: String { path == "-" ? "standard input" : path }

  /// - Parameters:
  ///   - bytes: the package.
  ///   - path: what the person named.
  ///   - choices: what they say of it.
  package init(_ bytes: [UInt8], path: String, _ choices: ImportChoices) {
    self.bytes = bytes
    self.path = path
    self.choices = choices
  }

  /// Takes all in that is new, as one step that can be taken back, or nothing; Ctrl-C stops it, and then
  /// nothing of it is there.
  ///
  /// - Throws: ``Failure`` and ``StoreError``; then nothing was taken in.
  package func run(in surroundings: any Surroundings) throws {
    guard choices.into == nil, choices.id == nil, choices.title == nil else {
      throw Failure(
        .usage,
        "\(name) is an Anki package, whose decks keep their names; leave out --into, --id and --title, and choose with --deck"
      )
    }
    let workspace = try Workspace.forCommand(in: surroundings, keepsCopy: !choices.isDryRun)
    let stopped = "stopped; nothing was imported"
    guard choices.isDryRun else {
      try workspace.noteDecks()
      return try ProgressLine.during("taking in the package", ifStopped: stopped) { progress in
        try take(in: workspace, progress)
      }
    }
    let content = try ProgressLine.during("reading the package", ifStopped: stopped) {
      try self.content(in: workspace, $0)
    }
    try show(content)
  }

  // MARK: - What comes

  /// A deck of the package, and what becomes of it here.
  struct Coming {
    var deck: AnkiDeck
    var result: DeckImport.Result
    /// The file, and what is in it now; nothing if it is new.
    var file: String
    var old: String?
    /// The cards that there will be, by their numbers in Anki.
    var cards: [Int64: CardID] = [:]
  }

  struct Content {
    var decks: [Coming] = []
    var gradings: [Grading] = []
    var suspended: [CardID] = []
    var counts = Counts()
  }

  /// What is said of the answers.
  struct Counts {
    var all = 0
    var taken = 0
    var byHand = 0
    var crammed = 0
    var earlier = 0
    /// Of a time at which nothing can have been answered.
    var mistimed = 0
    /// Of cards that do not come in.
    var strange = 0
    /// Cards whose answers begin in the middle.
    var cutOff = 0
    /// Cards with a date and without any answer.
    var unlogged = 0
  }

  private func content(in workspace: Workspace, _ progress: (Double) -> Bool) throws -> Content? {
    let folder = try PackageFolder(in: workspace.places.store.folder)
    defer { folder.remove() }
    let package = try AnkiPackage(bytes, called: name, in: folder)
    let collection: AnkiCollection?
    do {
      collection = try package.collection { progress(0.4 * $0) }
    } catch let failure {
      if Interruption.isWanted { return nil }
      throw failure
    }
    guard let collection else { return nil }
    let decks = AnkiDeck.all(in: collection, named: choices.decks)
    guard !decks.isEmpty else {
      let names = AnkiDeck.all(in: collection).map(\.name)
      throw Failure(
        .badData,
        names.isEmpty
          ? "\(name) has no cards in it; nothing was imported"
          : "\(name) has no deck of that name; it has \(names.firstFew)")
    }
    var content = Content()
    for deck in decks { content.decks.append(try coming(deck, in: workspace)) }
    guard progress(0.5) else { return nil }
    addHistories(of: collection, to: &content, workspace.clock)
    return content
  }

  /// What a deck becomes: a new one, or what is new to the one that it became before.
  private func coming(_ deck: AnkiDeck, in workspace: Workspace) throws -> Coming {
    let given = try choices.givenCompetency()
    let file = QuestionFile(deck.questions.map { sorted($0.question, given: given) })
    let sorting = CompetencySorting(
      BundledDecks.competencies, examples: BundledDecks.decks.flatMap(\.cards), given: given)
    let importer = DeckImport(
      deck: deck.id, title: deck.title, kind: choices.kind, sorting: sorting,
      taken: try workspace.store.practisedCards().map(\.id).filter { !$0.card.hasPrefix("A-") })
    let reader = DeckReader(competencies: BundledDecks.competencies)
    var coming: Coming
    if let known = try known(deck, file, in: workspace) {
      let result = importer.addition(
        of: file, to: known.deck, bytes: known.bytes, path: name, reader: reader)
      coming = Coming(
        deck: deck, result: result, file: known.deck.path,
        old: String(decoding: known.bytes, as: UTF8.self))
      for card in known.deck.cards { coming.note(card.id.card) }
    } else {
      let path =
        deck.questions.isEmpty
        ? "" : try free(deck.id, in: workspace).path
      coming = Coming(
        deck: deck, result: importer.deck(of: file, path: name, reader: reader), file: path)
    }
    try ImportRefusal.check(
      coming.result.faults.filter { $0.severity == .error }.map(\.description), in: name)
    for card in coming.result.cards { card.id.map { coming.note($0) } }
    for (number, id) in deck.own { coming.cards[number] = id }
    return coming
  }

  /// The question, sorted by its first tag that names a competency, else as the person says, else by its deck.
  private func sorted(_ question: FoundQuestion, given: String?) -> FoundQuestion {
    var question = question
    let tag = question.tags.lazy.compactMap { tag in
      tag.split(separator: ":").last.flatMap {
        CompetencySorting.tag(named: String($0), in: BundledDecks.competencies)
      }
    }.first
    if let tag {
      question.category = FoundQuestion.Category(text: tag, sort: .column("tags"))
    } else if given != nil {
      question.category = nil
    }
    return question
  }

  /// The deck that a package became before.
  private func known(
    _ deck: AnkiDeck, _ file: QuestionFile, in workspace: Workspace
  ) throws -> (deck: Deck, bytes: [UInt8])? {
    let decks = try workspace.store.decks(at: workspace.clock.now)
    guard
      let listed = decks.first(where: { $0.id.isSameName(as: deck.id) && $0.origin == .own }),
      let known = DeckFolder.read(path: listed.path).deck, file.sharesKeys(with: known)
    else { return nil }
    do throws(FileBytes.Unreadable) {
      return (known, try FileBytes.read(listed.path, limit: DeckReader.byteLimit))
    } catch {
      throw Failure(.inputOutput, "cannot read \(listed.path): \(error.reason)")
    }
  }

  private func free(_ id: String, in workspace: Workspace) throws -> OwnDeck {
    let decks = try workspace.store.decks(at: workspace.clock.now)
    do throws(Failure) {
      let deck = try OwnDeck(id: id, in: workspace.places.decks)
      try deck.refuseIfTaken(by: decks)
      return deck
    } catch {
      throw error.adding("--deck NAME takes other decks of \(name) alone")
    }
  }

  private func addHistories(
    of collection: AnkiCollection, to content: inout Content, _ clock: WallClock
  ) {
    let times = Timestamp.happened(by: clock.now.time)
    let chosen = Set(
      content.decks.flatMap { $0.deck.questions.map(\.card) + $0.deck.own.map(\.card) })
    let cards = content.decks.reduce(into: [Int64: CardID]()) {
      $0.merge($1.cards) { first, _ in first }
    }
    for card in collection.cards {
      guard choices.decks.isEmpty || chosen.contains(card.id) else { continue }
      let log = collection.log[card.id] ?? []
      let id = cards[card.id]
      if let id, card.isSuspended { content.suspended.append(id) }
      guard choices.hasReviews else { continue }
      content.counts.all += log.count
      guard let id else {
        content.counts.strange += log.count
        continue
      }
      let history = AnkiHistory(log, isOfFirstScheduler: collection.isOfFirstScheduler)
      content.counts.add(history, of: card)
      for answer in history.answers {
        let time = Timestamp(milliseconds: answer.time)
        guard times.contains(time), let grade = Grade(rawValue: answer.ease) else {
          content.counts.mistimed += 1
          continue
        }
        content.gradings.append(
          Grading(
            card: id, moment: clock.moment(at: time), grade: grade, mode: .away,
            duration: answer.duration > 0 ? min(answer.duration, 86_400_000) : nil))
      }
    }
    content.counts.taken = content.gradings.count
  }

  // MARK: - Taking in

  /// Takes it in; nil if it was stopped.
  private func take(in workspace: Workspace, _ progress: (Double) -> Bool) throws -> Void? {
    guard let content = try content(in: workspace, { progress(0.5 * $0) }) else { return nil }
    let store = workspace.store
    let copy = try store.makeCopy(.import, at: workspace.clock.now)
    var changes: [DeckChange] = []
    for coming in content.decks {
      guard let yaml = coming.result.yaml else { continue }
      let file = coming.file.split(separator: "/").last.map(String.init) ?? coming.file
      changes.append(DeckChange(name: file, from: coming.old, to: yaml))
    }
    let known = Set(try store.suspendedCards())
    let (adding, _) = try workspace.placingDecks { (decks) throws(StoreError) in
      try store.add(
        content.gradings, suspending: content.suspended.filter { !known.contains($0) }, changes,
        progress: { progress(0.5 + 0.5 * $0) }, decks: decks)
    }
    guard let adding else {
      if let copy { Disk.removeIfPossible(copy) }
      return nil
    }
    for coming in content.decks where coming.result.yaml != nil { try Output.path(coming.file) }
    tell(content, adding)
    try keepParameters(of: content, in: workspace)
    return ()
  }

  /// Keeps the parameters that most answers go by in Anki, or says that there are such.
  private func keepParameters(of content: Content, in workspace: Workspace) throws {
    var counts: [[Double]: Int] = [:]
    for coming in content.decks { counts[coming.deck.parameters, default: 0] += coming.cards.count }
    let most = counts.filter { !$0.key.isEmpty }.max { $0.value < $1.value }
    guard let parameters = most?.key else {
      if choices.keepsParameters {
        Output.warn("\(name): its decks have no parameters of their own for fsrs-6; none were kept")
      }
      return
    }
    do throws(ParameterError) {
      _ = try ModelName.fsrs6.model(parameters: parameters)
    } catch {
      return Output.warn("\(name): its parameters for fsrs-6 are none that it takes: \(error)")
    }
    guard choices.keepsParameters else {
      return Output.warn(
        "Anki has parameters of your own for FSRS-6: --parameters with the same file keeps them")
    }
    try workspace.store.keep(parameters, for: .fsrs6, at: workspace.clock.now)
    Output.warn("Anki's own parameters are kept for fsrs-6; “starling optimise --reset” goes back")
  }
}

extension AnkiImport.Coming {
  /// Notes that a card will be there, under its number in Anki.
  mutating func note(_ id: String) {
    guard let number = deck.number(ofCard: id), let card = CardID("\(deck.id)/\(id)") else {
      return
    }
    cards[number] = card
  }
}

extension AnkiImport.Counts {
  mutating func add(_ history: AnkiHistory, of card: AnkiCollection.Card) {
    byHand += history.byHand
    crammed += history.crammed
    earlier += history.earlier
    if !history.answers.isEmpty, !history.isWhole { cutOff += 1 }
    if history.answers.isEmpty, history.earlier + history.byHand + history.crammed == 0, card.isSeen
    {
      unlogged += 1
    }
  }
}
