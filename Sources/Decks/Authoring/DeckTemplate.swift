/// The text of a new deck file.
public enum DeckTemplate {
  /// A commented deck with two cards to replace; it is sound as it is.
  ///
  /// - Parameter id: The id of the new deck, which is well-formed.
  /// - Returns: The text.
  public static func text(id: String) -> String {
    """
    # A deck of your own. Change it as you like; `starling decks check` says what does not fit.
    # A card keeps its history as long as its id stays the same.
    id: \(YAMLWriter.text(id))
    title: My questions
    cards:
      # A story in Situation, Task, Action, Result. `alt` holds other wordings of the question;
      # they take turns. A text with `: ` in it, or that starts with a quote, goes in quotes.
      - id: Q-01
        kind: star
        competency: teamwork
        ask: Tell me about something you got done with other people.
        alt:
          - When did a group you were in do better than any of you could have alone?
        probing: your own part, and what you think of the others'
        probes:
          - What would they say you did?
          - When did it nearly fail?
        strong:
          - own part is clear
        flags:
          - no outcome

      # A question to ask them. Other kinds: fit, goal, concern, insight, probe, task, panel,
      # reflect, research, redflag. Decks/README.md shows one card of each.
      - id: Q-02
        kind: ask
        competency: growth
        ask: What would I be doing in my second year that I could not do in my first?
        for: hiring manager

    """
  }
}
