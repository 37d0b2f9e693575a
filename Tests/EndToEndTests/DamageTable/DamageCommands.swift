/// A command line of the table.
struct DamageCommand: Sendable {
  /// As typed after `starling`; it runs in the folder above the home.
  var line: String
  /// What is on its standard input.
  var input = ""
  /// Whether what it needs are the decks, so that it may end otherwise without them.
  var needsDecks = false

  init(_ line: String, input: String = "", needsDecks: Bool = false) {
    self.line = line
    self.input = input
    self.needsDecks = needsDecks
  }

  static let all = [
    DamageCommand("due"),
    DamageCommand("due --json"),
    DamageCommand("plan --json"),
    DamageCommand("stats --json"),
    DamageCommand("memory"),
    DamageCommand("memory star-people/PE-01 --json"),
    DamageCommand("grade star-people/PE-02 good"),
    DamageCommand("grade mine/A1 good", needsDecks: true),
    DamageCommand("undo"),
    DamageCommand("practice --plain", input: "\\n3\\nq\\n"),
    DamageCommand("optimise"),
    DamageCommand("simulate --runs 2 --days 3 --cards 4"),
    DamageCommand("report page.html"),
    DamageCommand("decks list"),
    DamageCommand("decks show star-people"),
    DamageCommand("decks show mine", needsDecks: true),
    DamageCommand("decks search customer"),
    DamageCommand("decks check", needsDecks: true),
    DamageCommand("decks new fresh", needsDecks: true),
    DamageCommand("decks copy star-people", needsDecks: true),
    DamageCommand("interviews list"),
    DamageCommand("interviews add Beta --at 2040-02-01T10:00"),
    DamageCommand("interviews show Acme"),
    DamageCommand("interviews edit Acme"),
    DamageCommand("interviews delete Acme"),
    DamageCommand("employers list"),
    DamageCommand("employers show Acme"),
    DamageCommand("employers edit Acme"),
    DamageCommand("employers delete Acme"),
    DamageCommand("people list"),
    DamageCommand("people edit 1"),
    DamageCommand("log list"),
    DamageCommand("log show Acme --round 1"),
    DamageCommand("log add Acme --round 1 'Why us?'"),
    DamageCommand("log edit Acme --round 1"),
    DamageCommand("stories list"),
    DamageCommand("stories add 'Another story'"),
    DamageCommand("stories add --editor"),
    DamageCommand("stories edit 1"),
    DamageCommand("stories show 1"),
    DamageCommand("stories told 1 Acme"),
    DamageCommand("stories matrix"),
    DamageCommand("stories delete 1"),
    DamageCommand("doubts list"),
    DamageCommand("doubts add Acme 'too junior'"),
    DamageCommand("doubts said 1"),
    DamageCommand("doubts delete 1"),
    DamageCommand("facts list"),
    DamageCommand("facts add Acme 'Thirty shops'"),
    DamageCommand("facts check 1"),
    DamageCommand("questions list"),
    DamageCommand("questions pick"),
    DamageCommand("advert list"),
    DamageCommand("decision"),
    DamageCommand("brief Acme"),
    DamageCommand("recordings list"),
    DamageCommand("import reviews.csv"),
    DamageCommand("import archive.json", needsDecks: true),
    DamageCommand("import questions.txt --competency teamwork", needsDecks: true),
    DamageCommand("export --format json -"),
    DamageCommand("export --format json out.json"),
    DamageCommand("export --format csv -"),
    DamageCommand("export --format anki -"),
    DamageCommand("export --format markdown -"),
    DamageCommand("backup"),
    DamageCommand("backup copy-2.sqlite"),
    DamageCommand("restore"),
    DamageCommand("restore copy.sqlite"),
    DamageCommand("config"),
    DamageCommand("config practice.minutes 25"),
    DamageCommand("doctor"),
    DamageCommand("doctor --rebuild"),
    DamageCommand("help star"),
    DamageCommand("--version"),
  ]
}
