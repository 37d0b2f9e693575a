import Yams

/// A part of a document that Yams parses by itself.
struct YAMLPiece {
  /// How deep collections may nest; a deck needs four levels.
  static let depthLimit = 32
  /// How often a piece is parsed again without the keys that were doubled.
  static let doubledKeyLimit = 4
  /// The most bytes of a piece, comments not counted: 256 KiB, many times what a card has.
  static let byteLimit = 256 * 1024

  private var bytes: [UInt8]
  private let firstLine: Int
  private let skippedAfter: Int
  private let skipped: Int

  private(set) var faults: [YAMLFault] = []
  /// Whether Yams could not parse the piece.
  private(set) var isBroken = false

  /// - Parameters:
  ///   - bytes: The masked text.
  ///   - firstLine: The line of the file where the piece starts, from 1.
  ///   - skippedAfter: After how many lines of the piece some lines of the file are left out.
  ///   - skipped: How many lines are left out there.
  init(bytes: [UInt8], firstLine: Int, skippedAfter: Int = .max, skipped: Int = 0) {
    self.bytes = bytes
    self.firstLine = firstLine
    self.skippedAfter = skippedAfter
    self.skipped = skipped
  }

  /// Parses the piece; nil if there is nothing in it, or if it is broken, with a fault.
  mutating func parse() -> YAMLNode? {
    guard isShort(), hasFewBrackets() else { return nil }
    for _ in 0..<Self.doubledKeyLimit {
      do {
        let parser = try Parser(
          yaml: String(decoding: bytes, as: UTF8.self), resolver: .basic, encoding: .utf8)
        return try parser.singleRoot().map { node($0, depth: 1) }
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        guard renameDoubles(of: keys.first ?? "", mark: context.mark) else { break }
      } catch {
        faults.append(YAMLProblem(error, in: bytes).fault { place($0) })
        break
      }
    }
    isBroken = true
    return nil
  }

  /// Yams takes a hundred times the memory of what it reads, and each doubled key has it read again.
  private mutating func isShort() -> Bool {
    guard bytes.count > Self.byteLimit else { return true }
    let lines = YAMLLines(bytes)
    let content = (0..<lines.count).reduce(0) {
      $0 + (lines.content(of: $1) == nil ? 0 : lines.text($1..<($1 + 1)).count)
    }
    guard content > Self.byteLimit else { return true }
    faults.append(
      YAMLFault(
        place: place(.start),
        message: "more than 256 KiB from here on without another card; "
          + "write each card on lines of its own, after a `- `"))
    isBroken = true
    return false
  }

  /// Counts the brackets and braces that may open a list or a set of keys; within a word they are
  /// nothing special.
  private mutating func hasFewBrackets() -> Bool {
    var brackets = 0
    var previous = UInt8(ascii: "\n")
    for byte in bytes {
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{"),
        previous.mayPrecedeToken || previous >= 0x80
      {
        brackets += 1
      }
      previous = byte
    }
    guard brackets > YAMLDocument.bracketLimit else { return true }
    faults.append(
      YAMLFault(
        place: place(.start),
        message: "more than \(YAMLDocument.bracketLimit) brackets from here on; "
          + "write each card on lines of its own, after a `- `"))
    isBroken = true
    return false
  }

  /// The place in the file of a place in the piece.
  private func place(_ place: Place) -> Place {
    let skip = place.line > skippedAfter ? skipped : 0
    return Place(line: place.line + firstLine - 1 + skip, column: place.column)
  }

  private func place(_ mark: Mark?) -> Place {
    place(mark.map { Place(line: $0.line, column: $0.column) } ?? .start)
  }
}

// MARK: - What Yams composed

extension YAMLPiece {
  private mutating func node(_ node: Node, depth: Int) -> YAMLNode {
    let place = place(node.mark)
    guard depth <= Self.depthLimit else {
      return unusable(place, "lists and keys nest more than \(Self.depthLimit) deep")
    }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain
      if isPlain, let message = YAMLMask.message(for: scalar.string) {
        return unusable(place, message)
      }
      if let control = scalar.string.unicodeScalars.first(where: { !$0.isAllowedInValue }) {
        return unusable(place, "the character \(control.code) is not allowed; take it out")
      }
      return YAMLNode(
        content: .scalar(YAMLMask.unmask(scalar.string), isPlain: isPlain), place: place)
    case .sequence(let sequence):
      return YAMLNode(
        content: .sequence(sequence.map { self.node($0, depth: depth + 1) }), place: place)
    case .mapping(let mapping):
      return YAMLNode(
        content: .mapping(mapping.compactMap { pair($0, $1, depth: depth) }), place: place)
    case .alias:
      return YAMLNode(content: .unusable, place: place)
    }
  }

  private mutating func pair(_ key: Node, _ value: Node, depth: Int) -> YAMLNode.Pair? {
    let keyPlace = place(key.mark)
    guard case .scalar(let scalar) = key else {
      faults.append(YAMLFault(place: keyPlace, message: "a key is one text on one line"))
      return nil
    }
    if scalar.style == .plain, let message = YAMLMask.message(for: scalar.string) {
      faults.append(YAMLFault(place: keyPlace, message: message))
      return nil
    }
    if scalar.string.utf8.starts(with: YAMLMask.doubledKey) { return nil }
    return YAMLNode.Pair(
      key: YAMLMask.unmask(scalar.string), keyPlace: keyPlace,
      value: node(value, depth: depth + 1))
  }

  private mutating func unusable(_ place: Place, _ message: String) -> YAMLNode {
    faults.append(YAMLFault(place: place, message: message))
    return YAMLNode(content: .unusable, place: place)
  }
}

// MARK: - Doubled keys

extension YAMLPiece {
  /// Notes the keys of a mapping that have the name of one above, and gives them other names.
  ///
  /// Yams tells only where the first one is. The others stand below it at the same column, unless
  /// the mapping is in braces; then the fault is shown at the first, and false is returned.
  private mutating func renameDoubles(of key: String, mark: Mark) -> Bool {
    let name = YAMLMask.unmask(key).shortened
    let first = place(mark)
    let lines = YAMLLines(bytes)
    var renamed = Array(lines.text(0..<mark.line))
    var doubles = 0
    var isInside = true
    for line in mark.line..<max(lines.count, mark.line) {
      let text = lines.text(line..<(line + 1))
      guard isInside, let content = lines.content(of: line), content.indent < mark.column else {
        renamed += text
        continue
      }
      isInside = content.indent == mark.column - 1
      let afterKey = content.text.dropFirst(key.utf8.count)
      guard isInside, content.text.starts(with: key.utf8),
        afterKey.drop(while: \.isBlank).first == UInt8(ascii: ":")
      else {
        renamed += text
        continue
      }
      doubles += 1
      faults.append(
        YAMLFault(
          place: place(Place(line: line + 1, column: mark.column)),
          message: "the key `\(name)` is here again; it is on line \(first.line) already"))
      renamed += text[..<content.text.startIndex] + YAMLMask.doubledKey
      renamed += Array(String(faults.count).utf8) + afterKey
    }
    if doubles == 0 {
      faults.append(YAMLFault(place: first, message: "the key `\(name)` is here twice"))
    }
    bytes = renamed
    return doubles > 0
  }
}

extension Unicode.Scalar {
  /// Whether a text may hold the scalar once it is read; the line ends in it are line feeds.
  fileprivate var isAllowedInValue: Bool {
    isAllowedInText && self != "\r" || YAMLMask.scalars.contains(value)
  }
}
