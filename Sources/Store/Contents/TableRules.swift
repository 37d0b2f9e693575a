import Campaign
import Decks
import Practice
import Scheduler

/// What every column of every table of the person's means.
///
/// Archives, copies to bring back and `doctor` go by it; a column that is not in it could hold
/// anything, so a test looks whether one is missing.
enum TableRules {
  static let all: [String: [String: ColumnRule]] = {
    var all = others
    for kind in Notebook.kinds { all[kind.table] = rules(of: kind) }
    return all
  }()

  private static func rules<Thing: NotebookThing>(of _: Thing.Type) -> [String: ColumnRule] {
    let numbers: [String: ColumnRule] = Thing.isNumbered ? ["id": .number] : [:]
    return numbers.merging(Thing.columns.map { ($0.name, $0.field.rule) }) { _, rule in rule }
  }

  /// Those of tables that are no sort of thing of the notebook.
  private static let others: [String: [String: ColumnRule]] = [
    "reviews": [
      "id": .number, "card": .card, "at_ms": .happened, "utc_offset": .offset,
      "grade": .whole(1...4), "wording": wording, "mode": .word(of: AnswerMode.self),
      "duration_ms": .duration, "text_hash": .whole(Int64.min...Int64.max),
    ],
    "undos": ["id": .number, "review": .reference, "at_ms": .happened],
    "card_states": [
      "card": .card, "is_suspended": .flag, "buried_until_day": .day, "reason": .text,
    ],
    "notes": ["card": .card, "text": .text, "changed_ms": .happened],
    "fits": [
      "id": .number, "model": .word(of: ModelName.self), "at_ms": .happened,
      "parameters": .parameters,
    ],
    "attempts": [
      "id": .number, "review": .reference, "card": .card, "kind": .word(of: CardKind.self),
      "at_ms": .happened, "utc_offset": .offset, "purpose": .word(of: Attempt.Purpose.self),
      "mode": .word(of: AnswerMode.self), "wording": wording, "confidence": .whole(1...4),
      "duration_ms": .duration, "situation_ms": .duration, "task_ms": .duration,
      "action_ms": .duration, "result_ms": .duration, "learning_ms": .duration, "ticks": .ticks,
      "is_ticked": .flag, "story": .reference, "parts": .parts, "regards": .reference,
      "recording": .text, "marks": .text, "guess": .name, "guess_of": .name,
      "guess_ms": .duration,
    ],
    "attempt_texts": ["attempt": .reference, "position": .position, "text": .text],
    "attempt_probes": [
      "attempt": .reference, "position": .position, "question": .text,
      "result": .word(of: ProbeResult.self), "duration_ms": .duration,
    ],
    "attempt_versions": [
      "attempt": .reference, "version": .whole(1...9999), "position": .position, "text": .text,
      "at_ms": .happened, "is_mended": .flag,
    ],
    "fit_undos": ["id": .number, "fit": .reference, "at_ms": .happened],
    "deck_states": ["deck": .name, "is_on": .flag],
    "things": ["tbl": .name, "number": .number, "thing": .name, "folded": .text],
    // The name of a record comes of its line, so that neither can be brought right.
    "records": [
      "number": .number, "id": .name, "kind": .name, "tbl": .name, "thing": .name,
      "at_ms": anything, "line": .text, "action": .reference,
    ],
    "actions": [
      "id": .number, "kind": .name, "at_ms": anything, "reviews_before": anything,
      "reviews_after": anything, "attempts_before": anything, "attempts_after": anything,
      "fits_before": anything, "fits_after": anything, "undone_by": .reference,
    ],
    "attempt_undos": ["id": .number, "attempt": .reference, "at_ms": .happened],
    "drafts": ["card": .card, "position": .position, "text": .text, "changed_ms": .happened],
    "interview_people": ["interview": .reference, "position": .position, "person": .reference],
    "story_fits": [
      "story": .reference, "family": .name, "fit": .word(of: Story.Fit.self),
    ],
    "story_figures": [
      "story": .reference, "position": .position, "text": .text, "known": .text,
      "is_not_to_claim": .flag,
    ],
  ]

  /// No card has nearly so many wordings.
  private static let wording = ColumnRule.whole(0...999)
  private static let anything = ColumnRule.whole(Int64.min...Int64.max)
}
