/// A thing to be kept or deleted, of whatever sort: a new one, or one that is kept under a number.
public struct Item: Equatable, Sendable {
  public let thing: any NotebookThing
  /// The number of its row; nil for a new one, and for what is known by what it says.
  public let number: Int64?

  public init(_ thing: any NotebookThing, number: Int64? = nil) {
    self.thing = thing
    self.number = number
  }

  public init<Thing>(_ kept: Kept<Thing>) { self.init(kept.thing, number: kept.id.value) }

  /// The thing with its number, if it is of that sort and is kept.
  public func kept<Thing>(_: Thing.Type = Thing.self) -> Kept<Thing>? {
    guard let thing = thing as? Thing, let number else { return nil }
    return Kept(Number(number), thing)
  }

  public static func == (left: Self, right: Self) -> Bool {
    func isSame<Thing: NotebookThing>(_ thing: Thing) -> Bool { right.thing as? Thing == thing }
    return left.number == right.number && isSame(left.thing)
  }
}

extension Notebook {
  /// A thing as it is here, by its number or name; the thing itself if it is gone or has none.
  public func latest(_ item: Item) -> Item {
    func latest<Thing: NumberedThing>(_: Thing) -> Item? {
      self[keyPath: Thing.list].first { $0.id.value == item.number }.map { Item($0) }
    }
    if let known = item.thing as? Employer { return Item(employer(named: known.name) ?? known) }
    return (item.thing as? any NumberedThing).flatMap { latest($0) } ?? item
  }
}
