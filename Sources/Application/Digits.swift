extension Double {
  /// The number with so many digits after the point, 0…9.
  package func digits(_ count: Int) -> String {
    let scale = (0..<count).reduce(1.0) { scale, _ in scale * 10 }
    let whole = (magnitude * scale).rounded()
    // Beyond this there are no digits after the point to speak of.
    guard whole < 1e15 else { return "\(self)" }
    let text = String(Int(whole))
    let digits = String(repeating: "0", count: max(0, count + 1 - text.count)) + text
    let point = count == 0 ? "" : "."
    return (self < 0 ? "-" : "") + digits.dropLast(count) + point + digits.suffix(count)
  }
}
