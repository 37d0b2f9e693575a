package import Campaign
import Decks
package import Files
package import Practice
import Scheduler
package import Store
package import TUI

extension Workspace {
  /// Writes what was typed and could not be saved into a file, and says where that is.
  package func rescue(_ drafts: [UnsavedText]) {
    let drafts = drafts.filter { !$0.texts.joined().isEmpty }
    guard !drafts.isEmpty else { return }
    do throws(Failure) {
      let file = try UnsavedFile.write(
        drafts, in: places.store.folder, at: clock.now.time)
      Output.warn(
        "what you typed could not be saved; it is in \(file.path), and the next start takes it in")
    } catch {
      // The last place that there is: the terminal.
      Output.warn(
        "what you typed could not be saved (\(error.message ?? "there is no room")); here it is:\n"
          + drafts.flatMap(\.texts).joined(separator: "\n"))
    }
  }

  /// Writes answers before a panel that could not be saved into a file, and says where that is.
  package func rescue(_ answers: [Attempt]) {
    guard !answers.isEmpty else { return }
    let what = "what you answered before a panel could not be saved"
    do throws(Failure) {
      let file = try UnsavedFile.write(answers, in: places.store.folder, at: clock.now.time)
      Output.warn("\(what); it is in \(file.path), and the next start takes it in")
    } catch {
      let texts = answers.flatMap(\.texts).filter { !$0.isEmpty }.joined(separator: "\n")
      let typed = texts.isEmpty ? "" : "; here is what you typed:\n\(texts)"
      Output.warn(
        "\(what) (\(error.message ?? "there is no room")), and will not count\(typed)")
    }
  }

  /// Takes in what could not be saved before.
  ///
  /// - Returns: why something could not be taken in, in words; empty if all was, or there is nothing.
  package func bringBackUnsaved() -> [String] {
    var problems: [String] = []
    for file in UnsavedFile.all(in: places.store.folder) {
      do {
        if let answers = try file.answers() {
          _ = try store.merge(answers, at: clock.now.time, isImport: false)
        } else {
          for (draft, time) in try file.drafts() {
            try store.bringBackDraft(draft.texts, of: draft.card, from: time)
          }
        }
      } catch {
        problems.append(
          "what you typed before is still in \(file.path): \(Failure.words(of: error))")
        continue
      }
      do throws(Failure) {
        try file.remove()
      } catch {
        problems.append(error.message ?? "\(file.path) cannot be deleted")
      }
    }
    return problems
  }

  /// Takes what an editor has left of answers at some cards into their drafts: the Starling that opened
  /// it was killed, or could not keep it.
  func bringBackAnswers(at ids: [CardID]) throws {
    let all = manuscripts.left()
    for words in all.rescued { Output.warn(words) }
    let left = all.texts.filter { $0.key.hasPrefix("answer-") }
    guard !left.isEmpty else { return }
    for card in try store.cards(ids) {
      let key = TextKey("answer \(card.id)").plain
      for text in left where TextKey.plainName(of: text.key) == key {
        do throws(Failure) {
          try bringBack(text.path, at: card)
        } catch {
          Output.warn("what you wrote before is still in \(text.path): \(error.message ?? "")")
        }
      }
    }
  }

  private func bringBack(_ path: String, at card: Card) throws(Failure) {
    let boxes = AnswerForm(
      attempt: Attempt(card: card.id, kind: card.kind, moment: clock.now), texts: [])
    do {
      try manuscripts.take(path) { text, written in
        try store.bringBackDraft(
          boxes.texts(in: text), of: card.id,
          from: Timestamp(milliseconds: written / 1_000_000))
      }
    } catch {
      throw Failure(error) ?? Failure(.inputOutput, "\(error)")
    }
  }

  /// Writes what was typed of things that are gone into a file, and says so.
  package func kept(_ items: [Item], after error: StoreError) -> Failure {
    let failure = Failure(error) ?? Failure(.badData, error.description)
    let lines = items.compactMap(\.typedText)
    guard !lines.isEmpty else { return failure }
    let path =
      "\(places.store.folder)/unfinished-log-\(clock.now.time.milliseconds).txt"
    do throws(Failure) {
      try FileReplacement(path).write(Array((lines.joined(separator: "\n") + "\n").utf8))
      return failure.adding("what you wrote is in \(path)")
    } catch {
      return failure.adding("what you wrote: \(lines.joined(separator: " / "))")
    }
  }
}

extension Item {
  /// What the person typed of it, in a line; nil for what has no text of its own.
  fileprivate var typedText: String? {
    switch thing {
    case let entry as LogEntry: entry.pressedOn.isEmpty ? entry.text : entry.pressedOn
    case let doubt as Doubt: doubt.text
    case let promise as Promise: promise.text
    case let thanks as ThankYou: thanks.text
    case let interview as Interview: interview.notAsked.last
    default: nil
    }
  }
}
