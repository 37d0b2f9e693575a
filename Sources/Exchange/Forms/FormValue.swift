import Decks

/// What stands in a field of a form: the same for YAML, for JSON and for a listing.
public indirect enum FormValue: Equatable, Sendable {
  case none
  case text(String)
  /// A text that needs no quotes, such as a day.
  case word(String)
  case number(Int)
  case truth(Bool)
  case texts([String])
  case pairs([Pair])
  case items([[Pair]])

  public struct Pair: Equatable, Sendable {
    public var key: String
    public var value: FormValue

    public init(_ key: String, _ value: FormValue) {
      self.key = key
      self.value = value
    }
  }

  /// A text, or nothing if it is empty or nil.
  public init(_ text: String?) {
    self = text.map { $0.isEmpty ? .none : .text($0) } ?? .none
  }

  public init(_ texts: [String]) { self = texts.isEmpty ? .none : .texts(texts) }

  public init(_ items: [[Pair]]) { self = items.isEmpty ? .none : .items(items) }
}

extension FormValue {
  /// The value as JSON; keys are those of the form with `_` for `-`.
  public var json: JSONValue {
    switch self {
    case .none: .null
    case .text(let text), .word(let text): .string(text)
    case .number(let number): .int(number)
    case .truth(let truth): .bool(truth)
    case .texts(let texts): .array(texts.map(JSONValue.string))
    case .pairs(let pairs): .object(Self.fields(pairs))
    case .items(let items): .array(items.map { .object(Self.fields($0)) })
    }
  }

  /// The fields that have something in them, for an object.
  public static func fields(_ pairs: [Pair]) -> [(key: String, value: JSONValue)] {
    pairs.filter { $0.value != .none }
      .map { (key: $0.key.replacing("-", with: "_"), value: $0.value.json) }
  }
}

extension [FormValue.Pair] {
  /// The fields as lines of YAML, which read back as they are; an empty one has its hint behind it.
  ///
  /// - Parameters:
  ///   - indent: blanks before each line.
  ///   - hints: what a field takes, by its key.
  /// - Returns: lines without a line break at the end.
  func yamlLines(indent: Int = 0, hints: [String: String] = [:]) -> [String] {
    let margin = String(repeating: " ", count: indent)
    return flatMap { pair -> [String] in
      let key = "\(margin)\(pair.key):"
      switch pair.value {
      case .none:
        return [hints[pair.key].map { "\(key)  # \($0)" } ?? key]
      case .text(let text): return Self.lines(of: text, after: key, indent: indent + 2)
      case .word(let word): return ["\(key) \(word)"]
      case .number(let number): return ["\(key) \(number)"]
      case .truth(let truth): return ["\(key) \(truth)"]
      case .texts(let texts):
        return [key] + texts.map { "\(margin)  - \(YAMLWriter.text($0))" }
      case .pairs(let pairs): return [key] + pairs.yamlLines(indent: indent + 2)
      case .items(let items):
        return [key]
          + items.flatMap { item in
            let lines = item.filter { $0.value != .none }.yamlLines(indent: indent + 4)
            return lines.enumerated().map { index, line in
              index == 0 ? "\(margin)  - \(line.dropFirst(indent + 4))" : line
            }
          }
      }
    }
  }

  /// A text behind its key, or as a block below it where that can be read back.
  private static func lines(of text: String, after key: String, indent: Int) -> [String] {
    let isBlock =
      text.contains("\n") && text.first?.isWhitespace == false
      && !text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" }
    guard isBlock else { return ["\(key) \(YAMLWriter.text(text))"] }
    let margin = String(repeating: " ", count: indent)
    return ["\(key) |-"]
      + text.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.isEmpty ? "" : margin + $0
      }
  }
}
