package import Campaign
import Decks
package import Exchange
package import Files
import Store

/// Lets the person fill in a form, with their editor, until nothing is wrong with it.
package struct FormEditing<Thing: Described> {
  /// What a field is that was left empty; it also says what is not in the form.
  package let blank: Thing
  package let names: FormNames
  /// In whose company people and rounds are named, where the form does not say.
  package var employer = ""
  /// What the thing is called, such as `fact`.
  package let noun: String
  /// Where an unfinished form is kept.
  package let folder: String
  /// Which of its sort is edited, by number or name; nil for something new.
  ///
  /// An unfinished form is offered for that one alone, as long as it is what it was.
  package var which: String?
  /// What it belongs to that is not in its form, such as a round.
  package var context = ""
  /// Whether there is a form for a new one, in which a form for one that is gone comes back.
  package var hasNew = false

  /// Reads a form from a file, `-` for standard input.
  ///
  /// - Throws: ``Failure`` when it cannot be read, with all faults when it is not sound.
  package func read(from path: String) throws(Failure) -> Thing {
    try read(FileBytes.named(path, limit: Manuscript.longest), from: path)
  }

  /// Reads a form that was read from a file.
  ///
  /// - Throws: ``Failure`` with all faults when it is not sound.
  func read(_ bytes: [UInt8], from path: String) throws(Failure) -> Thing {
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
  ///   - written: the form as text where more is written in it already, elsewhere than in an editor.
  ///   - remarks: lines to stand above it.
  ///   - editor: shows it to the person.
  ///   - keep: keeps what they made of it; nil when that is what was there.
  /// - Returns: what `keep` gives; nil when nothing was changed.
  /// - Throws: ``Failure``.
  package func edited<Kept>(
    _ thing: Thing, from written: String? = nil, remarks: [String] = [], with editor: FormEditor,
    keeping keep: (Thing) throws -> Kept?
  ) throws -> Kept? {
    let first = written ?? Form.yaml(thing, names, remarks: remarks)
    let key = key(of: thing)
    let unfinished = UnfinishedText(manuscripts, key: key, name: editor.name)
    // What is written elsewhere is newer than what an editor left.
    var last = try written == nil ? unfinished.text { Form.unfinished($0) } : nil
    let shown =
      last.map { Self.marked([editor.leaving, Self.unfinishedRemark], read($0).faults, $0) }
      ?? Self.marked([editor.leaving] + unfinished.others, [], first)
    let manuscript = try manuscripts.begin(key, name: editor.name, shown)
    while true {
      let form = Form.withoutMarks(try manuscript.edited(opening: editor.open))
      guard form.contains(where: { !$0.isWhitespace }) else {
        manuscript.remove()
        unfinished.forget()
        return nil
      }
      guard form != first else {
        manuscript.remove()
        return nil
      }
      let (thing, faults) = read(form)
      if let thing {
        do {
          let kept = try keep(thing)
          manuscript.remove()
          unfinished.forget()
          return kept
        } catch let error as StoreError where error.isOfAnother {
          let path = unfinished.keep(form, of: manuscript).path
          throw Failure(.tryAgain, "\(error.description)\nwhat you wrote is in \(path)")
        } catch StoreError.gone(let what) {
          throw gone(StoreError.gone(what: what), form, manuscript, unfinished, editor)
        } catch {
          guard let failure = Failure(error) else { throw error }
          let problem = failure.message ?? "the \(noun) is not kept yet"
          throw left(problem, failure.code, in: unfinished.keep(form, of: manuscript))
        }
      }
      // Without its line, which is another one once the faults stand above the form.
      let problem = "the \(noun) is not kept yet: \(faults.first?.message ?? "it has faults")"
      guard form != last, editor.opensAgain(problem) else {
        throw left(problem, .badData, in: unfinished.keep(form, of: manuscript), faults)
      }
      do throws(Failure) {
        try manuscript.write(Self.marked([editor.leaving], faults, form))
      } catch {
        // The file is as the editor left it.
        throw left(problem, .badData, in: unfinished.place(of: manuscript), faults)
      }
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

  private var manuscripts: Manuscripts { Manuscripts(home: folder) }

  /// Under what a form of a thing is found again.
  package func key(of thing: Thing) -> TextKey {
    guard let which else { return TextKey(noun) }
    let read = [employer, context, Form.listing(of: thing, names)].joined(separator: "\n")
    return TextKey("\(noun) \(which)", asRead: read)
  }

  private static var unfinishedRemark: String {
    "you left this form unfinished; clear it to start again"
  }

  /// Says where an unfinished form is.
  private func left(
    _ problem: String, _ code: Failure.Code, in place: UnfinishedText.Place, _ faults: [Fault] = []
  ) -> Failure {
    let line = faults.first.map { ", line \($0.line)" } ?? ""
    let next = place.isNext ? "; the next form in your editor begins with it" : ""
    return Failure(code, "\(problem)\nwhat you wrote is in \(place.path)\(line)\(next)")
  }

  /// Keeps a form whose thing is gone for the next form of a new one, and says so.
  private func gone(
    _ error: StoreError, _ form: String, _ manuscript: Manuscript, _ unfinished: UnfinishedText,
    _ editor: FormEditor
  ) -> Failure {
    let new = UnfinishedText(manuscripts, key: TextKey(noun), name: editor.name)
    guard which != nil, hasNew, !Disk.has(new.path) else {
      let path = unfinished.keep(form, of: manuscript).path
      return Failure(.badData, "\(error.description)\nwhat you wrote is in \(path)")
    }
    let place = new.keep(form, of: manuscript)
    if place.path == new.path { unfinished.forget() }
    // In the editor's file it would be found again for the thing that is gone, not for a new one.
    let next = UnfinishedText.Place(path: place.path, isNext: place.path == new.path)
      .words(next: "the next form for a new \(noun) in your editor begins with it")
    return Failure(.badData, "\(error.description)\n\(next)")
  }

  // MARK: - Faults

  /// The form below remarks and its faults, whose lines are counted with those above it.
  private static func marked(_ remarks: [String], _ faults: [Fault], _ form: String) -> String {
    let above = remarks.count + faults.count
    let lines = remarks + faults.map { "line \($0.line + above): \($0.message)" }
    let marks = lines.map { Form.mark + String($0.map { $0.isNewline ? " " : $0 }) }
    return (marks + [form]).joined(separator: "\n")
  }
}

extension Form {
  /// What stands above the form of a new thing.
  package static func newRemark(_ noun: String) -> String {
    "A new \(noun). Save to keep it; leave it as it is to throw it away."
  }

  /// A form that was left unfinished, with nothing above it that does not hold for it.
  fileprivate static func unfinished(_ text: String) -> String {
    withoutMarks(text).split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("# A new ")
        ? String(line).replacing(
          "Save to keep it; leave it as it is to throw it away.",
          with: "It is kept as you leave it.")
        : String(line)
    }.joined(separator: "\n")
  }

  /// What faults stand behind, above the text.
  fileprivate static var mark: String { Manuscript.mark }

  /// The form without what was put above it, wherever an editor has moved that.
  fileprivate static func withoutMarks(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix(mark) }.joined(separator: "\n")
  }
}

extension StoreError {
  /// Whether another program has changed what was to be kept.
  fileprivate var isOfAnother: Bool { if case .changed = self { true } else { false } }
}
