import Campaign
import Decks
import Exchange
import Practice
import Store

extension Findings {
  /// What was left unfinished and belongs to nothing that is here: no edit begins with it.
  mutating func checkWriting() throws {
    let all = places.manuscripts.left()
    for words in all.rescued { remark("writing", words) }
    let left = all.texts
    // What is here is not known without the database, of which its own check tells.
    guard !left.isEmpty, case .success(let workspace) = workspace else { return }
    let known = try workspace.unfinishedKeys(among: left.map(\.key))
    let strange = left.filter { !known.contains($0.key) }
    for (key, path) in strange {
      let next =
        Self.commands(for: key, path).map { "\($0); delete the file once it is there" }
        ?? "read it there, and delete it when you no longer need it"
      remark("writing", "\(path) was left unfinished and belongs to nothing as it is now; \(next)")
    }
    guard strange.isEmpty else { return }
    remark(
      "writing",
      "\(left.count.of("unfinished text")) in \(places.store.folder); the next edit of the same begins with it, and an answer becomes the draft in the next session with its card"
    )
  }

  /// Which commands keep an unfinished form; nil if none does.
  private static func commands(for key: String, _ path: String) -> String? {
    let name = TextKey.plainName(of: key)
    if let sort = Notebook.listed.first(where: { name.hasPrefix("\($0.noun)-") }) {
      let employer = sort.isOfEmployer ? " EMPLOYER" : ""
      let number = name.dropFirst(sort.noun.count + 1)
      let edit =
        number.allSatisfy(\.isNumber)
        ? ", “starling \(sort.command) edit \(number) --from \(path)” in the place of what has that number now"
        : ""
      return "“starling \(sort.command) add\(employer) --from \(path)” keeps it as a new one\(edit)"
    }
    for (noun, command) in [
      ("interview", "interviews edit"), ("employer", "employers edit"), ("round-log", "log edit"),
      ("advert", "advert paste"),
    ] where name.hasPrefix("\(noun)-") {
      return
        "“starling \(command) EMPLOYER --from \(path)” puts it in the place of what is there"
    }
    return nil
  }
}

extension Workspace {
  /// The plain keys of the unfinished texts that an edit would begin with.
  ///
  /// - Parameter keys: those that there are; of others nothing is looked up.
  /// - Returns: some of them, and keys of texts that there are not.
  /// - Throws: ``StoreError``.
  func unfinishedKeys(among keys: [String]) throws -> Set<String> {
    guard !keys.isEmpty else { return [] }
    let names = try names()
    let notebook = names.notebook
    var known: Set<String> = []
    func add<Thing: Described>(_ thing: Thing, _ form: FormEditing<Thing>) {
      known.insert(form.key(of: thing).plain)
    }
    func add<Thing: NumberedThing>(_: Thing.Type) {
      known.insert(TextKey(Thing.formNoun).plain)
      for kept in notebook[keyPath: Thing.list] { add(kept.thing, kept.form(names, in: self)) }
    }
    for kind in Notebook.numbered { add(kind) }
    for employer in notebook.employers { add(employer, employer.editing(names, in: self)) }
    for round in notebook.interviews {
      let log = RoundLog(of: round, in: notebook)
      add(log, log.editing(names, in: self))
    }
    for employer in notebook.employers {
      known.insert(TextKey("advert \(employer.name)", asRead: employer.advert).plain)
    }
    return try known.union(keysOfCards(among: keys))
  }

  /// Those of notes and answers, for cards that are in a deck.
  private func keysOfCards(among keys: [String]) throws -> Set<String> {
    guard keys.contains(where: { $0.hasPrefix("note-") || $0.hasPrefix("answer-") }) else {
      return []
    }
    try updateDecks()
    let notes = try store.notes()
    var known: Set<String> = []
    for deck in try store.decks(at: clock.now) {
      for card in try store.cards(ofDeck: deck.id) {
        known.insert(TextKey("note \(card.id)", asRead: notes[card.id] ?? "").plain)
        let answer = TextKey("answer \(card.id)").plain
        // What is in its boxes now depends on how it is asked.
        known.formUnion(keys.filter { TextKey.plainName(of: $0) == answer })
      }
    }
    return known
  }
}
