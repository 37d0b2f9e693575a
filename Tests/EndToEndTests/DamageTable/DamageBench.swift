import TestSupport
import Testing

/// How a command ended.
struct DamageOutcome: Equatable {
  var code: Int
  /// What it wrote to standard error.
  var errors: String
  /// Lines of its output that name a fault.
  var faults: String
  /// How many rows each table of what was practised and written has afterwards.
  var truth: String

  var firstLine: String { errors.split(separator: "\n").first.map(String.init) ?? "" }
}

/// A home in which a person has practised and written, of which each command gets a copy.
struct DamageBench {
  private let home: TemporaryHome

  init() throws {
    home = try TemporaryHome()
    try home.write(sampleDeck.replacing("id: sample", with: "id: mine"), to: "base/decks/mine.yaml")
    try home.write("practice:\n  minutes: 20\n", to: "base/config.yaml")
    try home.write(
      "card_id,review_time,review_rating\nstar-people/PE-03,1750000000000,3\n", to: "reviews.csv")
    try home.write("What would you do first?\n", to: "questions.txt")
    try home.write(
      "sed -i 's/^\\(name\\|title\\|notes\\|role\\):.*/\\1: Told anew/' \"$1\"\n", to: "edit.sh")
    try home.write(Self.flip, to: "flip.py")
    try home.write(Self.count, to: "count.py")
    try home.write(Self.noise, to: "noise")
    try home.write(Self.run, to: "run.sh")
    try home.write(
      DamageCommand.all.map { "\($0.line)\t\($0.input)\n" }.joined(), to: "commands")
    _ = try CommandRun(
      ProgramPath.installed("chown"), ["-R", "65534", home.path], environment: home.environment())
    try sh(Self.fill)
  }

  /// What comes of each command in a home that a script has damaged, each in a copy of its own.
  func outcomes(of damage: String?) throws -> [DamageOutcome] {
    try home.write(damage ?? ":", to: "damage.sh")
    try sh("sh run.sh")
    return try DamageCommand.all.indices.map { index in
      let code = try home.text(of: "out/\(index).code")
      return DamageOutcome(
        code: Int(code.split(separator: "\n").first ?? "") ?? -1,
        errors: try readable(home.text(of: "out/\(index).errors")),
        faults: try readable(home.text(of: "out/\(index).faults")),
        truth: try home.text(of: "out/\(index).truth"))
    }
  }

  /// Without what is another one on another day.
  private func readable(_ text: String) -> String {
    text.replacing(home.path, with: "~")
      .replacing(
        /20[0-9]{2}-[0-9]{2}-[0-9]{2}(T[0-9]{2}-[0-9]{2}-[0-9]{2})?( [0-9]{2}:[0-9]{2})?/,
        with: "DAY"
      )
      .replacing(/in [0-9]+ days/, with: "in N days")
  }

  private func sh(_ script: String) throws {
    let run = try CommandRun(
      ProgramPath.installed("setpriv"),
      ["--reuid=65534", "--clear-groups", "sh", "-e", "-c", "cd '\(home.path)'\n\(script)"],
      environment: home.environment(adding: [
        "STARLING": try ProgramPath.built("starling"), "STARLING_HOME": home.file("home"),
        "EDITOR": "sh '\(home.file("edit.sh"))'", "HOME": home.file("nowhere"),
      ]), seconds: 300)
    guard run.status == .exitCode(0) else { throw TestFailure("\(run.output)\(run.errors)") }
  }

  /// Bytes that look like nothing in particular, the same each time.
  private static let noise: [UInt8] = {
    var state: UInt32 = 1
    return (0..<6000).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(truncatingIfNeeded: state >> 24)
    }
  }()

  /// Flips a bit in every 97th byte.
  private static let flip = """
    import sys
    data = bytearray(open(sys.argv[1], 'rb').read())
    for i in range(53, len(data), 97): data[i] ^= 1 << (i % 7)
    open(sys.argv[1], 'wb').write(data)
    """

  /// Counts the rows of what is the person's, in each database of a folder.
  private static let count = """
    import glob, os, sqlite3
    derived = {'memory', 'cache', 'standing', 'grdb_migrations'}
    for path in glob.glob('out/*.db'):
        try:
            d = sqlite3.connect(path)
            names = [n for (n,) in d.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
            text = ' '.join('%s %d' % (n, d.execute('SELECT count(*) FROM ' + n).fetchone()[0])
                            for n in names if n not in derived and 'histor' not in n and n[:7] != 'sqlite_')
        except sqlite3.Error as e:
            text = str(e)
        open(path[:-2] + 'truth', 'w').write(text)
        os.unlink(path)
    """

  private static let fill = """
    mv base home
    for command in \\
      'grade star-people/PE-01 good --at 2026-01-02T10:00Z' \\
      'grade star-people/PE-04 again --at 2026-01-02T10:05Z' \\
      'grade mine/A1 hard --at 2026-01-02T10:10Z' \\
      'stories add "First story"' \\
      'interviews add Acme --round 1 --at 2026-01-05T10:00Z' \\
      'interviews add Acme --round 2 --at 2040-01-05T10:00Z' \\
      'people add Acme "Ann"' 'doubts add Acme "too junior"' 'facts add Acme "They sell tea"' \\
      'questions add Acme "What next?"' 'log add Acme --round 1 "Why here?"' \\
      'export --format json archive.json' 'backup copy.sqlite'
    do eval "\\"$STARLING\\" $command" >log 2>&1 || { cat log; echo "$command"; exit 1; }; done
    chmod 700 home; mv home base
    """

  /// Runs each line of `commands` in a damaged copy of `base`.
  private static let run = """
    chmod -R u+rwX home out 2>/dev/null || :
    rm -rf out; mkdir out
    ulimit -v 8000000
    n=0
    tab=$(printf '\\t')
    while IFS="$tab" read -r line input; do
      chmod -R u+rwX home 2>/dev/null || :
      rm -rf home page.html out.json copy-2.sqlite; cp -a base home; (cd home && sh ../damage.sh)
      code=0
      printf "$input" | eval "timeout 5 \\"$STARLING\\" $line" >stdout 2>out/$n.errors || code=$?
      echo $code >out/$n.code
      grep -a 'fault' stdout >out/$n.faults || :
      if test -f home/starling.sqlite && test -r home/starling.sqlite; then
        cp home/starling.sqlite out/$n.db
        test ! -f home/starling.sqlite-wal || cp home/starling.sqlite-wal out/$n.db-wal
      fi
      echo none >out/$n.truth
      n=$((n + 1))
    done <commands
    python3 count.py
    """
}
