/// Which keys the person has put in the place of which: for other keyboards and other habits.
///
/// A change holds wherever the old key does something, except in a text field, where every
/// character is text. A key that was given away does nothing unless it stands for another.
public struct KeyChanges: Equatable, Sendable {
  private var stands: [Key: [Key]] = [:]
  private var meanings: [Key: Key] = [:]

  public init() {}

  public var isEmpty: Bool { stands.isEmpty }

  /// Why a change cannot be taken in.
  public enum Problem: Error, Equatable {
    /// The key stands for that other one already.
    case taken(Key, by: Key)
  }

  /// Lets other keys do what `key` does; it does so itself only if it is among them.
  ///
  /// - Throws: ``Problem``; then nothing is changed.
  public mutating func set(_ keys: [Key], for key: Key) throws(Problem) {
    for new in keys {
      if let other = meanings[new], other != key { throw .taken(new, by: other) }
    }
    for old in stands[key] ?? [] { meanings[old] = nil }
    // The key alone in its own place is no change.
    stands[key] = keys == [key] ? nil : keys
    for new in stands[key] ?? [] { meanings[new] = key }
  }

  /// The changes in the order of the keys' names.
  public var all: [(key: Key, keys: [Key])] {
    stands.map { (key: $0.key, keys: $0.value) }.sorted { $0.key.name < $1.key.name }
  }

  /// The keys that do what `key` did.
  public func keys(for key: Key) -> [Key] {
    if let keys = stands[key] { return keys }
    return meanings[key] == nil ? [key] : []
  }

  /// What a key that was pressed stands for; nil if it does nothing any more.
  public func meaning(of key: Key) -> Key? {
    meanings[key] ?? (stands[key] == nil ? key : nil)
  }
}
