import FoundationEssentials
import Glibc
import Practice
import TestSupport
import Testing

/// A whole answer that a voice says into the recorder, second by second, while the parts are marked by
/// their key, and that an engine hears.
@Suite(.timeLimit(.minutes(20))) struct SpokenAnswerTests {
  /// Writes what is said as time passes, as a recorder does, and says when it began.
  private static let recorder = """
    import os, signal, struct, sys, time
    home = os.environ["STARLING_HOME"]
    whole = open(home + "/story.wav", "rb").read()
    rate, said, out = struct.unpack("<I", whole[24:28])[0], whole[44:], open(sys.argv[1], "wb")
    out.write(whole[:44])
    begin, written = time.monotonic_ns(), 0
    with open(home + "/began", "w") as began:
        began.write("%d\\n" % begin)
    def listen():
        global written
        until = (time.monotonic_ns() - begin) * rate // 1000000000 * 2
        out.write(said[written:until] + bytes(max(0, until - max(written, len(said)))))
        written = until
    def end(*_):
        listen()
        for place, size in (4, 36 + written), (40, written):
            out.seek(place)
            out.write(struct.pack("<I", size))
        out.close()
        sys.exit(0)
    signal.signal(signal.SIGTERM, end)
    while True:
        time.sleep(0.05)
        listen()
    """

  /// Half a second beside the middle of a pause, at most: late, early, late.
  private static let slips = [400, -400, 450]

  @Test(.enabled(if: RealEngine.isThere, Comment(rawValue: RealEngine.advice)))
  func anAnswerOfNinetySecondsIsHeardInItsParts() throws {
    let home = try TemporaryHome()
    let sample = try SpokenSample(SpokenStory.stretches, wordsPerMinute: 106, in: home.path)
    #expect((85_000...95_000).contains(sample.milliseconds), "\(sample.milliseconds)")
    try home.write(sample.wav, to: "story.wav")
    try home.write(Self.recorder, to: "recorder.py")
    try home.writeDeck("sample", sampleDeck)
    let programs = [
      "recorder": "exec '\(RealEngine.python)' \"$STARLING_HOME/recorder.py\" \"$1\"",
      "transcriber": "HOME=/tmp exec '\(RealEngine.python)' '\(RealEngine.script)' \"$1\"",
    ]
    for (name, script) in programs {
      let path = try home.writeScript(name, script)
      #expect(try home.starling("config", "programs.\(name)", path).status == .exitCode(0))
    }
    let file = try spoken(sample, in: home)
    try compare(file, with: sample)
    let path = home.file("export.json")
    #expect(try home.starling("export", path).status == .exitCode(0))
    let archive = try home.text(of: "export.json")
    for text in file.speech.texts(inParts: true) {
      #expect(archive.contains("\"\(text)\""), "kept in its part: \(text)")
    }
  }

  /// Answers with the keys of the trainer, while the voice says it.
  private func spoken(_ sample: SpokenSample, in home: TemporaryHome) throws -> HeardFile {
    let session = try home.session("practice", "sample")
    try session.wait(for: "piano")
    try session.type(" ", andWaitFor: "recorded")
    let deadline = Deadline(seconds: patience)
    while (try? home.text(of: "began"))?.hasSuffix("\n") != true, !deadline.hasPassed {
      deadline.nap()
    }
    let began = try #require(Int(home.text(of: "began").dropLast()))
    let marks = zip(SpokenStory.beginnings(in: sample).dropFirst(), Self.slips).map { $0 + $1 }
    for (time, key) in marks.map({ ($0, " ") }) + [(sample.milliseconds + 300, "\r")] {
      // What the clock draws is taken meanwhile.
      while Self.now < began + time * 1_000_000 {
        let left = Double(began + time * 1_000_000 - Self.now) / 1e9
        _ = try? session.wait(for: "nothing of this kind", seconds: min(1, left))
      }
      session.type(key)
    }
    try session.wait(for: "Your words are below", seconds: 600)
    try session.type("3", andWaitFor: "wrong")
    session.process.send(SIGTERM)
    #expect(try session.exitStatus() == .exitCode(0))
    let names = try FileManager.default.contentsOfDirectory(atPath: home.file("recordings"))
    let name = try #require(names.first { $0.hasSuffix(".heard") }, "\(names)")
    return try #require(HeardFile(home.text(of: "recordings/\(name)")))
  }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  private func compare(_ file: HeardFile, with sample: SpokenSample) throws {
    let texts = file.speech.texts(inParts: true)
    let placed = SpokenStory.placed(texts)
    #expect(placed.heard * 10 >= placed.told * 7, "\(placed)")
    #expect(placed.right * 100 >= placed.heard * 95, "\(placed)")
    let delivery = try #require(Delivery(of: file.speech, duration: file.duration ?? 0))
    let pace = try #require(delivery.pace)
    let expected = SpokenStory.pace(in: sample)
    #expect(abs(pace - expected) <= 0.05 * expected, "\(pace) for \(expected)")
    let long = SpokenStory.longSilences
    #expect(delivery.pauses.count == long.count, "\(delivery.pauses)")
    for (pause, silence) in zip(delivery.pauses, long) {
      #expect(abs(pause.length - silence) <= 300, "\(pause.length) for \(silence)")
    }
    // What stands out is what would in the same text typed, but for what goes by signs.
    func kinds(_ texts: [String], spoken: Int?) -> Set<ObservationKind> {
      var context = ObservationContext(competency: "teamwork")
      context.spoken = spoken
      let answer = StarAnswer(
        situation: texts[0], task: texts[1], action: texts[2], result: texts[3])
      let all = answer.observations(in: context, kinds: ObservationKind.onAtFirst).map(\.kind)
      let silent: Set<ObservationKind> = [.occasion, .falseStar, .passive, .evidence, .length]
      return Set(all).subtracting(silent)
    }
    #expect(
      kinds(texts, spoken: file.duration) == kinds(SpokenStory.texts, spoken: nil), "\(texts)")
  }
}
