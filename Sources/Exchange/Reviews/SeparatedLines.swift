/// Why a line cannot be read.
struct LineFault: Error {
  var message: String
}

/// The lines of a file as fields without the blanks around them, one by one; a field may stand in
/// quotes.
///
/// A line ends with LF, CR LF or CR. No field of a review holds a line break, so a quote that is not
/// closed spoils its own line only.
struct SeparatedLines {
  private let bytes: [UInt8]
  private var position = 0
  /// Of the line read last, from 1.
  private(set) var number = 0
  /// What parts the fields.
  var separator = UInt8(ascii: ",")

  /// Bytes of a line; more are no review, and would take their share of memory each.
  static let longestLine = 1 << 16
  /// Fields of a line.
  static let mostFields = 256

  /// - Parameter bytes: UTF-8, or UTF-16 with a byte order mark, which is what spreadsheets write.
  init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) {
      self.bytes = Self.utf8(bytes) { UInt16($0) | UInt16($1) << 8 }
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.bytes = Self.utf8(bytes) { UInt16($0) << 8 | UInt16($1) }
    } else {
      self.bytes = bytes
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }
  }

  private static func utf8(_ bytes: [UInt8], unit: (UInt8, UInt8) -> UInt16) -> [UInt8] {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { unit(bytes[$0], bytes[$0 + 1]) }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// How much of the file was read.
  var share: Double { bytes.isEmpty ? 1 : Double(position) / Double(bytes.count) }

  /// The next line's fields, or why it has none; nil at the end.
  mutating func next() -> Result<[String], LineFault>? {
    line().map(fields)
  }

  /// The next line, without its end.
  mutating func line() -> ArraySlice<UInt8>? {
    guard position < bytes.count else { return nil }
    let (lf, cr) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    let end = bytes[position...].firstIndex { $0 == lf || $0 == cr } ?? bytes.count
    let line = bytes[position..<end]
    let isPair = end + 1 < bytes.count && bytes[end] == cr && bytes[end + 1] == lf
    position = end + (isPair ? 2 : 1)
    number += 1
    return line
  }

  /// The fields of a line.
  func fields(of line: ArraySlice<UInt8>) -> Result<[String], LineFault> {
    guard line.count <= Self.longestLine else {
      return .failure(
        LineFault(message: "the line has \(line.count) bytes, more than a review has"))
    }
    let quote = UInt8(ascii: "\"")
    var fields: [ArraySlice<UInt8>] = []
    var field: [UInt8] = []
    var isQuoted = false
    var last: UInt8?
    for byte in line {
      if byte == quote {
        // A quote right after a closing one stands for itself.
        if !isQuoted && last == quote { field.append(quote) }
        isQuoted.toggle()
      } else if byte == separator && !isQuoted {
        guard fields.count < Self.mostFields else {
          return .failure(LineFault(message: "the line has more than \(Self.mostFields) fields"))
        }
        fields.append(field.withoutBlanks)
        field = []
      } else {
        field.append(byte)
      }
      last = byte
    }
    guard !isQuoted else {
      return .failure(LineFault(message: "a quote is opened in this line and not closed"))
    }
    var texts: [String] = []
    for field in fields + [field.withoutBlanks] {
      guard let text = String(validating: field, as: UTF8.self) else {
        return .failure(LineFault(message: "this is not UTF-8 text; save the file as UTF-8"))
      }
      texts.append(text)
    }
    return .success(texts)
  }
}

extension [UInt8] {
  /// Without spaces and tabs at either end.
  fileprivate var withoutBlanks: ArraySlice<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return [] }
    return self[first...last]
  }
}
