import Screen
import Testing

@Suite struct PlainSignsTests {
  @Test func signsHaveAByteAndLettersStay() {
    var canvas = Canvas(size: Size(width: 30, height: 1))
    canvas.draw("↑▸✓·…–“é漢”█░⣀→", x: 0, y: 0, style: .bold)
    let plain = canvas.inPlainSigns
    #expect(plain.text == "^>x..-\"é漢\"=-.>")
    #expect(plain[0, 0].style == .bold && plain.size == canvas.size)
    #expect(plain.focus == canvas.focus)
  }
}
