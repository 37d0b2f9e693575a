import Glibc
import TestSupport
import Testing

/// The database is damaged in ten ways; each time Starling says what is wrong, destroys nothing, and
/// the last copy comes back.
@Suite(.timeLimit(.minutes(20)), .enabled(if: geteuid() == 0, "it gives files to other users"))
struct DamageTests {
  struct Damage: Sendable, CustomTestStringConvertible {
    var name: String
    /// A script that does it, in the folder of everything.
    var script: String
    /// What notices it, and with which code it ends.
    var command = "grade star-people/PE-01 good"
    var code: Int32
    /// What is said.
    var message: String
    /// A script that undoes what keeps a copy from coming back: the advice that was given.
    var remedy = ""
    /// Whether everything happens as a user who is not root.
    var asNobody = false

    var testDescription: String { name }
  }

  static let damages = [
    Damage(
      name: "truncated", script: "truncate -s 30000 data/starling/starling.sqlite", code: 65,
      message: "is damaged"),
    Damage(
      name: "emptied", script: "truncate -s 0 data/starling/starling.sqlite", code: 65,
      message: "has nothing in it, though there are safety copies"),
    Damage(
      name: "zeroed pages",
      script:
        "dd if=/dev/zero of=data/starling/starling.sqlite bs=4096 seek=6 count=20 conv=notrunc",
      command: "doctor", code: 1, message: "fault: "),
    Damage(
      name: "wrong header",
      script: "printf 'Wrong format 1\\n' | dd of=data/starling/starling.sqlite conv=notrunc",
      code: 65, message: "is damaged (file is not a database)"),
    Damage(
      name: "swapped log", script: "cp other.sqlite-wal data/starling/starling.sqlite-wal",
      code: 65, message: "is damaged"),
    Damage(
      name: "read-only", script: "chmod 400 data/starling/starling.sqlite", code: 74,
      message: "“chmod 600 ", remedy: "chmod 600 data/starling/starling.sqlite", asNobody: true),
    Damage(
      name: "wrong owner", script: "chown 0:0 data/starling/starling.sqlite", code: 74,
      message: "it belongs to another user; “sudo chown 65534 ",
      remedy: "chown 65534 data/starling/starling.sqlite", asNobody: true),
    Damage(
      name: "newer schema",
      script: """
        python3 -c "import sqlite3; d = sqlite3.connect('data/starling/starling.sqlite')
        d.execute('INSERT INTO grdb_migrations VALUES (99)'); d.commit()"
        """, code: 69, message: "was written by a newer Starling"),
    Damage(
      name: "folder missing", script: "rm -r data/starling", code: 0,
      message: "there was no database in "),
    Damage(
      name: "folder is a file", script: "mv data/starling aside && touch data/starling", code: 73,
      message: "there is a file of that name; move it away",
      remedy: "rm data/starling && mv aside data/starling"),
  ]

  @Test(arguments: damages) func isSaidDestroysNothingAndIsMended(damage: Damage) throws {
    let home = try practisedHome()
    let uid = damage.asNobody ? 65534 : 0
    try home.sh("chown -R \(uid) . && chmod 755 .")
    try home.sh(damage.script)
    let before = try home.fingerprints()
    let run = try home.run(damage.command, as: uid)
    #expect(run.status == .exitCode(damage.code), "\(run.errors)")
    #expect((run.output + run.errors).contains(damage.message), "\(run.output)\(run.errors)")
    let after = try home.fingerprints()
    #expect(before.isSubset(of: after), "\(before.subtracting(after))")

    try home.sh(damage.remedy)
    let restored = try home.run("restore copy.sqlite", as: uid)
    #expect(restored.status == .exitCode(0), "\(restored.errors)")
    #expect(
      try home.run("memory --json --at 2027-01-01", as: uid).output
        == home.text(of: "expected.json"))
    #expect(try home.run("doctor", as: uid).status == .exitCode(0))
    // What was damaged is there still, wherever it was put.
    let kept = Set(try home.fingerprints().map { $0.split(separator: " ")[0] })
    if damage.remedy.isEmpty, damage.name != "newer schema" {
      #expect(before.allSatisfy { kept.contains($0.split(separator: " ")[0]) })
    }
  }

  @Test func aFullDiskIsSaidAndNothingIsLost() throws {
    let home = try practisedHome()
    let script = """
      mkdir full && mount -t tmpfs -o size=4m tmpfs full && cp -r data full/ && cd full || exit 99
      export XDG_DATA_HOME=$PWD/data
      dd if=/dev/zero of=filling bs=4096 2>/dev/null
      for n in 1 2 3 4 5 6 7 8; do "$STARLING" grade star-people/PE-01 good || { code=$?; break; }; done
      echo "code $code"
      "$STARLING" backup
      echo "code $?"
      "$STARLING" restore ../copy.sqlite
      echo "code $?"
      "$STARLING" doctor
      echo "code $?"
      rm filling
      "$STARLING" memory --json --at 2027-01-01 > ../full.json
      "$STARLING" restore ../copy.sqlite && "$STARLING" memory --json --at 2027-01-01 > ../restored.json
      """
    try home.write(script, to: "full.sh")
    let run = try CommandRun(
      ProgramPath.installed("unshare"),
      ["-m", "sh", "-c", "cd '\(home.path)' && sh full.sh"], environment: home.xdgEnvironment())
    #expect(run.output.hasPrefix("code 74\ncode 74\ncode 74\n"), "\(run.output)\n\(run.errors)")
    #expect(run.output.contains("code 1\n"))
    #expect(run.errors.contains(": the disk is full"))
    #expect(try !home.text(of: "full.json").isEmpty)
    #expect(try home.text(of: "restored.json") == home.text(of: "expected.json"))
  }

  /// A home in which much was practised, with a copy in `copy.sqlite` and what it holds.
  private func practisedHome() throws -> TemporaryHome {
    let home = try TemporaryHome()
    let rows = (0..<4000).map { index in
      "star-people/PE-0\(index % 7 + 1),\(1_700_000_000_000 + index * 9_000_000),\(index % 4 + 1)"
    }
    try home.write(
      "card_id,review_time,review_rating\n" + rows.joined(separator: "\n") + "\n",
      to: "reviews.csv")
    for command in [
      "import reviews.csv", "grade star-people/PE-01 good", "backup copy.sqlite",
    ] {
      let run = try home.run(command)
      #expect(run.status == .exitCode(0), "\(run.errors)")
    }
    try home.write(home.run("memory --json --at 2027-01-01").output, to: "expected.json")
    // The log of another database of the same shape, by a program that was killed.
    let others = rows.map { $0.replacing("star-people", with: "star-results") }
    try home.write(
      "card_id,review_time,review_rating\n" + others.joined(separator: "\n") + "\n",
      to: "others.csv")
    try home.sh(
      """
      STARLING_HOME=$PWD/other "$STARLING" import others.csv
      python3 -c "import sqlite3, os
      d = sqlite3.connect('other/starling.sqlite')
      d.execute('INSERT INTO reviews (card, at_ms, utc_offset, grade, mode) SELECT card, at_ms + 1, 0, 3, mode FROM reviews LIMIT 20')
      d.commit(); os._exit(0)"
      cp other/starling.sqlite-wal other.sqlite-wal
      """)
    return home
  }
}

extension TemporaryHome {
  /// Everything in folders of its own, as on a machine where `STARLING_HOME` is not set.
  fileprivate func xdgEnvironment() throws -> [String: String] {
    var variables = environment(adding: [
      "XDG_DATA_HOME": file("data"), "XDG_CONFIG_HOME": file("config"),
      "XDG_CACHE_HOME": file("cache"), "STARLING": try ProgramPath.built("starling"),
    ])
    variables["STARLING_HOME"] = nil
    return variables
  }

  fileprivate func run(_ arguments: String, as uid: Int = 0) throws -> CommandRun {
    try CommandRun(
      ProgramPath.installed("setpriv"),
      ["--reuid=\(uid)", "sh", "-c", "cd '\(path)' && exec \"$STARLING\" \(arguments)"],
      environment: xdgEnvironment())
  }

  fileprivate func sh(_ script: String) throws {
    let run = try CommandRun(
      ProgramPath.installed("sh"), ["-e", "-c", "cd '\(path)'\n\(script)"],
      environment: xdgEnvironment())
    #expect(run.status == .exitCode(0), "\(run.errors)")
  }

  /// A line for each file of the data, with what is in it.
  fileprivate func fingerprints() throws -> Set<String> {
    let run = try CommandRun(
      ProgramPath.installed("sh"),
      [
        "-c",
        "cd '\(path)' && find data aside -type f ! -name '*-shm' -exec sha256sum {} + 2>/dev/null",
      ],
      environment: xdgEnvironment())
    return Set(run.output.split(separator: "\n").map(String.init))
  }
}
