import Scheduler
import Testing

@Suite struct FSRS7VectorTests {
  @Test(arguments: ["fsrs7_params0", "fsrs7_params1"])
  func agreesWithTheReference(file: String) throws {
    let set = try vectors(FSRS7Vectors.self, file)
    #expect(set.histories.count == 200)
    let model = try FSRS7(parameters: set.params)
    #expect(model.parameters == set.params)
    for history in set.histories {
      var last: MemoryState?
      for index in history.ratings.indices {
        let grade = try #require(Grade(rawValue: history.ratings[index]))
        let days = history.delta_t[index]
        var state = model.state(afterFirst: grade)
        if let last {
          let recall = model.retrievability(of: last, afterDays: days)
          let expected = try #require(history.retrievability_before[index])
          #expect(relativeError(recall, expected) < 1e-9)
          let elapsed = Elapsed(wholeDays: Int(days), days: days)
          state = model.state(after: grade, from: last, elapsed: elapsed)
        } else {
          #expect(history.retrievability_before[index] == nil)
        }
        #expect(relativeError(state.stability, history.stability[index]) < 1e-9)
        #expect(relativeError(state.fastStability, history.stability_fast[index]) < 1e-9)
        #expect(relativeError(state.difficulty, history.difficulty[index]) < 1e-9)
        for (retention, intervals) in history.interval_days_raw {
          let interval = model.interval(of: state, retention: try #require(Double(retention)))
          #expect(relativeError(interval, intervals[index]) < 1e-9)
        }
        last = state
      }
    }
  }

  @Test func clipsToBoundsAndPutsInOrder() throws {
    let high = try FSRS7(parameters: Array(repeating: 1e9, count: 34)).parameters
    #expect(high[0] == 50 && high[3] == 100 && high[33] == 0.6)
    var mixed = FSRS7.defaults
    mixed[0] = 9
    mixed[25] = 0.8
    mixed[26] = 0.6
    let ordered = try FSRS7(parameters: mixed).parameters
    #expect(ordered[0...2] == [9, 9, 9])
    #expect(ordered[26] == 0.8)
  }
}
