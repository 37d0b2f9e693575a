import Foundation
import TestSupport
import Testing

/// What lies in the folder is of a newer Starling, or of somebody who means harm.
@Suite(.timeLimit(.minutes(20))) struct SyncStrangerTests {
  private let homes: SyncHomes

  init() throws {
    homes = try SyncHomes()
    try homes.done("one", "grade", "star-people/PE-01", "good")
    try homes.done("one", "stories", "add", "Depot")
    try homes.done("one", "sync", homes.place)
  }

  private func put(_ lines: [String], as name: String = "strange/lines.jsonl") throws {
    try homes.home.write(
      lines.map { $0 + "\n" }.joined(), to: "meet/starling-1/\(name)")
  }

  /// What cannot be read yet is kept, passed on, and taken in by whoever can read it.
  @Test func whatANewerStarlingSaysIsKeptAndPassedOn() throws {
    let future = [
      #"{"at":1795000000000,"k":"from-the-future","word":"kept"}"#,
      #"{"at":1795000000001,"field":"x","k":"set","of":[],"table":"moods","thing":"00000000000000aa","value":"glad"}"#,
      #"{"at":1795000000002,"field":"mood","k":"set","of":[],"table":"stories","thing":"00000000000000ab","value":"glad"}"#,
      #"{"at":1795000000003,"field":"title","k":"set","of":[],"table":"stories","thing":"00000000000000ab","value":"From tomorrow"}"#,
    ]
    try put(future)
    try homes.home.write("{}\n", to: "meet/starling-2/0123456789abcdef/batch.jsonl")
    let run = try homes.run("two", ["sync", homes.place])
    #expect(run.status == .exitCode(0), "\(run.errors)")
    #expect(run.errors.contains("of a newer Starling cannot be read by this one, and are kept"))
    #expect(try homes.done("two", "stories", "list").contains("From tomorrow"))
    // It goes to another place with all the rest.
    try homes.home.write("", to: "other/.keep")
    try homes.done("two", "sync", homes.home.file("other"))
    #expect(try homes.lines(in: homes.home.file("other")).isSuperset(of: future))
    try homes.done("one", "sync")
    #expect(try homes.export("one") == homes.export("two"))
    #expect(
      try homes.home.text(of: "meet/starling-2/0123456789abcdef/batch.jsonl") == "{}\n")
  }

  /// Whoever can write there adds records, and nothing else.
  @Test func whoMeansHarmAddsRecordsAndNothingElse() throws {
    let before = try homes.export("one")
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    func set(_ table: String, _ thing: String, _ field: String, _ value: String) -> String {
      #"{"at":1795000000000,"field":"\#(field)","k":"set","of":[],"table":"\#(table)","thing":"\#(thing)","value":\#(value)}"#
    }
    try put([
      deep, #"{"at":1795000000000,"k":"set","value":\#(deep)}"#,
      set("decks", "../../evil.yaml", "text", #""x""#),
      set("decks", "/tmp/evil.yaml", "text", #""x""#),
      set("decks", "evil", "text", #""\u0000""#),
      set("settings", "programs.editor", "value", #""touch owned""#),
      set("records; DROP TABLE reviews", "x", "y", #""z""#),
      set("stories", "00000000000000aa", "title\"; --", #""z""#),
      set("stories", "00000000000000ab", "strength", "999999999999999999"),
      set("stories", "00000000000000ac", "strength", #""five""#),
      set("employers", "00000000000000ad", "name", "null"),
      set("interviews", "00000000000000ae", "employer", #""00000000000000ae""#),
      set("interviews", "00000000000000ae", "starts_ms", "9223372036854775807"),
      #"{"at":-9223372036854775808,"k":"review","card":"star-people/PE-01","grade":3}"#,
      #"{"at":9223372036854775807,"k":"review","card":"star-people/PE-01","grade":3}"#,
      #"{"at":1795000000000,"k":"review","card":"star-people/PE-01","grade":7}"#,
      #"{"at":1795000000000,"k":"attempt","card":"\u001b[2J","grade":3}"#,
      #"{"at":1795000000000,"k":"same","table":"stories","a":"x","b":"x"}"#,
      #"{"at":1795000000000,"k":"back","of":["nothing"]}"#,
    ])
    try put((0..<20_000).map { "garbage \($0)" }, as: "strange/much.jsonl")
    try put([String(repeating: "x", count: 7 << 20)], as: "strange/long.jsonl")
    try homes.sh(
      """
      cd meet/starling-1
      own=$(ls | grep -v -e README -e strange)
      truncate -s 600M strange/large.jsonl
      ln -s /dev/zero strange/zero.jsonl; ln -s / strange/root; mkfifo strange/pipe.jsonl
      mkdir "$(printf 'strange\\033[2J')"; printf '{}\\n' >"$(printf 'strange\\033[2J')/x.jsonl"
      printf 'evil\\033]0;owned\\007' >strange/name
      printf 'not a line of ours\\n' >"$own/ffffffffffffffff.jsonl"
      """)
    for name in ["one", "two"] {
      let run = try homes.run(name, name == "one" ? ["sync"] : ["sync", homes.place])
      #expect(run.status == .exitCode(0), "\(run.errors)")
      #expect(!(run.output + run.errors).contains("\u{1B}"))
      #expect(run.errors.contains("mean nothing to this Starling"), "\(run.errors)")
      let status = try homes.done(name, "sync", "--status")
      #expect(!status.contains("\u{1B}") && !status.contains("\u{7}"))
      #expect(try homes.run(name, ["doctor"]).status == .exitCode(0))
    }
    #expect(try homes.export("one") == homes.export("two"))
    #expect(try !homes.done("one", "config").contains("owned"))
    #expect(before.contains("Depot"))
    #expect(try homes.export("one").contains("Depot"))
    for path in ["evil.yaml", "one/evil.yaml", "owned", "one/decks/evil.yaml"] {
      #expect(!FileManager.default.fileExists(atPath: homes.home.file(path)), "\(path)")
    }
    #expect(!FileManager.default.fileExists(atPath: "/tmp/evil.yaml"))
    // And all goes on.
    try homes.done("one", "grade", "star-people/PE-02", "good")
    for name in ["one", "two"] { try homes.done(name, "sync") }
    #expect(try homes.export("one") == homes.export("two"))
  }
}
