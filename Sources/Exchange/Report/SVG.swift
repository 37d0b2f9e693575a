import Scheduler
import Screen

/// A drawing inside a page of HTML, for which its figures in words stand in when it cannot be seen.
///
/// Colours come from the page, by the classes of what is drawn, so that they follow light and dark.
struct SVG {
  let width: Double
  let height: Double
  private var body = ""

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, _ style: String, title: String = ""
  ) {
    let box =
      "x=\"\(x.css)\" y=\"\(y.css)\" width=\"\(width.css)\" height=\"\(max(0, height).css)\""
    body += "<rect \(box) class=\"\(style)\">\(Self.title(title))</rect>\n"
  }

  mutating func circle(x: Double, y: Double, radius: Double, _ style: String, title: String = "") {
    let place = "cx=\"\(x.css)\" cy=\"\(y.css)\" r=\"\(radius.css)\""
    body += "<circle \(place) class=\"\(style)\">\(Self.title(title))</circle>\n"
  }

  mutating func line(_ points: [(x: Double, y: Double)], _ style: String) {
    let places = points.map { "\($0.x.css),\($0.y.css)" }.joined(separator: " ")
    body += "<polyline points=\"\(places)\" class=\"\(style)\"/>\n"
  }

  /// Writes a text with its baseline at `y`; `anchor` is `start`, `middle` or `end`.
  mutating func text(_ text: String, x: Double, y: Double, anchor: String = "start") {
    let place = "x=\"\(x.css)\" y=\"\(y.css)\" text-anchor=\"\(anchor)\""
    body += "<text \(place)>\(text.sanitised().htmlText)</text>\n"
  }

  /// The drawing as HTML; `words` say what it shows.
  ///
  /// One that a telephone shows at half its size says so, and has larger letters there.
  func html(_ words: String) -> String {
    """
    <svg \(width > 400 ? "class=\"broad\" " : "")viewBox="0 0 \(width.css) \(height.css)" \
    style="max-width:\(width.css)px" \
    preserveAspectRatio="none" role="img" \
    aria-label="\(words.sanitised().htmlText)">
    \(body)</svg>

    """
  }

  private static func title(_ text: String) -> String {
    text.isEmpty ? "" : "<title>\(text.sanitised().htmlText)</title>"
  }
}

extension Double {
  /// The number with two digits at most, as drawings take it.
  fileprivate var css: String {
    let hundredths = Int(saturating: (self * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
