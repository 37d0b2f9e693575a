import Scheduler
import Testing

@Suite struct FSRS6VectorTests {
  static let files = ["fsrs6_params0", "fsrs6_params1", "fsrs6_params2"]

  /// The states after each review, and recall just before it.
  static func states(
    _ model: FSRS6, _ history: FSRS6Vectors.History
  ) throws -> (states: [MemoryState], recall: [Double?]) {
    var states: [MemoryState] = []
    var recall: [Double?] = []
    for (rating, delta) in zip(history.ratings, history.delta_t) {
      let grade = try #require(Grade(rawValue: rating))
      if let last = states.last {
        recall.append(model.retrievability(of: last, afterDays: Double(delta)))
        let elapsed = Elapsed(wholeDays: delta, days: Double(delta))
        states.append(model.state(after: grade, from: last, elapsed: elapsed))
      } else {
        recall.append(nil)
        states.append(model.state(afterFirst: grade))
      }
    }
    return (states, recall)
  }

  @Test(arguments: files) func agreesWithTheReference(file: String) throws {
    let set = try vectors(FSRS6Vectors.self, file)
    #expect(set.histories.count == 200)
    let model = try FSRS6(parameters: set.params)
    #expect(model.parameters == set.params)
    for history in set.histories {
      let (states, recall) = try Self.states(model, history)
      let reference = history.ref_f64
      for (index, state) in states.enumerated() {
        #expect(relativeError(state.stability, reference.stability[index]) < 1e-9)
        #expect(relativeError(state.difficulty, reference.difficulty[index]) < 1e-9)
        #expect((recall[index] == nil) == (reference.retrievability_before[index] == nil))
        if let got = recall[index], let expected = reference.retrievability_before[index] {
          #expect(relativeError(got, expected) < 1e-9)
        }
        for (retention, intervals) in reference.interval_raw {
          let interval = model.interval(of: state, retention: try #require(Double(retention)))
          #expect(relativeError(interval, intervals[index]) < 1e-9)
        }
      }
    }
  }

  @Test(arguments: files) func agreesWithFsrsRs(file: String) throws {
    let set = try vectors(FSRS6Vectors.self, file)
    let model = try FSRS6(parameters: set.params)
    for history in set.histories {
      let (states, _) = try Self.states(model, history)
      for (index, state) in states.enumerated() {
        #expect(relativeError(state.stability, history.fsrs_rs.stability[index]) < 1e-4)
        #expect(relativeError(state.difficulty, history.fsrs_rs.difficulty[index]) < 1e-5)
        for (retention, intervals) in history.fsrs_rs.interval_raw {
          let rule = DueRule(retention: try #require(Double(retention)))
          let days = rule.wholeDays(of: state, model: model)
          let expected = intervals[index].rounded(.toNearestOrEven)
          #expect(abs(Double(days) - min(max(1, expected), 36500)) <= 1)
        }
      }
    }
  }

  /// py-fsrs has no upper bound for stability, so its figures hold up to the first beyond ours.
  @Test(arguments: files) func agreesWithPyFsrs(file: String) throws {
    let set = try vectors(FSRS6Vectors.self, file)
    let model = try FSRS6(parameters: set.params)
    for history in set.histories {
      let (states, recall) = try Self.states(model, history)
      for (index, state) in states.enumerated() {
        let python = history.py_fsrs
        if python.stability[index] > 36500 { break }
        #expect(relativeError(state.stability, python.stability[index]) < 1e-9)
        #expect(relativeError(state.difficulty, python.difficulty[index]) < 1e-9)
        if let got = recall[index], let expected = python.retrievability_before[index] {
          #expect(relativeError(got, expected) < 1e-9)
        }
        for (retention, intervals) in python.interval_days {
          let rule = DueRule(retention: try #require(Double(retention)))
          #expect(rule.wholeDays(of: state, model: model) == intervals[index])
        }
      }
    }
  }

  @Test func refusesWhatIsNoParameterSet() {
    #expect(throws: ParameterError.wrongCount(expected: 21, got: 3)) {
      try FSRS6(parameters: [1, 2, 3])
    }
    var parameters = FSRS6.defaults
    parameters[4] = .nan
    #expect(throws: ParameterError.notFinite(index: 4)) { try FSRS6(parameters: parameters) }
  }

  @Test func clipsToBounds() throws {
    let model = try FSRS6(parameters: Array(repeating: 1e9, count: 21))
    #expect(model.parameters[4] == 10)
    #expect(model.parameters[20] == 0.8)
    let low = try FSRS6(parameters: Array(repeating: -1e9, count: 21))
    #expect(low.parameters[0] == 0.001)
    #expect(low.parameters[19] == 0.01)
  }
}
