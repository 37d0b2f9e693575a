extension CardSearch {
  /// Where in a text what is looked for stands: characters from its start, in order, none within another.
  public func places(in text: String) -> [Range<Int>] {
    guard isSearching else { return [] }
    // The bytes of each character by itself: what joins across characters is not marked.
    var bytes: [UInt8] = []
    var starts: [Int] = []
    for character in text {
      starts.append(bytes.count)
      Folding.append(String(character), to: &bytes)
    }
    starts.append(bytes.count)
    var isFound = [Bool](repeating: false, count: max(0, starts.count - 1))
    bytes.withUnsafeBytes { bytes in
      for word in words {
        var from = 0
        while let place = bytes.firstOffset(of: word, in: from..<bytes.count) {
          for index in isFound.indices
          where starts[index] < place + word.count && starts[index + 1] > place {
            isFound[index] = true
          }
          from = place + word.count
        }
      }
    }
    var places: [Range<Int>] = []
    for index in isFound.indices where isFound[index] {
      if let last = places.last, last.upperBound == index {
        places[places.count - 1] = last.lowerBound..<index + 1
      } else {
        places.append(index..<index + 1)
      }
    }
    return places
  }

  /// A line of a text around the first place where what is looked for stands; nil if that is nowhere.
  public func excerpt(of text: String) -> String? {
    guard isSearching else { return nil }
    var bytes: [UInt8] = []
    for line in text.split(whereSeparator: \.isNewline) {
      bytes.removeAll(keepingCapacity: true)
      Folding.append(String(line), to: &bytes)
      let first = bytes.withUnsafeBytes { bytes in
        words.compactMap { bytes.firstOffset(of: $0, in: 0..<bytes.count) }.min()
      }
      guard first != nil, let place = places(in: String(line)).first?.lowerBound else { continue }
      guard place > Self.lead else { return String(line.prefix(Self.width)) }
      // From the beginning of a word on.
      let rest = line.dropFirst(place - Self.lead)
      let from = rest.firstIndex(where: \.isWhitespace) ?? rest.startIndex
      return "… " + rest[from...].drop(while: \.isWhitespace).prefix(Self.width)
    }
    return nil
  }

  /// So many characters stand before what was found, at most.
  private static let lead = 30
  /// More than any window shows in a line of text.
  private static let width = 160
}
