import Campaign
import Screen

extension Stage {
  /// The bytes that are copied at most: a third more on the way, as much as all terminals take.
  private static let longestCopy = 70_000

  /// Has a text copied, and says so.
  mutating func copy(_ text: String) -> [Effect] {
    let text = text.sanitised(keeping: [.newlines, .tabs])
    guard text.utf8.count <= Self.longestCopy else {
      sayProblem("Not copied: it is longer than what a terminal takes at once.")
      return []
    }
    guard !text.isBlank else {
      say("There is nothing to copy.")
      return []
    }
    // No terminal ever says that it has.
    say(
      isInTmux
        ? "Sent to tmux, which copies it where “set -g set-clipboard on” is set."
        : "Sent to your terminal's clipboard; a few terminals take nothing.")
    return [.copy(text)]
  }

  /// The key that copies what is shown.
  static func copying<Action>(_ action: Action, _ what: String) -> Binding<Action> {
    Binding("Y", action: action, help: "Copy \(what), also from afar")
  }
}

extension Story {
  /// As it is told: without the names of its parts.
  var asTold: String {
    [title, headline, situation, task, action, result, learning].filter { !$0.isBlank }
      .joined(separator: "\n\n")
  }
}

extension Sheet {
  /// All of it, as text.
  var asText: String {
    let parts = sections.map { section in
      ([section.title] + section.entries.map { "- \($0.text)" }).joined(separator: "\n")
    }
    return ([title, subtitle] + parts).filter { !$0.isBlank }.joined(separator: "\n\n")
  }
}
