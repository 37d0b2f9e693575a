import Practice
import Store

extension Findings {
  /// Whether what is kept of the cards is what their reviews and the answers to them come to.
  mutating func checkMemory() throws {
    guard let store else { return }
    let faults = try store.staleShortcuts([.memory, .standing, .histories]).map { shortcut in
      switch shortcut {
      case .memory:
        "what is kept of \(try store.staleMemories().count.of("card")) is not what the reviews come to"
      case .standing: "what waits at the cards is not what the answers to them come to"
      case .histories: "what Progress goes by is not what the reviews come to"
      case .activity: Self.activity
      }
    }
    note(
      "memory", try store.reviewCount().of("review"),
      faults.map { "\($0); run “starling doctor --rebuild”" })
  }

  /// Whether each thing is what its records say.
  mutating func checkRecords() throws {
    guard let store else { return }
    let faults = try store.recordFaults()
    note(
      "records", try store.recordCount().of("change"),
      faults.prefix(5).map { "\($0); “starling backup” keeps what there is" })
  }

  private static let activity = "which cards can be practised is not what the decks say"

  /// What the index says that the decks do not; for after they were looked at.
  static func deckFaults(of store: Store, index: String) throws -> [String] {
    let activity = try store.staleShortcuts([.activity]).map { _ in
      "\(Self.activity); run “starling doctor --rebuild”"
    }
    return try activity
      + store.staleDecks().map {
        "\(index) has other cards than \($0); delete it, and it is made anew"
      }
  }
}
