/// A place in a file.
struct Place: Comparable {
  /// From 1.
  var line: Int
  /// From 1, in Unicode scalars.
  var column: Int

  static let start = Place(line: 1, column: 1)

  static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A part of a YAML document, and where it starts.
struct YAMLNode {
  enum Content {
    /// A text; `isPlain` if it stands without quotes and so might be a number or a truth value.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    case mapping([Pair])
    /// Something that a fault has been reported for already.
    case unusable
  }

  /// A key with its value.
  struct Pair {
    var key: String
    var keyPlace: Place
    var value: YAMLNode
  }

  var content: Content
  var place: Place
}

/// What is wrong with a YAML document, and where it shows.
struct YAMLFault: Error, Equatable {
  var place: Place
  var message: String
}
