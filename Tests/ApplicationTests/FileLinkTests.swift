import Testing

@testable import Application

@Suite struct FileLinkTests {
  @Test func aPathIsALinkToItsFile() {
    #expect(
      FileLink.text(to: "/a b/é.sqlite", showing: "/a b/é.sqlite", from: "/x")
        == "\u{1B}]8;;file:///a%20b/%C3%A9.sqlite\u{1B}\\/a b/é.sqlite\u{1B}]8;;\u{1B}\\")
    #expect(FileLink.text(to: "c", showing: "c", from: "/x").contains("file:///x/c\u{1B}"))
    // Nothing in a name ends the sequence early.
    #expect(!FileLink.escaped("/\u{1B}\\\u{7}").contains { $0 == "\u{1B}" || $0 == "\u{7}" })
  }
}
