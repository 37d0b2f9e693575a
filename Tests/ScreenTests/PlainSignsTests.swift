import Screen
import Testing

@Suite struct PlainSignsTests {
  @Test func signsHaveAByteAndLettersStay() {
    var canvas = Canvas(size: Size(width: 30, height: 1))
    canvas.draw("↑▸✓·–“é漢”█░⣀→", x: 0, y: 0, style: .bold)
    let plain = canvas.inPlainSigns
    #expect(plain.text == "^>x.-\"é漢\"=-.>")
    #expect(plain[0, 0].style == .bold && plain.size == canvas.size)
    #expect(plain.focus == canvas.focus)
  }

  /// Where a text is cut stands what other programs have there, as wide as there is room.
  @Test(arguments: [
    ("cut…", "cut..."), ("cut…   on", "cut... on"), ("cut…  on", "cut~  on"),
    ("cut… on", "cut~ on"),
    ("cut…|", "cut~|"), ("…/folder", "</folder"), (" a …”", " a ~\""),
    ("0123456789…", "0123456789~"),
    ("012345678…", "012345678~"), ("01234567…", "01234567..."), ("0123456…", "0123456..."),
  ])
  func aCutIsSeen(text: String, shown: String) {
    var canvas = Canvas(size: Size(width: 11, height: 2))
    canvas.draw(text, x: 0, y: 0, style: .plain)
    canvas.draw("next", x: 0, y: 1, style: .plain)
    let lines = canvas.inPlainSigns.text.split(separator: "\n")
    #expect(lines.first.map(String.init) == shown && lines.last == "next")
  }

  @Test(arguments: [
    ("“Speak …”", "\"Speak ...\""), ("cut…", "cut..."), ("cut…   on", "cut... on"),
    ("cut…    on", "cut...  on"), ("cut…  on", "cut~  on"), ("été –漢", "été -漢"),
    ("cut…\nnext", "cut...\nnext"), ("é…   ", "é...   "), ("ASCII", "ASCII"),
  ])
  func aLineKeepsItsColumns(text: String, shown: String) { #expect(text.inPlainSigns == shown) }
}
