extension StringProtocol where SubSequence == Substring {
  /// The number of terminal columns this text takes on one line.
  ///
  /// Tabs go to the next multiple of eight, counted from the start of the text; a line break
  /// counts as a space, as ``Canvas`` draws it.
  @inlinable public var displayWidth: Int {
    self[...].columnCount
  }
}

extension Substring {
  @usableFromInline var columnCount: Int {
    let isPlain = utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isPrintableASCII) }
    if isPlain == true { return utf8.count }
    var scanner = CellScanner()
    var column = 0
    for scalar in unicodeScalars {
      switch scanner.read(scalar) {
      case .begin(let width): column += width
      case .space: column += 1
      case .tab: column = tabStop(after: column)
      case .join, .skip: break
      }
    }
    return column
  }
}

extension Character {
  /// The number of terminal columns this character takes at the start of a line.
  public var displayWidth: Int {
    if let ascii = asciiValue, isPrintableASCII(ascii) { return 1 }
    return String(self).displayWidth
  }
}

func isPrintableASCII(_ byte: UInt8) -> Bool {
  byte >= 0x20 && byte < 0x7F
}
