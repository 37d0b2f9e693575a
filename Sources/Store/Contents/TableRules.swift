import Campaign
import Decks
import Practice
import Scheduler

/// What every column of every table of the person's means.
///
/// One table, which archives, copies to bring back and `doctor` go by; a column that is not in it
/// could hold anything, so a test looks whether one is missing.
enum TableRules {
  static let all: [String: [String: ColumnRule]] = [
    "reviews": [
      "id": .number, "card": .card, "at_ms": .happened, "utc_offset": .offset,
      "grade": .whole(1...4), "wording": wording, "mode": .word(of: AnswerMode.self),
      "duration_ms": .duration, "text_hash": .whole(Int64.min...Int64.max),
    ],
    "undos": ["id": .number, "review": .reference, "at_ms": .happened],
    "card_states": ["card": .card, "is_suspended": .flag, "buried_until_day": .day],
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
    ],
    "attempt_texts": ["attempt": .reference, "position": .position, "text": .text],
    "attempt_probes": [
      "attempt": .reference, "position": .position, "question": .text,
      "result": .word(of: ProbeResult.self), "duration_ms": .duration,
    ],
    "attempt_undos": ["id": .number, "attempt": .reference, "at_ms": .happened],
    "drafts": ["card": .card, "position": .position, "text": .text, "changed_ms": .happened],
    "employers": [
      "id": .number, "name": .name, "role": .text, "one_thing": .text, "pay": .text,
      "advert": .text, "notes": .text,
    ],
    "interviews": [
      "id": .number, "employer": .reference, "round": .whole(1...99), "starts_ms": .planned,
      "utc_offset": .offset, "place": .text, "format": .text, "notes": .text, "bring": .text,
      "is_logged": .flag, "not_asked": .text,
    ],
    "interview_people": ["interview": .reference, "position": .position, "person": .reference],
    "people": [
      "id": .number, "employer": .reference, "name": .text, "role": .text, "needs": .text,
      "story": .reference, "notes": .text,
    ],
    "stories": [
      "id": .number, "title": .name, "headline": .text, "situation": .text, "task": .text,
      "action": .text, "result": .text, "learning": .text, "strength": .whole(1...5),
      "notes": .text,
    ],
    "story_fits": [
      "story": .reference, "family": .name, "fit": .word(of: Story.Fit.self),
    ],
    "story_figures": [
      "story": .reference, "position": .position, "text": .text, "known": .text,
      "is_not_to_claim": .flag,
    ],
    "tellings": [
      "id": .number, "story": .reference, "interview": .reference, "listener": .reference,
      "is_whole": .flag,
    ],
    "log_entries": [
      "id": .number, "interview": .reference, "text": .name, "card": .card, "family": .name,
      "asker": .reference, "story": .reference, "landed": .word(of: LogEntry.Landing.self),
      "is_pressed": .flag, "pressed_on": .text,
    ],
    "doubts": [
      "id": .number, "employer": .reference, "text": .name, "raised_in": .reference,
      "raised_by": .reference, "family": .name, "card": .card, "evidence": .text,
      "story": .reference, "times_said_well": .whole(0...9999), "is_closed": .flag,
    ],
    "facts": [
      "id": .number, "employer": .reference, "topic": .word(of: Fact.Topic.self), "text": .name,
      "source": .text, "day": .day, "shelf_life": .whole(1...36_500), "card": .card,
    ],
    "questions": [
      "id": .number, "employer": .reference, "text": .name, "card": .card, "listener": .text,
      "person": .reference, "state": .word(of: Question.State.self), "answer": .text,
    ],
    "requirements": [
      "id": .number, "employer": .reference, "text": .name, "families": .text, "cards": .cards,
    ],
    "criteria": [
      "id": .number, "text": .name, "weight": .word(of: Criterion.Weight.self), "question": .text,
    ],
    "verdicts": [
      "criterion": .reference, "employer": .reference, "state": .word(of: Verdict.State.self),
      "evidence": .text,
    ],
    "promises": [
      "id": .number, "interview": .reference, "text": .name, "due_day": .day, "is_kept": .flag,
    ],
    "thank_yous": [
      "id": .number, "interview": .reference, "person": .reference, "text": .name,
      "is_sent": .flag,
    ],
  ]

  /// No card has nearly so many wordings.
  private static let wording = ColumnRule.whole(0...999)
}
