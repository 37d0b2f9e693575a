import Screen

/// A canvas as a picture for a page of the web: a drawing (SVG) of what a terminal shows.
///
/// Letters stand in their columns whatever font there is; blocks and dots are drawn as shapes, which no
/// font has to have.
struct Picture {
  let canvas: Canvas
  /// What the picture shows, for whoever does not see it.
  let title: String
  let theme: Theme

  /// Thousandths of a unit would only make the file longer.
  private static let cell = (width: 9.0, height: 18.0)
  private static let margin = 12.0
  private static let font =
    "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"

  private var paper: String { theme == .light ? "#ffffff" : "#0d1117" }
  private var ink: String { theme == .light ? "#1f2328" : "#e6edf3" }
  private var edge: String { theme == .light ? "#d0d7de" : "#30363d" }

  var svg: String {
    let size = canvas.size
    let width = Self.text(Double(size.width) * Self.cell.width + 2 * Self.margin)
    let height = Self.text(Double(size.height) * Self.cell.height + 2 * Self.margin)
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\"\(Self.escaped(title))\">",
      "<title>\(Self.escaped(title))</title>",
      "<rect width=\"\(width)\" height=\"\(height)\" rx=\"6\" fill=\"\(paper)\" stroke=\"\(edge)\"/>",
      "<g font-family=\"\(Self.font)\" font-size=\"15\" fill=\"\(ink)\" xml:space=\"preserve\">",
    ]
    for y in 0..<size.height { lines += row(y) }
    lines += ["</g>", "</svg>"]
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Rows

  /// Cells of one style that lie side by side.
  private struct Run {
    var x: Int
    var width: Int
    var text: String
    var style: Style
  }

  private func row(_ y: Int) -> [String] {
    var runs: [Run] = []
    for x in 0..<canvas.size.width {
      let cell = canvas[x, y]
      if cell.isContinuation {
        runs[runs.count - 1].width += 1
        continue
      }
      let isShape = Self.isShape(cell)
      let isLikeBefore =
        runs.last.map { $0.style == cell.style && !isShape && !Self.isShape(canvas[x - 1, y]) }
        ?? false
      if isLikeBefore {
        runs[runs.count - 1].text += cell.text
        runs[runs.count - 1].width += 1
      } else {
        runs.append(Run(x: x, width: 1, text: cell.text, style: cell.style))
      }
    }
    return runs.flatMap { drawn($0, y) }
  }

  private func drawn(_ run: Run, _ y: Int) -> [String] {
    let look = theme.look(of: run.style, colours: 256)
    let isReversed = look.attributes.contains(.reverse)
    let (left, top) = (place(column: run.x), place(row: y))
    var lines: [String] = []
    if isReversed {
      lines.append(rect(left, top, Double(run.width) * Self.cell.width, Self.cell.height, ink))
    }
    let colour = look.colour.map(Self.colour) ?? (isReversed ? paper : ink)
    if let scalar = run.text.unicodeScalars.first, let shapes = shapes(scalar, left, top, colour) {
      return lines + shapes
    }
    // Blanks at the ends of a run are nothing to see.
    let blanks = run.text.prefix { $0 == " " }.count
    let text = String(run.text.dropFirst(blanks).reversed().drop { $0 == " " }.reversed())
    guard !text.isEmpty else { return lines }
    var attributes =
      "x=\"\(Self.text(place(column: run.x + blanks)))\" y=\"\(Self.text(top + 13.5))\""
    let width = Double(text.displayWidth) * Self.cell.width
    attributes += " textLength=\"\(Self.text(width))\" lengthAdjust=\"spacingAndGlyphs\""
    if colour != ink { attributes += " fill=\"\(colour)\"" }
    if look.attributes.contains(.bold) { attributes += " font-weight=\"bold\"" }
    if look.attributes.contains(.underline) { attributes += " text-decoration=\"underline\"" }
    if look.attributes.contains(.dim) { attributes += " opacity=\"0.7\"" }
    return lines + ["<text \(attributes)>\(Self.escaped(text))</text>"]
  }

  // MARK: - Shapes

  private static func isShape(_ cell: Cell) -> Bool {
    let value = cell.scalarValue(at: 0)
    return (0x2581...0x2593).contains(value) || (0x2801...0x28FF).contains(value)
  }

  /// A block, a shade or the dots of a plot; nil for a character that is text.
  private func shapes(
    _ scalar: Unicode.Scalar, _ x: Double, _ y: Double, _ colour: String
  ) -> [String]? {
    let (width, height) = Self.cell
    switch scalar.value {
    case 0x2581...0x2588:
      let share = Double(scalar.value - 0x2580) / 8
      return [rect(x, y + height * (1 - share), width, height * share, colour)]
    case 0x2589...0x258F:
      return [rect(x, y, width * Double(0x2590 - scalar.value) / 8, height, colour)]
    case 0x2591...0x2593:
      let opacity = Double(scalar.value - 0x2590) / 4
      return [rect(x, y, width, height, colour, opacity: opacity)]
    case 0x2801...0x28FF:
      let bits = scalar.value - 0x2800
      return (0..<8).filter { bits & 1 << $0 != 0 }.map { bit in
        let (column, row) = bit < 6 ? (bit / 3, bit % 3) : (bit - 6, 3)
        let center = (
          x + width * (0.25 + 0.5 * Double(column)), y + height * (0.125 + 0.25 * Double(row))
        )
        return
          "<circle cx=\"\(Self.text(center.0))\" cy=\"\(Self.text(center.1))\" r=\"1.2\" fill=\"\(colour)\"/>"
      }
    default: return nil
    }
  }

  private func rect(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ colour: String,
    opacity: Double = 1
  ) -> String {
    let see = opacity < 1 ? " opacity=\"\(Self.text(opacity))\"" : ""
    return
      "<rect x=\"\(Self.text(x))\" y=\"\(Self.text(y))\" width=\"\(Self.text(width))\" height=\"\(Self.text(height))\" fill=\"\(colour)\"\(see) shape-rendering=\"crispEdges\"/>"
  }

  private func place(column: Int) -> Double { Self.margin + Double(column) * Self.cell.width }
  private func place(row: Int) -> Double { Self.margin + Double(row) * Self.cell.height }

  // MARK: - As text

  /// A number with two decimals at most.
  static func text(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    guard rest != 0 else { return "\(whole)" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  /// One of the 256 colours that xterm has from 16 on: a cube of six steps, then greys.
  static func colour(_ number: Int) -> String {
    func hex(_ parts: [Int]) -> String {
      "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
    guard number < 232 else { return hex(Array(repeating: 8 + 10 * (number - 232), count: 3)) }
    let cube = max(0, number - 16)
    return hex([cube / 36, cube / 6 % 6, cube % 6].map { $0 == 0 ? 0 : 55 + 40 * $0 })
  }
}
