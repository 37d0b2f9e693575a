import FoundationEssentials
import TestSupport
import Testing

/// An entry of `starling memory --json`.
struct MemoryListing: Decodable, Equatable {
  var card: String
  var stability: Double?
  var difficulty: Double?
  var retrievability: Double?
  var due: String?
  var reps: Int
  var lapses: Int
  var last_review: String?
  var model: String
}

extension TemporaryHome {
  /// What `starling memory --json` lists.
  func memory(_ arguments: String...) throws -> [MemoryListing] {
    let run = try CommandRun(
      ProgramPath.built("starling"), ["memory", "--json"] + arguments,
      environment: environment())
    guard run.status == .exitCode(0) else { throw TestFailure("memory: \(run.errors)") }
    return try run.decoded()
  }
}

extension CommandRun {
  /// The standard output, read as JSON.
  func decoded<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
    try JSONDecoder().decode(type, from: Data(output.utf8))
  }
}
