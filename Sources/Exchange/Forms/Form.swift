public import Campaign
public import Decks

/// A thing as a form: text to edit, data to list, and back again.
public enum Form {
  /// The fields with what is in them, in their order.
  public static func pairs<Thing: Described>(of thing: Thing, _ names: FormNames)
    -> [FormValue.Pair]
  {
    Thing.fields.pairs(of: thing, names)
  }

  /// The form as YAML to edit: every field, with what it takes behind those that are empty.
  ///
  /// - Parameters:
  ///   - thing: what is in it.
  ///   - names: what names mean.
  ///   - remarks: lines to stand above it as comments.
  /// - Returns: text that ends in a line break.
  public static func yaml<Thing: Described>(
    _ thing: Thing, _ names: FormNames, remarks: [String] = []
  ) -> String {
    yaml(Thing.self, pairs(of: thing, names), remarks: remarks)
  }

  static func yaml<Thing: Described>(
    _: Thing.Type, _ pairs: [FormValue.Pair], remarks: [String]
  ) -> String {
    let hints = Dictionary(Thing.fields.map { ($0.key ?? "", $0.hint) }) { first, _ in first }
    let comments = remarks.map { "# " + $0.map { $0.isNewline ? " " : String($0) }.joined() }
    let lines = comments + pairs.yamlLines(hints: hints)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The fields that have something in them, to be read.
  public static func listing<Thing: Described>(of thing: Thing, _ names: FormNames) -> String {
    pairs(of: thing, names).filter { $0.value != .none }.yamlLines().joined(separator: "\n")
  }

  /// Reads an edited form.
  ///
  /// - Parameters:
  ///   - bytes: the text.
  ///   - path: what faults call it.
  ///   - blank: what a field is that was left empty; it also says what is not in the form.
  ///   - names: what names mean.
  ///   - employer: in whose company people and rounds are named, where the form does not say.
  /// - Returns: the thing, if nothing is wrong, and all that is.
  public static func read<Thing: Described>(
    _ bytes: [UInt8], path: String, blank: Thing, _ names: FormNames, employer: String = ""
  ) -> (thing: Thing?, faults: [Fault]) {
    // No field is of this name, so that the text is read as a whole.
    let document = Document(bytes, path: path, list: "")
    var reader = FormReader(names, faults: document.faults)
    reader.employer = employer
    let thing = document.root.flatMap { reader.read($0, Thing.fields, blank: blank) }
    return (reader.faults.hasErrors ? nil : thing, reader.faults.faults)
  }

  /// Whether a text begins as a form does: with the name of a field.
  public static func isBegin<Thing: Described>(of bytes: [UInt8], as _: Thing.Type) -> Bool {
    let keys = Thing.fields.compactMap(\.key)
    let lines = String(decoding: bytes.prefix(4096), as: UTF8.self).split(
      whereSeparator: \.isNewline)
    let first = lines.first { line in
      !line.hasPrefix("#") && !line.hasPrefix("---") && line.contains { !$0.isWhitespace }
    }
    return first.map { line in keys.contains { line.hasPrefix($0 + ":") } } ?? false
  }

  /// The forms of a text that has several, parted by `---`; each keeps the numbers of its lines.
  public static func documents(_ bytes: [UInt8]) -> [[UInt8]] {
    var documents: [[UInt8]] = []
    var document: [UInt8] = []
    let newline = UInt8(ascii: "\n")
    var isEmpty = true
    var count = 0
    func end() {
      if !isEmpty { documents.append(document) }
      (document, isEmpty) = ([UInt8](repeating: newline, count: count), true)
    }
    for line in bytes.split(separator: newline, omittingEmptySubsequences: false) {
      count += 1
      let bare = line.filter { ![0x20, 0x09, 0x0D].contains($0) }
      if bare == Array("---".utf8) {
        end()
      } else {
        document += line + [newline]
        if !bare.isEmpty { isEmpty = false }
      }
    }
    end()
    return documents
  }

  /// The fields and what they take, a line each.
  public static func help<Thing: Described>(for _: Thing.Type) -> String {
    Thing.fields.compactMap { field in
      field.key.map { "\($0): \(field.hint)\(field.isRequired ? " (needed)" : "")" }
    }.joined(separator: "\n")
  }
}
