import Exchange
import Files
import Practice
import TUI

/// What the trainer says aloud, and what is written down of what was said.
extension Trainer {
  /// Says what is asked now, if that was not said yet.
  mutating func sayAloud() {
    guard let aloud = app.aloud else { return voice.stop() }
    guard aloud != said else { return }
    said = aloud
    say(aloud)
  }

  mutating func say(_ aloud: Aloud) {
    do throws(Failure) {
      try voice.say(aloud.text, voice: aloud.voice)
    } catch {
      _ = app.update(.failed(error.message ?? "nothing can be said"))
    }
  }

  /// Takes up what was recorded and not written down when the trainer was left last.
  mutating func takeUpWords() {
    do throws(Failure) {
      try ear.takeUp()
    } catch {
      _ = app.update(.failed(error.message ?? "nothing can be written down"))
    }
  }

  /// Lets go of sound whose words are kept, as the person wants it.
  mutating func deleteOldSound() {
    do throws(Failure) {
      _ = try workspace.deleteOldSound()
    } catch {
      _ = app.update(.failed(error.message ?? "old recordings cannot be deleted"))
    }
  }

  /// Puts the words that have come where they belong.
  mutating func takeWords() {
    guard ear.isAtWork, let heard = ear.poll(mayStart: sound.isSettled) else { return }
    do {
      carryOut(app.update(.practice(.heard(try workspace.keep(heard, of: ear)))))
      if workspace.settings.notices == .on { terminal.notify("Your answer is written down.") }
    } catch {
      _ = app.update(.failed(Failure.words(of: error)))
    }
  }
}
