import Practice

/// A mail with an invitation in it, as mail programs save them.
enum CalendarMail {
  /// The calendar in a mail; the bytes themselves if they are none.
  static func calendar(in bytes: [UInt8]) -> [UInt8] {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { $0.last == 0x0D ? $0.dropLast() : $0 }
    guard let part = lines.firstIndex(where: isOfCalendar),
      let body = lines[part...].firstIndex(where: \.isEmpty)
    else { return bytes }
    // The head of a part may say how it is written before or behind what it is.
    let start = lines[..<part].lastIndex { $0.isEmpty || $0.starts(with: [0x2D, 0x2D]) } ?? 0
    let encoding = lines[start..<body].compactMap { Self.encoding(in: $0) }.first
    let end =
      lines[body...].firstIndex { $0.starts(with: [0x2D, 0x2D]) && encoding != nil }
      ?? lines.endIndex
    let content = lines[(body + 1)..<max(body + 1, end)]
    switch encoding {
    case "base64": return base64(content.joined())
    case "quoted-printable": return quoted(content)
    default: return bytes
    }
  }

  private static func isOfCalendar(_ line: ArraySlice<UInt8>) -> Bool {
    line.count < 300
      && String(decoding: line, as: UTF8.self).lowercased()
        .hasPrefix("content-type: text/calendar")
  }

  private static func encoding(in line: ArraySlice<UInt8>) -> String? {
    let mark = "content-transfer-encoding:"
    let text = String(decoding: line.prefix(100), as: UTF8.self).lowercased()
    return text.hasPrefix(mark) ? text.dropFirst(mark.count).trimmed : nil
  }

  private static func base64(_ text: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text {
      guard let value = digit(byte) else { continue }
      bits = bits << 6 | value
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte - 0x41)
    case 0x61...0x7A: UInt32(byte - 0x61 + 26)
    case 0x30...0x39: UInt32(byte - 0x30 + 52)
    case 0x2B: 62
    case 0x2F: 63
    default: nil
    }
  }

  private static func quoted(_ lines: some Sequence<ArraySlice<UInt8>>) -> [UInt8] {
    var result: [UInt8] = []
    for line in lines {
      var rest = line[...]
      var goesOn = false
      while let byte = rest.popFirst() {
        guard byte == 0x3D else {
          result.append(byte)
          continue
        }
        if rest.isEmpty {
          goesOn = true
        } else if let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
          result.append(value)
          rest = rest.dropFirst(2)
        } else {
          result.append(byte)
        }
      }
      if !goesOn { result.append(0x0A) }
    }
    return result
  }
}
