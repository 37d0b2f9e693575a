import Campaign
import Decks
import Exchange
import Glibc
import Store

/// Lets the person fill in a form, with their editor, until nothing is wrong with it.
struct FormEditing<Thing: FormThing> {
  /// What a field is that was left empty; it also says what is not in the form.
  let blank: Thing
  let names: FormNames
  /// In whose company people and rounds are named, where the form does not say.
  var employer = ""
  /// What the thing is called, such as `fact`.
  let noun: String
  /// Where an unfinished form is kept.
  let folder: String

  /// What faults stand behind, above the text.
  private static var mark: String { "#! " }

  /// Reads a form from a file, `-` for standard input.
  ///
  /// - Throws: ``Failure`` when it cannot be read, with all faults when it is not sound.
  func read(from path: String) throws(Failure) -> Thing {
    let bytes = try FileBytes.named(path)
    let (thing, faults) = read(bytes, path: path)
    guard let thing else {
      throw Failure(.badData, faults.map(\.description).joined(separator: "\n"))
    }
    return thing
  }

  /// Lets the person edit a form.
  ///
  /// A form with faults comes back with the faults above it. One that comes back as it was shown
  /// is given up, and kept as a file if it has faults.
  ///
  /// - Parameters:
  ///   - thing: what is in it at first.
  ///   - remarks: lines to stand above it.
  ///   - edit: shows a text to the person and gives back what they left of it.
  /// - Returns: nil when nothing was changed.
  /// - Throws: ``Failure``.
  func edited(
    _ thing: Thing, remarks: [String], edit: (String) throws -> String
  ) throws -> Thing? {
    let first = Form.yaml(thing, names, remarks: remarks)
    var shown = first
    while true {
      let text = try edit(shown)
      let form = Self.withoutFaults(text)
      guard form != first, form.contains(where: { !$0.isWhitespace }) else { return nil }
      let (thing, faults) = read(Array(form.utf8), path: "form")
      if let thing { return thing }
      let marked = Self.withFaults(faults, form)
      if text == shown { try give(up: form, faults) }
      shown = marked
    }
  }

  private func read(_ bytes: [UInt8], path: String) -> (thing: Thing?, faults: [Fault]) {
    Form.read(bytes, path: path, blank: blank, names, employer: employer)
  }

  /// Keeps an unfinished form where the person finds it.
  private func give(up form: String, _ faults: [Fault]) throws -> Never {
    let path = "\(folder)/unfinished-\(noun.replacing(" ", with: "-")).yaml"
    try FileReplacement(path).write(Array(form.utf8))
    let first = faults.first.map { "line \($0.line): \($0.message)" } ?? "it has faults"
    throw Failure(
      .badData, "the \(noun) is not kept yet: \(first)\nwhat you wrote is in \(path)")
  }

  /// The form below its faults, whose lines are counted with those of the faults.
  private static func withFaults(_ faults: [Fault], _ form: String) -> String {
    let lines = faults.map { fault in
      "\(mark)line \(fault.line + faults.count): \(fault.message)".map { $0.isNewline ? " " : $0 }
    }
    return (lines.map { String($0) } + [form]).joined(separator: "\n")
  }

  private static func withoutFaults(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0.hasPrefix(mark) }.joined(separator: "\n")
  }
}
