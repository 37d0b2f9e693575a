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
  /// Which of its sort is edited, by number or name; nil for something new.
  ///
  /// An unfinished form is offered for that one alone.
  var which: String?

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

  /// Lets the person edit a form, and keeps what is in it.
  ///
  /// A form with faults comes back with the faults above it, if the person wants it back. One that is
  /// left with faults is kept as a file, and is what the next form of the same begins with; so is one
  /// that could not be kept.
  ///
  /// - Parameters:
  ///   - thing: what is in it at first.
  ///   - remarks: lines to stand above it.
  ///   - editor: shows it to the person.
  ///   - keep: keeps what they made of it; nil when that is what was there.
  /// - Returns: what `keep` gives; nil when nothing was changed.
  /// - Throws: ``Failure``.
  func edited<Kept>(
    _ thing: Thing, remarks: [String] = [], with editor: FormEditor,
    keeping keep: (Thing) throws -> Kept?
  ) throws -> Kept? {
    let first = Form.yaml(thing, names, remarks: remarks)
    var last = unfinished
    var shown = last.map { Self.marked([Self.unfinishedRemark], read($0).faults, $0) } ?? first
    while true {
      let form = Self.withoutMarks(try editor.edit(shown))
      guard form.contains(where: { !$0.isWhitespace }) else {
        forgetUnfinished()
        return nil
      }
      guard form != first else { return nil }
      let (thing, faults) = read(form)
      if let thing {
        do {
          let kept = try keep(thing)
          forgetUnfinished()
          return kept
        } catch {
          guard let failure = error as? Failure ?? Failure(error) else { throw error }
          try leave(form, [], failure.message ?? "the \(noun) is not kept yet", failure.code)
        }
      }
      // Without its line, which is another one once the faults stand above the form.
      let problem = "the \(noun) is not kept yet: \(faults.first?.message ?? "it has faults")"
      guard form != last, editor.opensAgain(problem) else { try leave(form, faults, problem) }
      shown = Self.marked([], faults, form)
      last = form
    }
  }

  private func read(_ form: String) -> (thing: Thing?, faults: [Fault]) {
    read(Array(form.utf8), path: "form")
  }

  private func read(_ bytes: [UInt8], path: String) -> (thing: Thing?, faults: [Fault]) {
    Form.read(bytes, path: path, blank: blank, names, employer: employer)
  }

  // MARK: - Unfinished forms

  /// Where a form of this sort is kept until it is finished.
  private var unfinishedPath: String {
    let name = which.map { "\(noun) \($0)" } ?? noun
    let plain = name.unicodeScalars.prefix(60).map { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        ? Character(scalar) : "-"
    }
    return "\(folder)/unfinished-\(String(plain)).yaml"
  }

  /// What the person wrote last time and did not finish.
  private var unfinished: String? {
    (try? FileBytes.read(unfinishedPath)).map { String(decoding: $0, as: UTF8.self) }
  }

  private static var unfinishedRemark: String {
    "you left this unfinished; empty it to begin anew"
  }

  private func forgetUnfinished() { unlink(unfinishedPath) }

  /// Keeps an unfinished form where the person finds it.
  private func leave(
    _ form: String, _ faults: [Fault], _ problem: String, _ code: Failure.Code = .badData
  ) throws -> Never {
    try FileReplacement(unfinishedPath).write(Array(form.utf8))
    let line = faults.first.map { ", line \($0.line)" } ?? ""
    throw Failure(
      code,
      "\(problem)\nwhat you wrote is in \(unfinishedPath)\(line); the next form begins with it")
  }

  // MARK: - Faults

  /// The form below remarks and its faults, whose lines are counted with those above it.
  private static func marked(_ remarks: [String], _ faults: [Fault], _ form: String) -> String {
    let above = remarks.count + faults.count
    let lines = remarks + faults.map { "line \($0.line + above): \($0.message)" }
    let marks = lines.map { mark + String($0.map { $0.isNewline ? " " : $0 }) }
    return (marks + [form]).joined(separator: "\n")
  }

  /// The form without what was put above it, wherever an editor has moved that.
  private static func withoutMarks(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix(mark) }.joined(separator: "\n")
  }
}
