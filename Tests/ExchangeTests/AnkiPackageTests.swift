import Decks
import Scheduler
import Testing

@testable import Exchange

@Suite struct AnkiPackageTests {
  @Test func sumsAreThoseOfTheStandards() {
    #expect(StoredZip.crc(of: Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(StoredZip.crc(of: []) == 0)
    #expect(SHA1.begin(of: "abc") == 0xA999_3E36)
    #expect(SHA1.begin(of: "") == 0xDA39_A3EE)
    #expect(
      SHA1.begin(of: "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") == 0x8498_3E44)
    for count in 50..<70 { _ = SHA1.begin(of: String(repeating: "a", count: count)) }
    #expect(AnkiContent.plain("a<br><i>b &amp;&lt;c</i>") == "ab &<c")
  }

  @Test func numbersAreForEver() {
    #expect(AnkiContent.number("card", "star-people/PE-01") == 1_472_437_840_271)
    #expect(AnkiContent.number("note", "star-people/PE-01") == 1_594_624_404_017)
    #expect(AnkiContent.number("deck", "Starling::STAR: working with people") == 1_009_832_971_648)
  }

  /// The first answers are of learning, or Anki takes the rest for cut off; those of the day of a lapse are
  /// of learning anew.
  @Test func logsBeginWithLearning() {
    let day = 86_400_000
    let reviews = [
      (0, Grade.again), (600_000, .good), (3 * day, .good), (3 * day + 5, .good), (9 * day, .again),
      (9 * day + 5, .good), (10 * day, .good),
    ].map { time, grade in
      (
        review: Review(
          time: Timestamp(milliseconds: Int64(1_790_000_000_000 + time)), utcOffset: 0, grade: grade
        ),
        duration: Int?.none
      )
    }
    let schedule = AnkiSchedule(
      reviews, model: ModelName.fsrs6.model, rule: DueRule(), startHour: 4)
    #expect(schedule.log.map(\.kind) == [0, 0, 1, 1, 1, 2, 1])
    #expect(schedule.log.allSatisfy { $0.interval >= 1 && $0.factor >= 100 && $0.factor <= 1100 })
    #expect(schedule.memory?.reps == 7 && schedule.memory?.lapses == 1)
    #expect(schedule.log.dropFirst().map(\.lastInterval) == schedule.log.dropLast().map(\.interval))
  }
}
