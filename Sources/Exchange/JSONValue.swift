/// A value that is written as JSON, with its keys in the order given.
///
/// Writing it ourselves keeps the order of keys and the digits of numbers the same for ever.
public indirect enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  /// Not-a-number and the infinities, which JSON lacks, are written as null.
  case double(Double)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// A text, or null.
  public init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }
  /// A number, or null.
  public init(_ number: Double?) { self = number.map(JSONValue.double) ?? .null }

  /// An object with its keys in this order.
  public static func object(_ pairs: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(pairs.map { (key: $0.key, value: $0.value) })
  }

  public static func == (a: JSONValue, b: JSONValue) -> Bool { a.text == b.text }

  /// The JSON text, indented by two spaces, without a line break at its end.
  public var text: String {
    var text = ""
    write(to: &text, indent: 0)
    return text
  }

  private func write(to text: inout String, indent: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .int(let value): text += String(value)
    case .double(let value): text += value.isFinite ? "\(value)" : "null"
    case .string(let value): Self.write(value, to: &text)
    case .array(let values):
      Self.write(values, "[", "]", to: &text, indent: indent) { value, text in
        value.write(to: &text, indent: indent + 1)
      }
    case .object(let pairs):
      Self.write(pairs, "{", "}", to: &text, indent: indent) { pair, text in
        Self.write(pair.key, to: &text)
        text += ": "
        pair.value.write(to: &text, indent: indent + 1)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], _ open: String, _ close: String, to text: inout String, indent: Int,
    _ body: (Item, inout String) -> Void
  ) {
    text += open
    for (index, item) in items.enumerated() {
      text += index == 0 ? "\n" : ",\n"
      text += String(repeating: "  ", count: indent + 1)
      body(item, &text)
    }
    if !items.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
    text += close
  }

  /// Writes a text; control characters are escaped, so that a listing cannot command a terminal.
  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default: append(scalar, to: &text)
      }
    }
    text += "\""
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout String) {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator:
      for unit in String(scalar).utf16 {
        let hex = String(unit, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      }
    default: text.unicodeScalars.append(scalar)
    }
  }
}
