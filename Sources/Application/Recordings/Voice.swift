package import Files
import Screen

/// Says questions by the person's own speaker, one at a time.
package final class Voice {
  private let surroundings: any Surroundings
  /// What the shell runs, with `{voice}` where the number of a voice goes; empty says nothing.
  private let command: String
  private var speaking: (any SpeakingProgram)?

  package init(command: String, in surroundings: any Surroundings) {
    (self.command, self.surroundings) = (command, surroundings)
  }

  deinit { speaking?.silence() }

  /// Whether there is a program that says something.
  package var canSpeak: Bool { !command.isEmpty }

  /// Says a text, in place of what is being said.
  ///
  /// - Parameters:
  ///   - text: what is said.
  ///   - voice: who says it, from 1 on, for speakers that have voices.
  /// - Throws: ``Failure`` when the program cannot be started.
  package func say(_ text: String, voice: Int = 1) throws(Failure) {
    stop()
    guard canSpeak, !text.isEmpty else { return }
    // In one line: some speakers take the end of a line for the end of what is to be said.
    speaking = try surroundings.say(
      text.sanitised() + "\n", with: command.replacing("{voice}", with: "\(voice)"))
  }

  /// Falls silent at once.
  package func stop() {
    speaking?.silence()
    speaking = nil
  }

  /// Is silent while the trainer is stopped, and goes on with it.
  package func hold(_ isHeld: Bool) { speaking?.hold(isHeld) }

  /// Whether something is being said.
  package func isSpeaking() -> Bool { speaking?.isRunning() ?? false }
}
