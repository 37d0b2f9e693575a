import Exchange
import Scheduler
import Testing

@Suite struct ISO8601Tests {
  @Test(
    arguments: [
      ("2026-11-26T14:00:00Z", 1_795_701_600_000), ("2026-11-26T14:00Z", 1_795_701_600_000),
      ("2026-11-26T15:00:00+01:00", 1_795_701_600_000),
      ("2026-11-26 08:30:00-0530", 1_795_701_600_000),
      ("2026-11-26T14:00:00.250Z", 1_795_701_600_250), ("1970-01-01T00:00:00Z", 0),
      // No zone: local, which is two hours east here.
      ("2026-11-26T16:00", 1_795_701_600_000), ("2026-11-26", 1_795_644_000_000),
    ] as [(String, Int64)])
  func reads(_ text: String, as milliseconds: Int64) {
    #expect(
      ISO8601.time(text) { _ in 7200 } == Timestamp(milliseconds: milliseconds))
  }

  @Test(arguments: [
    "", "tomorrow", "2026-13-01", "2026-02-30", "2026-11-26T", "2026-11-26T25:00",
    "2026-11-26T14:00:00ZZ", "2026-11-26T14:00:00+", "2026-11-26T14:00:00.Z", "2026-11-26T1:00",
    "26/11/2026", "2026-11-26T14:00:00+01:00x",
  ])
  func refuses(_ text: String) {
    #expect(ISO8601.time(text) { _ in 0 } == nil)
  }

  @Test(arguments: [-1, 0, 1_795_701_600_000, 1_795_701_600_250, -62_135_596_800_000] as [Int64])
  func whatIsWrittenReadsTheSame(milliseconds: Int64) {
    let time = Timestamp(milliseconds: milliseconds)
    #expect(ISO8601.time(ISO8601.text(time)) { _ in 0 } == time)
  }

  @Test func millisecondsAreWrittenOnlyWhenThereAreAny() {
    #expect(ISO8601.text(Timestamp(milliseconds: 0)) == "1970-01-01T00:00:00Z")
    #expect(ISO8601.text(Timestamp(milliseconds: 7)) == "1970-01-01T00:00:00.007Z")
  }
}
