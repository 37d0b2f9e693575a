import Practice
import Scheduler

extension Schedule {
  /// A text that differs whenever memory, dates or marks computed by this schedule might.
  var stamp: String {
    // An array's own description would look at each number's type at run time, at every start.
    let parameters = model.parameters.reduce("") {
      $0 + ($0.isEmpty ? "" : ", ") + $1.description
    }
    return
      "times 1990 marks 2 \(model.name.rawValue) [\(parameters)] \(rule.retention) \(rule.maximumInterval) \(rule.fuzzSeed.map(String.init) ?? "-") \(startHour)"
  }
}
