import Decks

/// The page with which a friend plays the interviewers, from paper.
///
/// It has the questions and what to listen for, and nothing of the person's own answers.
public enum FriendSheet {
  /// - Parameters:
  ///   - panel: the panel to play.
  ///   - interview: what it rehearses.
  ///   - doubts: what the employer doubts.
  ///   - when: when the interview is.
  ///   - printed: when this is made.
  ///   - number: that by which marks are entered; nil where it is not kept.
  /// - Returns: the page.
  public static func sheet(
    for panel: Panel, interview: Interview, doubts: [Kept<Doubt>], when: String, printed: String,
    number: Number<Rehearsal>? = nil
  ) -> Sheet {
    Sheet(
      title: "For a friend who plays the interviewers",
      subtitle: "\(interview.employer), round \(interview.round), \(when)", printed: printed,
      sections: [
        Sheet.Section("HOW", how(panel)), Sheet.Section("YOU ARE", panel.personas.map(role)),
        Sheet.Section("ASK", panel.turns.enumerated().map { turn($1, number: $0 + 1, panel) }),
        Sheet.Section(
          "PRESS ON",
          doubts.filter(\.isOpen).map { doubt in
            Sheet.Entry(doubt.text, from: [.doubt(doubt.id)])
          }),
        Sheet.Section("AFTERWARDS", afterwards + entering(number)),
      ])
  }

  private static func how(_ panel: Panel) -> [Sheet.Entry] {
    let minutes = panel.limit / 60_000
    return [
      "Ask in this order and play each person in turn. \(minutes) minutes; do not help.",
      "Let an answer run for three minutes at most. Then ask one follow-up.",
      "If you hear the same story twice, say: “You have told us that one.”",
    ].map { Sheet.Entry($0, from: []) }
  }

  private static func role(_ persona: Persona) -> Sheet.Entry {
    let manner =
      switch persona.manner {
      case .plain: ""
      case .interrupting: " You interrupt."
      case .silent: " You look down and say nothing unless you are brought in."
      }
    let needs = persona.needs.isEmpty ? "" : ": \(persona.needs)"
    return Sheet.Entry("\(persona.title)\(needs).\(manner)", from: [])
  }

  private static func turn(_ turn: PanelTurn, number: Int, _ panel: Panel) -> Sheet.Entry {
    func words(_ voice: PanelTurn.Voice) -> String {
      "\(panel.personas[voice.persona].title): “\(voice.question.text)”"
    }
    var text = "\(number). \(words(turn.first))"
    if let second = turn.second { text += " At once, \(words(second))" }
    if let interruption = turn.interruption {
      text +=
        " After \(interruption.after / 1000) s \(panel.personas[interruption.persona].title) breaks in: “\(interruption.text)”"
    } else if let probe = turn.first.question.probes.first {
      text += " Then: “\(probe)”"
    }
    text += "  \(marks)"
    let cards = [turn.first, turn.second].compactMap { $0?.question.card }
    return Sheet.Entry(text, from: cards.map { .card($0.description) })
  }

  /// What to tick, in one piece.
  private static let marks = "(\u{A0})\u{A0}strong (\u{A0})\u{A0}fine (\u{A0})\u{A0}thin"

  private static func entering(_ number: Number<Rehearsal>?) -> [Sheet.Entry] {
    guard let number else { return [] }
    return [
      Sheet.Entry(
        "“starling panels marks \(number)” takes the marks, question by question.", from: [])
    ]
  }

  private static var afterwards: [Sheet.Entry] {
    [
      "Which answer do you remember best, and what did it say?",
      "Where did you want to hear more, and where less?",
      "Was it clear each time what they did themselves?",
    ].map { Sheet.Entry($0, from: []) }
  }
}
