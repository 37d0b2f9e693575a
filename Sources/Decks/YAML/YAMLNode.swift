/// A place in a file.
package struct Place: Comparable {
  /// From 1.
  package var line: Int
  /// From 1, in Unicode scalars.
  package var column: Int

  package init(line: Int, column: Int) { (self.line, self.column) = (line, column) }

  package static let start = Place(line: 1, column: 1)

  package static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A part of a YAML document, and where it starts.
package struct YAMLNode {
  package enum Content {
    /// A text; `isPlain` if it stands without quotes and so might be a number or a truth value.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    case mapping([Pair])
    /// Something that a fault has been reported for already.
    case unusable
  }

  /// A key with its value.
  package struct Pair {
    package var key: String
    package var keyPlace: Place
    package var value: YAMLNode

    package init(key: String, keyPlace: Place, value: YAMLNode) {
      (self.key, self.keyPlace, self.value) = (key, keyPlace, value)
    }
  }

  package var content: Content
  package var place: Place

  package init(content: Content, place: Place) {
    (self.content, self.place) = (content, place)
  }
}

/// What is wrong with a YAML document, and where it shows.
package struct YAMLFault: Error, Equatable {
  package var place: Place
  package var message: String
}
