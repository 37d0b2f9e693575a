import Testing

@testable import Scheduler

@Suite struct PairMathsTests {
  @Test(arguments: UInt64(1)...4) func isThatOfTheCLibrary(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let exponents = SIMD2(700 * (2 * generator.unit() - 1), 4 * (2 * generator.unit() - 1))
      let powers = Maths.exp(exponents)
      let numbers = SIMD2(Maths.exp(exponents.x), 0.5 + 2 * generator.unit())
      let logarithms = Maths.log(numbers)
      for place in 0..<2 {
        #expect(abs(powers[place] / Maths.exp(exponents[place]) - 1) < 3e-10)
        #expect(abs(logarithms[place] - Maths.log(numbers[place])) < 3e-11 + 1e-15 * 700)
      }
    }
  }

  @Test func oneIsOne() {
    #expect(Maths.exp(SIMD2(0, 0)) == SIMD2(1, 1))
    #expect(Maths.log(SIMD2(1, 1)) == SIMD2(0, 0))
  }
}
