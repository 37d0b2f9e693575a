import Yams

/// What stopped Yams, put so that the author of a deck can mend it.
struct YAMLProblem {
  private let error: any Error
  private let lines: YAMLLines

  /// - Parameters:
  ///   - error: What Yams threw.
  ///   - bytes: The text that it read.
  init(_ error: any Error, in bytes: [UInt8]) {
    self.error = error
    lines = YAMLLines(bytes)
  }

  /// The fault to show.
  ///
  /// - Parameter locate: Turns a place in the text into one in the file.
  /// - Returns: A message in plain words, at the place to mend.
  func fault(_ locate: (Place) -> Place) -> YAMLFault {
    guard let error = error as? YamlError else {
      return YAMLFault(place: locate(.start), message: "this is not valid YAML: \(error)")
    }
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let fault = fault(problem, at: Place(mark), context: context)
      return YAMLFault(place: locate(fault.place), message: fault.message)
    case .reader(let problem, _, _, _):
      return YAMLFault(place: locate(.start), message: "this is not valid YAML: \(problem)")
    default:
      return YAMLFault(place: locate(.start), message: "this is not valid YAML")
    }
  }

  private func fault(
    _ problem: String, at place: Place, context: YamlError.Context?
  ) -> YAMLFault {
    if let (place, message) = maskedProperty(before: place.line) {
      return YAMLFault(place: place, message: message)
    }
    let start = context.map { Place($0.mark) } ?? place
    switch problem {
    case "mapping values are not allowed in this context":
      return YAMLFault(place: place, message: Self.colon)
    case "found unexpected end of stream", "found unexpected document indicator":
      return YAMLFault(
        place: start,
        message: "the quote that opens here is not closed; a text that starts with a quote "
          + "is put in quotes as a whole, '\"Like this,\" she said.'")
    case "could not find expected ':'":
      return YAMLFault(
        place: start,
        message:
          "a key and `: ` are wanted here; a text that goes on below its key is indented more")
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected <document start>":
      return YAMLFault(place: place, message: followsQuote(place) ? Self.afterQuote : Self.stray)
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      return YAMLFault(
        place: place,
        message: "a comma or a closing bracket is missing here; put a text with brackets, commas "
          + "or `: ` in it in quotes")
    case "block sequence entries are not allowed in this context":
      return YAMLFault(
        place: place,
        message: "a list starts on a line of its own, below its key; "
          + "put a text that starts with `- ` in quotes")
    case "found character that cannot start any token": return unstartable(at: place)
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return YAMLFault(place: place, message: Self.tab)
    case "found unknown escape character":
      return YAMLFault(
        place: place,
        message: "unknown escape; in double quotes a backslash is written `\\\\`")
    case "did not find expected comment or line break":
      return YAMLFault(
        place: start,
        message: "after `|` or `>` a text starts on the next line; "
          + "put a text that starts with one in quotes")
    case "expected a single document in the stream", "but found another document":
      return YAMLFault(
        place: place, message: "a second document starts here; a deck file holds one")
    default:
      let isNesting = problem.hasPrefix("Maximum nesting level")
      return YAMLFault(
        place: place,
        message: isNesting
          ? "lists and keys nest more than \(YAMLPiece.depthLimit) deep"
          : "this is not valid YAML: \(problem)")
    }
  }

  private static let colon =
    "`: ` makes a key of what stands before it; put a text with `: ` in it in quotes, '…'"
  private static let afterQuote =
    "text goes on after a closing quote or bracket; put the whole text in quotes, '…'"
  static let stray =
    "this does not go with the lines above; check its indentation"
  private static let tab = "a tab cannot indent a line; use spaces"

  private func unstartable(at place: Place) -> YAMLFault {
    let line = lines.text((place.line - 1)..<place.line)
    let scalars = String(decoding: line, as: UTF8.self).unicodeScalars
    guard let scalar = scalars.dropFirst(place.column - 1).first, scalar != "\t" else {
      return YAMLFault(place: place, message: Self.tab)
    }
    return YAMLFault(
      place: place, message: "a text that starts with `\(scalar)` must be in quotes, '…'")
  }

  /// Whether a quote or a bracket closes right before a place on its line.
  private func followsQuote(_ place: Place) -> Bool {
    guard place.line <= lines.count else { return false }
    let line = lines.text((place.line - 1)..<place.line)
    let before = String(decoding: line, as: UTF8.self).unicodeScalars.prefix(place.column - 1)
    guard let last = before.last(where: { $0 != " " && $0 != "\t" }) else { return false }
    return ["\"", "'", "]", "}"].contains(last)
  }

  /// An anchor, an alias or a tag that stands alone at the end of a line and so broke what follows.
  private func maskedProperty(before line: Int) -> (Place, String)? {
    var line = min(line, lines.count) - 1
    for _ in 0..<2 {
      while line >= 0, lines.content(of: line) == nil { line -= 1 }
      guard line >= 0, let (indent, text) = lines.content(of: line) else { return nil }
      var rest = text
      while rest.isListItem { rest = rest.dropFirst().drop(while: \.isBlank) }
      if let colon = rest.firstIndex(of: UInt8(ascii: ":")),
        rest[..<colon].allSatisfy({ $0.isLetterOrDigit || $0 == UInt8(ascii: "-") })
      {
        rest = rest[(colon + 1)...].drop(while: \.isBlank)
      }
      if let indicator = YAMLMask.indicator(rest),
        let message = YAMLMask.message(forIndicator: indicator)
      {
        let column = indent + (rest.startIndex - text.startIndex) + 1
        return (Place(line: line + 1, column: column), message)
      }
      line -= 1
    }
    return nil
  }
}

extension Place {
  fileprivate init(_ mark: Mark) {
    self.init(line: mark.line, column: mark.column)
  }
}
