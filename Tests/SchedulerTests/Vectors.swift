import Foundation

/// The published histories of both models.
struct FSRS6Vectors: Decodable {
  struct History: Decodable {
    struct Python: Decodable {
      let stability: [Double]
      let difficulty: [Double]
      let retrievability_before: [Double?]
      let interval_days: [String: [Int]]
    }
    struct Rust: Decodable {
      let stability: [Double]
      let difficulty: [Double]
      let interval_raw: [String: [Double]]
    }
    struct Reference: Decodable {
      let stability: [Double]
      let difficulty: [Double]
      let retrievability_before: [Double?]
      let interval_raw: [String: [Double]]
    }
    let id: Int
    let ratings: [Int]
    let delta_t: [Int]
    let py_fsrs: Python
    let fsrs_rs: Rust
    let ref_f64: Reference
  }
  let params: [Double]
  let histories: [History]
}

struct FSRS7Vectors: Decodable {
  struct History: Decodable {
    let id: Int
    let ratings: [Int]
    let delta_t: [Double]
    let stability: [Double]
    let stability_fast: [Double]
    let difficulty: [Double]
    let retrievability_before: [Double?]
    let interval_days_raw: [String: [Double]]
  }
  let params: [Double]
  let histories: [History]
}

struct MissingVectors: Error { let file: String }

func vectors<T: Decodable>(_ type: T.Type, _ file: String) throws -> T {
  guard
    let url = Bundle.module.url(
      forResource: file, withExtension: "json", subdirectory: "Vectors")
  else { throw MissingVectors(file: file) }
  return try JSONDecoder().decode(type, from: Data(contentsOf: url))
}

/// Difference in parts of the expected value.
func relativeError(_ got: Double, _ expected: Double) -> Double {
  expected == got ? 0 : abs(got - expected) / max(abs(expected), 1e-300)
}
