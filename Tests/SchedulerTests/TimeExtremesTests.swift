import Scheduler
import Testing

/// Arithmetic on days and times, at the ends of what can be counted: it never ends the program, and
/// in between it is exact.
@Suite struct TimeExtremesTests {
  private static let numbers: [Int] =
    [.min, .min + 1, .min / 2, -9_223_372_036_854_776, -106_751_991_167, -86_400_001, -719_468, -1]
    + [0, 1, 719_468, 86_400_000, 106_751_991_167, 9_223_372_036_854_775, .max / 2, .max - 1, .max]

  /// The extremes, and as many drawn from everywhere.
  private static func drawn(_ seed: UInt64) -> [Int] {
    var generator = SeededGenerator(seed: seed)
    return numbers
      + (0..<200).map { _ in
        let shift = Int.random(in: 0..<64, using: &generator)
        return Int(truncatingIfNeeded: generator.next()) >> shift
      }
  }

  @Test func everyMomentHasADayAndEveryDayABeginning() {
    for number in Self.drawn(1) {
      for offset in Self.numbers {
        let time = Timestamp(milliseconds: Int64(number))
        let day = Day(containing: time, utcOffset: offset)
        _ = day.start(utcOffset: offset)
        let start = Day(number: number).start(utcOffset: offset)
        #expect(start >= Timestamp(milliseconds: .min) && start <= Timestamp(milliseconds: .max))
        if abs(number / 4) < 100_000_000, abs(offset / 2) < 86_400 {
          #expect(
            Day(containing: start, utcOffset: offset) == Day(number: number), "\(number) \(offset)")
        }
      }
    }
  }

  @Test func everyDayHasADateAndAWeekday() {
    for number in Self.drawn(2) {
      let day = Day(number: number)
      let date = day.calendarDate
      #expect((1...12).contains(date.month) && (1...31).contains(date.day))
      #expect((1...7).contains(day.weekday))
      #expect(!day.description.isEmpty)
      if (-9999...9999).contains(date.year) {
        #expect(Day(year: date.year, month: date.month, day: date.day) == day)
      }
    }
    #expect(Day(number: 3).weekday == 7 && Day(number: -4).weekday == 7)
    #expect(Day(number: 4_000_000).description == "12921-08-18")
  }

  @Test func sumsAndDifferencesStopAtTheEnds() {
    for a in Self.drawn(3) {
      for b in Self.numbers {
        let exact = Double(a) - Double(b)
        #expect(abs(Double(Day(number: a) - Day(number: b)) - exact) <= abs(exact) / 2 + 1)
        #expect((Day(number: a) + b).number == a.saturatingAdd(b))
        #expect((Day(number: a) - b).number == a.saturatingSubtract(b))
        let (time, other) = (Timestamp(milliseconds: Int64(a)), Timestamp(milliseconds: Int64(b)))
        #expect((time.days(since: other) > 0) == (time > other))
        let later = time.adding(milliseconds: Int64(b))
        #expect(b >= 0 ? later >= time : later <= time)
      }
      for days in [-Double.infinity, -1e300, -4e8, 0, 1, 4e8, 1e300, .infinity, .nan] {
        let later = Timestamp(milliseconds: Int64(a)).adding(days: days)
        #expect(days > 0 ? later.milliseconds >= a : days < 0 ? later.milliseconds <= a : true)
      }
    }
    #expect(Int.max.saturatingMultiply(-2) == .min && Int.min.saturatingMultiply(-1) == .max)
    #expect(7.saturatingMultiply(-6) == -42)
  }

  @Test(arguments: [
    (Double.nan, 0), (.infinity, Int.max), (-.infinity, .min), (1e19, .max), (-1e19, .min),
    (9.2e18, 9_200_000_000_000_000_000), (2.9, 2), (-2.9, -2), (0, 0),
  ]) func aNumberIsCutToAWhole(_ value: Double, _ whole: Int) {
    #expect(Int(saturating: value) == whole)
  }

  @Test func memoryOfExtremesHasADate() {
    let offsets = [Int.min, -64_800, 0, 64_800, .max]
    let models: [any MemoryModel] = [FSRS6(), FSRS7()]
    for model in models {
      for first in Self.numbers {
        for second in Self.numbers {
          for offset in offsets {
            let reviews = [first, second].map {
              Review(
                time: Timestamp(milliseconds: Int64($0)), utcOffset: offset, grade: .good)
            }
            guard let memory = model.replay(reviews) else { continue }
            for retention in [0.9, 0, 1, .nan, -.infinity] {
              _ = DueRule(retention: retention, fuzzSeed: 1).due(of: memory, model: model)
            }
            let recall = model.retrievability(
              of: memory, at: Timestamp(milliseconds: .max))
            #expect((0...1).contains(recall))
          }
        }
      }
    }
  }

  @Test func aMemoryThatIsNoNumberHasADate() {
    for stability in [Double.nan, .infinity, -.infinity, 0, -1, 1e308] {
      let memory = Memory(
        state: MemoryState(stability: stability, fastStability: stability, difficulty: stability),
        lastReview: Timestamp(milliseconds: .max), lastDay: Day(number: .max), reps: .max,
        lapses: .max)
      _ = DueRule(fuzzSeed: 1).due(of: memory, model: FSRS6())
      _ = DueRule(fuzzSeed: 1).due(of: memory, model: FSRS7())
    }
  }
}
