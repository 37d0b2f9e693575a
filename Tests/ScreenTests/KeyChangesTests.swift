import Screen
import Testing

@Suite struct KeyChangesTests {
  @Test func everyNameReadsBackAsItsKey() {
    let keys: [Key] = [
      .character("w"), .character("W"), .character(" "), .character("ß"), .character("你"), .enter,
      .escape, .backspace, .tab, .backTab, .up, .down, .left, .right, .pageUp, .pageDown, .home,
      .end, .delete, .wordLeft, .wordRight, .function(1), .function(12), .control("l"),
      .control("\\"),
    ]
    for key in keys { #expect(Key(name: key.name) == key, "\(key)") }
    for name in ["", "  ", "Shift", "Ctrl-", "Ctrl-ab", "F0", "F99", "ww"] {
      #expect(Key(name: name) == nil, "\(name)")
    }
    #expect(Key(name: "enter") == .enter)
    #expect(Key(name: "down") == .down)
  }

  @Test func aKeyCanMoveBeSharedAndBeSwapped() throws {
    var changes = KeyChanges()
    #expect(changes.meaning(of: .character("w")) == .character("w"))
    try changes.set([.character("W")], for: .character("w"))
    #expect(changes.meaning(of: .character("W")) == .character("w"))
    #expect(changes.meaning(of: .character("w")) == nil)
    #expect(changes.keys(for: .character("w")) == [.character("W")])

    try changes.set([.character("w")], for: .character("W"))
    #expect(changes.meaning(of: .character("w")) == .character("W"))

    try changes.set([.character("1"), .character("&")], for: .character("1"))
    #expect(changes.meaning(of: .character("1")) == .character("1"))
    #expect(changes.meaning(of: .character("&")) == .character("1"))

    // A key that was given to another no longer does what it did.
    try changes.set([.character("d")], for: .character("x"))
    #expect(changes.keys(for: .character("d")).isEmpty)
  }

  @Test func noKeyStandsForTwo() throws {
    var changes = KeyChanges()
    try changes.set([.character("x")], for: .character("w"))
    #expect(throws: KeyChanges.Problem.taken(.character("x"), by: .character("w"))) {
      try changes.set([.character("e"), .character("x")], for: .character("d"))
    }
    #expect(changes.meaning(of: .character("e")) == .character("e"))
    try changes.set([.character("y")], for: .character("w"))
    try changes.set([.character("x")], for: .character("d"))
    #expect(changes.meaning(of: .character("x")) == .character("d"))
  }
}
