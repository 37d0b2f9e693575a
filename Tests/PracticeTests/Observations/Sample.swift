import Foundation
import Practice
import Testing

/// An answer of `Samples`, with what is known around it.
struct Sample: CustomTestStringConvertible {
  var name: String
  var answer = StarAnswer()
  var context = ObservationContext(competency: "")

  var testDescription: String { name }

  static let all: [Sample] = {
    let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return files.filter { $0.hasSuffix(".txt") && $0 != "Expected.txt" }.sorted().compactMap {
      Sample(name: String($0.dropLast(4)))
    }
  }()

  private static let folder = Bundle.module.resourcePath.map { $0 + "/Samples" } ?? ""

  static func text(_ file: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(file).txt", encoding: .utf8)
  }

  private init?(name: String) {
    self.name = name
    guard let text = try? Self.text(name) else { return nil }
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      switch line[..<colon] {
      case "S": answer[.situation] = value
      case "T": answer[.task] = value
      case "A": answer[.action] = value
      case "R": answer[.result] = value
      case "competency":
        let known = context
        context = ObservationContext(competency: value)
        context.attempts = known.attempts
      case "transcript": context.isTranscript = true
      case "last": context.attempts.append(value)
      case "other": context.otherStory = value
      case "told":
        let fields = value.components(separatedBy: " | ")
        guard fields.count == 3 else { return nil }
        context.told.append(
          ObservationContext.ToldStory(id: fields[0], listener: fields[1], text: fields[2]))
      default: return nil
      }
    }
  }
}

/// What `Samples/Expected.txt` has for one sample.
struct ExpectedObservation: Equatable, CustomStringConvertible {
  var kind: String
  var part: String
  var isStrong: Bool
  /// Empty where the file leaves the quotes out.
  var quotes: [String]

  var description: String {
    "\(kind) \(part)\(isStrong ? " strong" : "")"
      + (quotes.isEmpty ? "" : ": " + quotes.joined(separator: " | "))
  }

  init(_ observation: Observation, quotes: [String]) {
    kind = observation.kind.rawValue
    part = "\(observation.part)"
    isStrong = observation.isStrong
    self.quotes = quotes
  }

  private init(_ line: Substring) {
    let halves = line.split(separator: ":", maxSplits: 1)
    let words = halves[0].split(separator: " ")
    kind = String(words[0])
    part = words.count > 1 ? String(words[1]) : ""
    isStrong = words.last == "strong"
    quotes =
      halves.count > 1
      ? halves[1].trimmingCharacters(in: .whitespaces).components(separatedBy: " | ") : []
  }

  /// By the names of the samples.
  static func all() throws -> [String: [ExpectedObservation]] {
    var all: [String: [ExpectedObservation]] = [:]
    var name = ""
    for line in try Sample.text("Expected").split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix(" ") {
        all[name, default: []].append(ExpectedObservation(line))
      } else {
        name = String(line)
        all[name] = []
      }
    }
    return all
  }
}
