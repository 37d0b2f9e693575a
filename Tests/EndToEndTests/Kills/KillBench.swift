import TestSupport
import Testing

/// A home in which a person has practised and written, of which each killed command gets a copy.
struct KillBench {
  /// What is being done when the program is killed.
  enum Work: String, CaseIterable {
    case grade, importing, restore, form, migrating, undoing, meeting
  }

  /// What happens at a system call.
  enum Harm: String, CaseIterable {
    case kill = "signal=SIGKILL"
    case noSpace = "error=ENOSPC"
    case broken = "error=EIO"
  }

  /// A system call at which the program is harmed: the `count`-th of its name.
  struct Point: CustomStringConvertible {
    var work: Work
    var call: String
    var count: Int
    var harm = Harm.kill

    var description: String { "\(work), \(harm) at \(call) number \(count)" }
  }

  private static let calls = [
    "openat", "write", "pwrite64", "pwritev", "fsync", "fdatasync", "rename", "renameat",
    "renameat2", "unlink", "unlinkat", "ftruncate", "fallocate", "mkdir", "mkdirat", "link",
    "rmdir", "fchmod",
  ]

  private let home: TemporaryHome

  init() throws {
    home = try TemporaryHome()
    try home.write(
      "practice:\n  minutes: 20\nsync:\n  place: '\(home.file("meet"))'\n", to: "base/config.yaml")
    try home.write(sampleDeck, to: "base/decks/sample.yaml")
    try home.write(
      "sed -i 's/^title:.*/title: Told anew/' \"$1\" && : >\"$WORK/edited\"\n", to: "edit.sh")
    try home.write("cat \"$1\" >>\"$WORK/seen\"\n", to: "look.sh")
    try home.write(Self.run, to: "run.sh")
    try home.write(Self.compare, to: "compare.sh")
    try sh(Self.fill)
  }

  /// The calls of some work that change files, as strace counts them in a run that goes well.
  func points(of work: Work) throws -> [Point] {
    try sh(
      """
      rm -rf home meet; cp -a \(work.base) home; cp -a met meet
      sh run.sh \(work.rawValue) -e trace=\(Self.calls.joined(separator: ","))
      """)
    var counts: [String: Int] = [:]
    // The editor's own calls are not ours, but a kill at them is one between two of ours.
    for line in try home.text(of: "trace").split(separator: "\n") {
      guard let call = Self.calls.first(where: { line.contains(" \($0)(") }) else { continue }
      counts[call, default: 0] += 1
    }
    return counts.sorted { $0.key < $1.key }.flatMap { call, count in
      (1...count).map { Point(work: work, call: call, count: $0) }
    }
  }

  /// What is wrong in the home after a harm; empty if nothing is.
  func faults(after point: Point) throws -> String {
    try sh(
      """
      rm -rf home tmp edited seen meet; cp -a \(point.work.base) home; cp -a met meet; mkdir tmp
      sh run.sh \(point.work.rawValue) -e trace=\(point.call) \
        -e inject=\(point.call):\(point.harm.rawValue):when=\(point.count)
      sh compare.sh \(point.work.rawValue) >faults 2>&1 || echo "the comparison failed" >>faults
      """)
    return try home.text(of: "faults")
  }

  private func sh(_ script: String) throws {
    let run = try CommandRun(
      ProgramPath.installed("sh"), ["-e", "-c", "cd '\(home.path)'\n\(script)"],
      environment: home.environment(adding: [
        "STARLING": try ProgramPath.built("starling"), "STARLING_HOME": home.file("home"),
        "WORK": home.path, "TMPDIR": home.file("tmp"), "EDITOR": "sh '\(home.file("edit.sh"))'",
        "HOME": home.file("nowhere"),
        "OLDER": String("\(#filePath)".dropLast("Kills/KillBench.swift".count))
          + "older-database.sql",
      ]))
    guard run.status == .exitCode(0) else { throw TestFailure("\(run.output)\(run.errors)") }
  }

  /// Does one of the works under strace; a form needs a terminal.
  private static let run = """
    case $1 in
      grade) line='grade star-people/PE-02 good';;
      importing) line='import archive.json';;
      restore) line='restore older.sqlite';;
      form) line='stories edit 1';;
      migrating) line='due';;
      undoing) line='undo';;
      meeting) line='sync';;
    esac
    shift
    command="strace -f -qq -o trace $* \"$STARLING\" $line"
    case $line in
      stories*) script -qec "$command" /dev/null </dev/null >errors 2>&1 || :;;
      *) eval "$command" >out 2>errors || :;;
    esac
    """

  /// Makes the home, what is imported into it and the copy that is brought back, and what each work
  /// that goes well comes to.
  private static let fill = """
    mkdir tmp
    STARLING_HOME=$PWD/other; export STARLING_HOME
    for n in 1 2 3 4 5; do "$STARLING" grade star-people/PE-0$n good --at 2026-01-0${n}T10:00Z 2>log; done
    "$STARLING" stories add 'From elsewhere' 2>>log
    "$STARLING" interviews add Elsewhere --at 2040-01-05T10:00Z 2>>log
    "$STARLING" export --format json archive.json
    "$STARLING" backup older.sqlite >>log
    mkdir met; "$STARLING" sync met >>log 2>&1
    mv base home; STARLING_HOME=$PWD/home
    "$STARLING" grade star-people/PE-01 hard --at 2026-01-01T10:00Z 2>>log
    "$STARLING" stories add 'The first story' 2>>log
    "$STARLING" interviews add Acme --at 2040-01-05T10:00Z 2>>log
    "$STARLING" due >>log
    mv home base
    mkdir old; cp base/config.yaml old; cp -a base/decks old
    python3 -c 'import sqlite3, sys
    sqlite3.connect("old/starling.sqlite").executescript(open(sys.argv[1]).read())' "$OLDER"
    chmod 600 old/starling.sqlite
    cat >dump.sh <<'END'
    # What was written in the same millisecond stands in any order.
    "$STARLING" export --format json - | sed 's/17[0-9]\\{11\\}/NOW/g; s/,$//' | LC_ALL=C sort
    END
    for work in before grade importing restore form migrating undoing meeting; do
      rm -rf home meet; cp -a met meet; if test $work = migrating; then cp -a old home; else cp -a base home; fi
      test $work = before || sh run.sh $work -e trace=none
      sh dump.sh >expected.$work
    done
    for work in form undoing migrating; do cmp -s expected.before expected.$work && exit 9; done
    rm -rf home tmp meet
    """

  /// Compares the home with what it was and with what it was to become, and names what is wrong.
  private static let compare = """
    work=$1
    "$STARLING" doctor >doctor.out 2>&1 || { echo "doctor ends with $?:"; cat doctor.out; }
    sh dump.sh >now
    if cmp -s now expected.before; then state=before
    elif cmp -s now expected.$work; then state=after
    else echo 'neither as before nor as after:'; diff expected.before now | head -20; fi
    if grep -q 'due\\|added\\|brought\\|took back' errors && test "$state" = before; then
      echo 'acknowledged, but not there:'; cat errors
    fi
    if test $work = meeting; then
      grep '^starling: ' errors | grep -v 'goes to' >said || :
      test "$(wc -l <said)" -le 2 || { echo 'more than two lines are said:'; cat said; }
      "$STARLING" sync >/dev/null 2>sync.err || { echo 'the next time fails:'; cat sync.err; }
      sh dump.sh >then; cmp -s then expected.meeting || { echo 'not all came:'; diff expected.meeting then; }
      STARLING_HOME=$PWD/third "$STARLING" sync meet >/dev/null 2>&1
      STARLING_HOME=$PWD/third sh dump.sh >third.out; rm -rf third
      sed '/"settings"/d' then >then.out; sed '/"settings"/d' third.out | cmp -s - then.out \
        || { echo 'another home gets:'; diff then.out third.out; }
    fi
    if test $work = form && test -e edited && test "$state" = before; then
      EDITOR="sh '$WORK/look.sh'" script -qec '"$STARLING" stories edit 1' /dev/null </dev/null >/dev/null
      grep -q 'Told anew' seen || { echo 'the text is not found again:'; cat seen; }
    fi
    # The next copy takes away what is left of one that was cut off.
    "$STARLING" backup >/dev/null 2>&1
    left=$(find home tmp meet -name '*.part*' -o -name '.starling-*' -o -name '*.restored*' -o -path 'tmp/*' | head)
    test -z "$left" || { echo 'left behind:'; echo "$left"; }
    """
}

extension KillBench.Work {
  /// The home that it is done in.
  fileprivate var base: String { self == .migrating ? "old" : "base" }
}
