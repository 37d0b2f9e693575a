/// One YAML document, read by Yams, with all that is wrong with it.
struct YAMLDocument {
  /// The most brackets and braces that open within one card, or around the cards.
  ///
  /// Yams hashes keys that are collections again on each level around them, so the depth of nesting
  /// must have a bound that does not depend on the size of the file.
  static let bracketLimit = 32
  /// The most items of the list; each is parsed by itself, and even an empty one takes its time.
  static let itemLimit = 20_000

  /// What was read; nil if there is nothing, or nothing that could be read.
  private(set) var root: YAMLNode?
  private(set) var faults: [YAMLFault] = []
  /// Whether the keys around the list could not all be read.
  private(set) var isIncomplete = false

  private let lines: YAMLLines

  /// - Parameters:
  ///   - source: The text of a file.
  ///   - list: The key whose list is read item by item.
  init(_ source: SourceText, list: String) {
    lines = YAMLLines(YAMLMask.mask(source.bytes[source.start...]))
    let outline = YAMLOutline(lines, list: list)
    root = frame(outline)
    guard let first = outline.items.first else { return }
    let items = YAMLNode(
      content: .sequence(self.items(outline.items)),
      place: Place(line: first.lowerBound + 1, column: 1))
    insert(items, for: list, keyLine: outline.head.upperBound)
  }

  /// Reads what stands around the items.
  private mutating func frame(_ outline: YAMLOutline) -> YAMLNode? {
    var piece = YAMLPiece(
      bytes: Array(lines.text(outline.head) + lines.text(outline.tail)), firstLine: 1,
      skippedAfter: outline.head.upperBound,
      skipped: outline.tail.lowerBound - outline.head.upperBound)
    let node = read(&piece)
    isIncomplete = piece.isBroken
    return node
  }

  /// Reads the items of the list, as long as there are not too many, nor too many faults.
  private mutating func items(_ ranges: [Range<Int>]) -> [YAMLNode] {
    if ranges.count > Self.itemLimit {
      faults.append(
        YAMLFault(
          place: Place(line: ranges[Self.itemLimit].lowerBound + 1, column: 1),
          message: "a file holds at most \(Self.itemLimit) cards: split it into several"))
    }
    var items: [YAMLNode] = []
    for range in ranges.prefix(Self.itemLimit) where faults.count <= FaultList.limit {
      items.append(item(range))
    }
    return items
  }

  /// Reads one item of the list.
  private mutating func item(_ range: Range<Int>) -> YAMLNode {
    var piece = YAMLPiece(bytes: Array(lines.text(range)), firstLine: range.lowerBound + 1)
    guard let node = read(&piece), case .sequence(let items) = node.content, items.count == 1 else {
      return YAMLNode(content: .unusable, place: Place(line: range.lowerBound + 1, column: 1))
    }
    return items[0]
  }

  private mutating func read(_ piece: inout YAMLPiece) -> YAMLNode? {
    let node = piece.parse()
    faults += piece.faults
    return node
  }

  /// Puts the items where the frame has a key without a value.
  private mutating func insert(_ items: YAMLNode, for key: String, keyLine: Int) {
    guard let root, case .mapping(var pairs) = root.content,
      let index = pairs.firstIndex(where: { $0.key == key })
    else {
      // The frame is broken; what it does have is of no use, but the items are read all the same.
      let pair = YAMLNode.Pair(
        key: key, keyPlace: Place(line: max(keyLine, 1), column: 1), value: items)
      self.root = YAMLNode(content: .mapping([pair]), place: .start)
      isIncomplete = true
      return
    }
    // What stands behind the items must not read as the value of their key.
    let value = pairs[index].value
    if !value.isNull {
      faults.append(YAMLFault(place: value.place, message: YAMLProblem.stray))
    }
    pairs[index].value = items
    self.root?.content = .mapping(pairs)
  }
}
