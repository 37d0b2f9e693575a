import Decks

/// What a text in the person's hands is of: under this it is found again.
package struct TextKey: Equatable {
  /// What it is of, such as `story 3`; for what is new, such as `story`.
  package let name: String
  /// Stands for that thing as it was when the person began; nil for what is new.
  ///
  /// A number can be another thing's by now, and a thing can have been changed: what was written of it
  /// belongs to neither.
  private let mark: String?

  /// - Parameters:
  ///   - name: what it is of.
  ///   - read: what of it was there when the person began, in words; nil for what is new.
  package init(_ name: String, asRead read: String? = nil) {
    self.name = name
    mark = read.map { read in
      var fingerprint = Fingerprint()
      fingerprint.add(read)
      return fingerprint.text
    }
  }

  /// The key in letters that every file system takes.
  package var plain: String { plainName + (mark.map { "-\($0)" } ?? "") }

  /// The name in such letters.
  var plainName: String {
    var plain = ""
    for scalar in name.unicodeScalars.prefix(60) where plain.utf8.count < 180 {
      let isPlain = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      plain.append(isPlain ? Character(scalar) : "-")
    }
    return plain
  }

  /// Whether a plain key is of this name, but of another thing, or of this one as it was at another
  /// time.
  package func isSameName(asOther other: String) -> Bool {
    mark != nil && other != plain && Self.plainName(of: other) == plainName
  }

  /// The name in a plain key.
  static func plainName(of plain: String) -> String {
    let mark = plain.suffix(16)
    let rest = plain.dropLast(16)
    guard mark.utf8.count == 16, rest.hasSuffix("-"), mark.allSatisfy(\.isHexDigit) else {
      return plain
    }
    return String(rest.dropLast())
  }
}
