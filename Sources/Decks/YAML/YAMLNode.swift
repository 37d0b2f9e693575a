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
    var keyOffset: Int
    var value: YAMLNode
  }

  var content: Content
  /// The offset of the node's first byte.
  var offset: Int
}

/// What is wrong with a YAML document, and the offset of the byte where it shows.
struct YAMLFault: Error {
  var offset: Int
  var message: String
}
