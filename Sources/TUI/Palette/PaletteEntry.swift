import Decks
import Practice
import Screen

/// Something that can be done now, or a place to go to: a row of the palette.
struct PaletteEntry: Sendable {
  /// What is done.
  enum Deed: Equatable, Sendable {
    /// What a key does on the screen below.
    case key(Key)
    case place(Place, pressing: Key?)
    /// A list of what is known of an employer, and what is pressed there.
    case part(EmployerPart, pressing: Key?)
    /// Today's session.
    case session
    case sync
    case search, home, quit
    case help(HelpScreen.Subject)
    /// Show what a command of the command line says.
    case show(String)
    /// Run one in the terminal.
    case run(String)
    /// Explain one that takes more than its name.
    case explain(String)
  }

  let title: String
  let deed: Deed
  /// The key that does the same, or where that is.
  let note: String
  /// What it is found by.
  private(set) var words: [String]
  /// Those of its title, without those that are only a way to it.
  private let ownWords: [String]
  /// What it is called first of all: the beginning of its title, or the command.
  private let name: String
  /// Whether it is a command of the command line and nothing else.
  private let isCommand: Bool
  /// The commands that do it.
  private var commands: [String]

  /// - Parameters:
  ///   - title: what it is called.
  ///   - deed: what is done.
  ///   - note: the key that does the same, or where that is.
  ///   - also: other words for it.
  ///   - command: what it is called on the command line, if it is a command of that.
  init(
    _ title: String, _ deed: Deed, note: String, also: String = "", command: String? = nil
  ) {
    (self.title, self.deed, self.note) = (title, deed, note)
    words = Synonyms.words(of: "\(title) \(also)")
    ownWords = Synonyms.words(of: title)
    name = Words.list(command ?? title).first ?? ""
    isCommand = command != nil
    commands = [command].compactMap(\.self)
  }

  /// Has it found by the name and the words of a command that does the same.
  mutating func take(_ command: ShellCommand) {
    commands.append(command.name)
    words += Synonyms.words(of: "\(command.name) \(command.abstract)")
  }

  /// Its place among what a search finds: what can be done here, places, commands; and of these first
  /// what is called so, and what has all the words in its own title.
  func rank(for search: WordBeginnings) -> Int {
    // Whoever knows a command by its name means that.
    if commands.contains(where: search.isWhole) { return 0 }
    let group = if isCommand { 4 } else if case .key = deed { 0 } else { 2 }
    return 2 * (group + (search.begins(name) ? 0 : 1)) + (search.find(ownWords) ? 0 : 1)
  }

  /// All that there is now, each once: what can be done on the screen, then the places, then the commands
  /// that do something else.
  ///
  /// - Parameters:
  ///   - screen: the screen that one is on.
  ///   - path: the screens that are open, that one last.
  ///   - stage: the stage.
  /// - Returns: the entries, in their order.
  static func all(
    over screen: any ScreenModel, path: [any ScreenModel], on stage: Stage
  ) -> [PaletteEntry] {
    let isHome = path.count == 1
    var entries =
      here(screen, isHome: isHome, on: stage) + places(path: path, on: stage)
      + rest(path: path, on: stage)
    for command in stage.commands ?? [] {
      guard let deed = command.deed(path: path, on: stage) else { continue }
      if let same = entries.firstIndex(where: { $0.deed == deed }) {
        entries[same].take(command)
      } else {
        entries.append(
          PaletteEntry(
            command.abstract, deed, note: "starling \(command.name)", also: command.name,
            command: command.name))
      }
    }
    return entries
  }

  /// What the keys of the screen do; moving about is no deed, and what leads to a place is among those.
  private static func here(
    _ screen: any ScreenModel, isHome: Bool, on stage: Stage
  ) -> [PaletteEntry] {
    let moves = Set((ListMove.keys + ListMove.scrollKeys(inFooter: 0)).flatMap(\.keys))
    let places = isHome ? Set(Place.allCases.compactMap(\.key) + ["/"]) : []
    var seen: Set<Key> = []
    return screen.hints(on: stage).compactMap { hint in
      guard let key = hint.keys.lazy.compactMap({ Key(name: $0) }).first, !moves.contains(key),
        !places.contains(key), seen.insert(key).inserted
      else { return nil }
      return PaletteEntry(
        hint.help, .key(key), note: name(of: key, stage), also: hint.footer ?? "")
    }
  }

  private static func name(of key: Key, _ stage: Stage) -> String {
    stage.keyChanges.keys(for: key).first?.name ?? ""
  }

  private static func places(path: [any ScreenModel], on stage: Stage) -> [PaletteEntry] {
    let isHome = path.count == 1
    func note(_ key: Key?) -> String {
      guard let key else { return "" }
      let name = name(of: key, stage)
      return isHome || stage.frame.isNarrow ? name : "\(name) at home"
    }
    var entries: [PaletteEntry] = []
    for place in Place.allCases where place.isOpen(on: stage) {
      if !place.isShown(by: path.last) {
        entries.append(
          PaletteEntry(
            place.title, .place(place, pressing: nil), note: note(place.key),
            also: place.synonyms))
        entries += place.deeds.map { deed in
          let key = name(of: deed.key, stage)
          return PaletteEntry(
            deed.title, .place(place, pressing: deed.key),
            note: stage.frame.isNarrow ? key : "\(key) in the \(place.name)",
            also: place.synonymsOfDeeds)
        }
      }
    }
    entries += EmployerPart.all.flatMap { part in
      part.deeds.map { deed in
        let key = name(of: deed.key, stage)
        return PaletteEntry(
          deed.title, .part(part, pressing: deed.key),
          note: stage.frame.isNarrow ? key : "\(key) under \(part.title)",
          also: ([part.title] + ShellCommand.names(leadingTo: part)).joined(separator: " "))
      }
    }
    entries.append(
      PaletteEntry(
        "Search everything: cards, stories, answers, facts, doubts, questions, people, log",
        .search, note: note("/")))
    if !isHome, !isBusy(path) { entries.append(PaletteEntry("Home", .home, note: "")) }
    return entries
  }

  /// Whether a session or a panel is open.
  static func isBusy(_ path: [any ScreenModel]) -> Bool {
    path.contains { $0 is PracticeScreen || $0 is PanelScreen }
  }

  private static func rest(path: [any ScreenModel], on stage: Stage) -> [PaletteEntry] {
    let everywhere = [Binding<EverywhereAction>].everywhere
    func key(_ action: EverywhereAction) -> Key { everywhere.key(of: action) ?? .escape }
    let undo = PaletteEntry(
      "Take back what was done last: it is named first", .key(key(.undo)),
      note: name(of: key(.undo), stage), also: "undo")
    let redraw = PaletteEntry(
      "Draw the screen again", .key(key(.redraw)), note: name(of: key(.redraw), stage))
    let isTaken = path.last?.hints(on: stage).contains { $0.keys.contains(key(.undo).name) }
    return (isTaken ?? false ? [] : [undo]) + [
      PaletteEntry("Help for this screen", .help(.here), note: name(of: "?", stage)),
      PaletteEntry("The keys of all screens", .help(.allKeys), note: "? Tab", also: "help"),
      PaletteEntry("What the words mean", .help(.words), note: "? w", also: "help"),
      PaletteEntry("The method, and why it is so", .help(.method), note: "? m", also: "help"),
      redraw,
      PaletteEntry(
        "Quit Starling", .quit, note: stage.frame.isNarrow || path.count == 1 ? "q" : "q at home"),
    ]
  }
}

extension Array {
  /// The first key that does something, by this table.
  fileprivate func key<Action: Equatable>(of action: Action) -> Key?
  where Element == Binding<Action> {
    first { $0.action == action }?.keys.first
  }
}
