import TestSupport

extension CaseGenerator {
  /// A number from 0 up to a bound; 0 if there is none.
  mutating func below(_ bound: Int) -> Int {
    bound > 0 ? Int.random(in: 0..<bound, using: &self) : 0
  }

  mutating func element<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
}
