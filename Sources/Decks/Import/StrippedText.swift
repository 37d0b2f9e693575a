extension StringProtocol {
  /// The text without blanks of any kind around it.
  package var stripped: String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isASCII
        ? scalar.value <= 0x20
        : scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
          || scalar == "\u{2060}" || scalar == "\u{2800}" || scalar == "\u{3164}"
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }

  /// Where a text stands first.
  func range(ofText other: String) -> Range<Index>? {
    let bytes = Array(other.utf8)
    guard let head = bytes.first else { return nil }
    var place = utf8.startIndex
    while let found = utf8[place...].firstIndex(of: head) {
      let end = utf8.index(found, offsetBy: bytes.count, limitedBy: utf8.endIndex)
      guard let end else { return nil }
      if utf8[found..<end].elementsEqual(bytes) { return found..<end }
      place = utf8.index(after: found)
    }
    return nil
  }
}
