import Practice
import Scheduler
import Testing

@Suite struct RecallRecordTests {
  /// Twenty seeds, each with answers by chance, against a count made the plain way.
  @Test(arguments: UInt64(1)...20) func everyAnswerIsInTheBinOfWhatWasExpected(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let answers = (0..<500).map { _ in
      (
        expected: generator.unit(),
        grade: Grade.allCases.randomElement(using: &generator) ?? .again
      )
    }
    var record = RecallRecord()
    for answer in answers { record.count(expected: answer.expected, grade: answer.grade) }
    #expect(record.whole.answers == 500)
    #expect(record.bins.map(\.answers).reduce(0, +) == 500)
    for (index, bin) in record.bins.enumerated() {
      let here = answers.filter { Int($0.expected * 20) == index }
      #expect(bin.answers == here.count, "seed \(seed), bin \(index)")
      guard !here.isEmpty else { continue }
      let mean = here.map(\.expected).reduce(0, +) / Double(here.count)
      #expect(abs(bin.expected - mean) < 1e-9, "seed \(seed), bin \(index)")
      #expect((Double(index) / 20...Double(index + 1) / 20).contains(bin.expected))
      let came = here.count { $0.grade != .again }
      #expect(abs(bin.recalled - Double(came) / Double(here.count)) < 1e-9)
    }
    #expect(record.filled.allSatisfy { $0.to - $0.from == 5 && $0.bin.answers > 0 })
  }

  @Test func theEdgesBelongToTheBinThatTheyBegin() {
    for edge in 0...20 {
      var record = RecallRecord()
      record.count(expected: Double(edge) / 20, grade: .good)
      #expect(record.bins[min(edge, 19)].answers == 1, "edge \(edge)")
    }
  }

  @Test func whatIsNoProbabilityCountsNothing() {
    var record = RecallRecord()
    for expected in [-0.1, 1.1, .nan, .infinity] { record.count(expected: expected, grade: .good) }
    #expect(record == RecallRecord())
    #expect(record.whole.expected == 0 && record.whole.recalled == 0)
  }
}
