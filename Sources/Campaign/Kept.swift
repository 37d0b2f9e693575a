/// A thing that is kept, under its number; one that is new has none, and is a thing alone.
@dynamicMemberLookup
public struct Kept<Thing: NumberedThing>: Equatable, Sendable {
  public let id: Number<Thing>
  public var thing: Thing

  public init(_ id: Number<Thing>, _ thing: Thing) {
    self.id = id
    self.thing = thing
  }

  public subscript<Value>(dynamicMember path: KeyPath<Thing, Value>) -> Value {
    thing[keyPath: path]
  }

  public subscript<Value>(dynamicMember path: WritableKeyPath<Thing, Value>) -> Value {
    get { thing[keyPath: path] }
    set { thing[keyPath: path] = newValue }
  }
}
