/// One card in a memory as FSRS has it, by parameters of the person's own.
struct FSRSMemory {
  let model: any MemoryModel
  private var trace: Trace?

  init(model: any MemoryModel) { self.model = model }

  mutating func practise(_ grade: Grade, at time: SimulatedTime) {
    let state: MemoryState
    if let trace {
      state = model.state(
        after: grade, from: trace.state, elapsed: trace.elapsed(at: time.days, day: time.day))
    } else {
      state = model.state(afterFirst: grade)
    }
    trace = Trace(state: state, last: time.days, lastDay: time.day)
  }

  func recall(at time: SimulatedTime) -> Double {
    trace.map { model.recall($0, at: time.days) } ?? 0
  }
}
