import Decks
import Practice

/// What the parser has to say of arguments that it does not take, in the voice of all other messages.
///
/// It gives only a text, so that this reads it: a form that is not known stays as it is.
struct ParserMessage {
  /// What is wrong.
  private var fault: String
  /// What the parser says of an argument or an option in its help.
  private var help: String?
  /// How the command is used: `starling due [--json]`.
  private var usage: String?

  /// - Parameter text: the parser's whole message.
  init(_ text: String) {
    fault = ""
    for line in text.split(separator: "\n") {
      if let rest = line.after("Error: ") {
        fault = rest
      } else if let rest = line.after("Help:  ") {
        // The argument itself stands before two blanks.
        let words = rest.firstRange(of: "  ").map { rest[$0.upperBound...] } ?? rest[...]
        help = words.trimmed.withoutFullStop
      } else if let rest = line.after("Usage: ") {
        usage = rest
      } else if let rest = line.after("  - ") {
        // Choices, each on its own line where there are many.
        fault += fault.hasSuffix(":") ? " '\(rest)'" : ", '\(rest)'"
      }
    }
  }

  /// The message, in two lines at most.
  ///
  /// - Parameter meant: the question which command was meant; nil if none is near.
  /// - Returns: without what all messages begin with.
  func words(meant: String?) -> String {
    let what = sentence
    let question = meant.map { what.contains("did you mean") ? "" : "; \($0)" } ?? ""
    guard let usage else { return what + question }
    let name = usage.split(separator: " ").prefix { $0.first?.isLetter == true }
    return "\(what)\(question)\nUsage: \(usage); see “\(name.joined(separator: " ")) --help”"
  }

  private var isOfAll: Bool { usage.map { $0 == "starling <subcommand>" } ?? true }

  private var sentence: String {
    let named = fault.quoted
    if fault.hasPrefix("Unexpected argument ") || fault.contains(" unexpected arguments: ") {
      let words = named.joined(separator: " ")
      return isOfAll
        ? "there is no command “\(words)”" : "“\(words)” is more than this command takes"
    }
    if fault.hasPrefix("Unknown option "), let option = named.first {
      let near = named.dropFirst().first.map { "; did you mean \($0)?" } ?? ""
      return "there is no option \(option) here\(near)"
    }
    if fault.hasPrefix("Missing expected argument "), let name = named.first {
      return "\(name) is missing\(help.map { ": \($0.uncapitalised)" } ?? "")"
    }
    if fault.hasPrefix("Missing value for "), let name = named.first {
      return "\(name) lacks its value\(help.map { ": \($0.uncapitalised)" } ?? "")"
    }
    if fault.hasPrefix("The value "), fault.contains(" is invalid for "), named.count > 1 {
      let choices = named.dropFirst(2)
      let near = Suggestion.nearest(to: named[0], among: choices)
      let takes = choices.isEmpty ? help.map { ": \($0.uncapitalised)" } ?? "" : ""
      let list = choices.isEmpty ? "" : "; it takes \(choices.joined(separator: ", "))"
      return
        "“\(named[0])” is no value of \(named[1])\(takes)\(near.map { "; did you mean “\($0)”?" } ?? list)"
    }
    return fault.withoutFullStop
  }
}

extension StringProtocol {
  /// What stands after a beginning; nil if it does not begin so.
  fileprivate func after(_ beginning: String) -> String? {
    hasPrefix(beginning) ? String(dropFirst(beginning.count)) : nil
  }

  /// What stands between straight quotes, piece by piece.
  fileprivate var quoted: [String] {
    split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
  }

  fileprivate var withoutFullStop: String { String(hasSuffix(".") ? dropLast() : self[...]) }

  fileprivate var uncapitalised: String { prefix(1).lowercased() + dropFirst() }
}
