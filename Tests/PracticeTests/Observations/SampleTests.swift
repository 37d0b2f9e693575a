import Practice
import Testing

/// The sample answers against what was written by hand for them; nothing writes that file.
@Suite struct SampleTests {
  @Test func everySampleHasItsExpectation() throws {
    #expect(try Set(Sample.all.map(\.name)) == Set(ExpectedObservation.all().keys))
    #expect(Sample.all.count >= 40)
  }

  @Test(arguments: Sample.all) func observed(sample: Sample) throws {
    let expected = try #require(ExpectedObservation.all()[sample.name])
    let observations = sample.answer.observations(
      in: sample.context, kinds: Set(ObservationKind.allCases))
    let actual = observations.enumerated().map { index, observation in
      let isQuoted = index >= expected.count || !expected[index].quotes.isEmpty
      return ExpectedObservation(
        observation, quotes: isQuoted ? observation.quotes.map(\.text) : [])
    }
    #expect(actual == expected, "\(actual) is not \(expected)")
  }

  /// A quote is what stands at its place, and there is something to read and to answer.
  @Test(arguments: Sample.all) func everyObservationQuotesAndAsks(sample: Sample) {
    for observation in sample.answer.observations(
      in: sample.context, kinds: Set(ObservationKind.allCases))
    {
      #expect(!observation.quotes.isEmpty)
      for quote in observation.quotes {
        let bytes = Array(sample.answer[quote.part].utf8)[quote.range]
        #expect(String(decoding: bytes, as: UTF8.self) == quote.text)
      }
      #expect(observation.note.hasSuffix("."))
      #expect(observation.question.hasSuffix("?"))
    }
  }

  /// Without one kind all others are as before; and there is a sample for each kind.
  @Test func eachKindHasItsSwitch() {
    var seen: Set<ObservationKind> = []
    for sample in Sample.all {
      let all = sample.answer.observations(
        in: sample.context, kinds: Set(ObservationKind.allCases))
      for kind in Set(all.map(\.kind)) {
        seen.insert(kind)
        let others = Set(ObservationKind.allCases).subtracting([kind])
        let without = sample.answer.observations(in: sample.context, kinds: others)
        #expect(without == all.filter { $0.kind != kind })
      }
    }
    #expect(seen == Set(ObservationKind.allCases))
  }
}
