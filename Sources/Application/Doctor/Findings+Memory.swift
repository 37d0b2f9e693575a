import Practice
import Store

extension Findings {
  /// Whether what is kept of each card is what its reviews come to.
  mutating func checkMemory() throws {
    guard let store else { return }
    let stale = try store.staleMemories()
    note(
      "memory", try store.reviewCount().of("review"),
      stale.isEmpty
        ? []
        : [
          "what is kept of \(stale.count.of("card")) is not what the reviews come to; run “starling doctor --rebuild”"
        ])
  }
}
