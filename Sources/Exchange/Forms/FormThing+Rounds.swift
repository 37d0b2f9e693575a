public import Campaign
import Decks
import Scheduler

extension Interview: FormThing {
  public static var formFields: [FormField<Interview>] {
    [.employer(\.employer)] + fieldsUnderEmployer
  }

  /// The fields where the employer is known.
  static var fieldsUnderEmployer: [FormField<Interview>] {
    [
      .number("round", \.round, in: 1...99, hint: "1 for the first interview there"),
      FormField(
        "at", hint: "when it starts, such as 2026-11-26 14:00, or 2026-11-26T14:00+01:00",
        isRequired: true,
        value: { interview, names in
          interview.startsAt == 0 ? .none : .word(names.moment(of: interview))
        },
        take: { node, interview, reader in
          guard let text = reader.text(node, "at") else { return }
          guard let moment = reader.names.moment(text) else {
            reader.faults.error(
              node.place, "“\(text)” is no time; write it as 2026-11-26 14:00")
            return
          }
          (interview.startsAt, interview.utcOffset) = (moment.start.milliseconds, moment.offset)
        }),
      .text("place", \.place, hint: "where it is, or the link"),
      .text("format", \.format, hint: "such as panel of 3"),
      FormField(
        "people", hint: "a list of who will be there, by name or role",
        value: { interview, names in FormValue(interview.people.compactMap { names.title(of: $0) })
        },
        take: { node, interview, reader in
          for name in reader.texts(node, "people") {
            if let known = reader.names.person(name, at: reader.employer) {
              interview.people.append(known)
            } else {
              interview.addNewcomer(name)
            }
          }
        }),
      .texts("bring", \.bring, hint: "what to take along"),
      .text("notes", \.notes, hint: "for yourself"),
    ]
  }
}

extension LogEntry: FormThing {
  public static var formFields: [FormField<LogEntry>] {
    [
      .text("question", \.text, isRequired: true, hint: "as it comes back to you"),
      .choice("landed", \.landed), .story("story", \.story), .family("family", \.family),
      .card("card", \.card, hint: "the card that asks it"),
      .person("asked-by", \.asker, hint: "who asked"),
      .truth("pressed", \.isPressed, hint: "they asked on"),
      .text("pressed-on", \.pressedOn, hint: "what they asked on about"),
    ]
  }
}

extension RoundLog: FormThing {
  public static var formFields: [FormField<RoundLog>] {
    [
      .items(
        "asked", \.entries, LogEntry.formFields,
        hint: "on lines below, each with question, landed, story, family, asked-by, pressed-on",
        blank: { LogEntry(interview: $0.key, text: "") }),
      .items(
        "told", \.tellings, Telling.formFields,
        hint: "stories beside those, each with story, to and in-full",
        blank: { Telling(story: Number(0), interview: $0.key) }),
      .texts("not-asked", \.interview.notAsked, hint: "what nobody touched"),
      .items(
        "doubts", \.doubts, Doubt.fieldsInLog, hint: "each with doubt, raised-by, evidence, story",
        blank: { Doubt(employer: $0.interview.employer, text: "", raisedIn: $0.interview.id) }),
      .items(
        "promises", \.promises, Promise.formFields, hint: "each with promise, due and kept",
        blank: { Promise(interview: $0.key, text: "") }),
      .items(
        "thanks", \.thankYous, ThankYou.formFields, hint: "each with to, for and sent",
        blank: { ThankYou(interview: $0.key, text: "") }),
      .truth("finished", \.interview.isLogged, hint: "you remember no more of it"),
    ]
  }

  /// The round's number; a log is only of a round that is kept.
  private var key: Number<Interview> { interview.id ?? Number(0) }
}

extension Telling: FormThing {
  public static var formFields: [FormField<Telling>] {
    [
      FormField(
        "story", hint: "its title", isRequired: true,
        value: { telling, names in FormValue(names.title(of: telling.story)) },
        take: { node, telling, reader in
          if let story = reader.story(node, "story") { telling.story = story }
        }),
      .person("to", \.listener, hint: "who heard it; empty for all"),
      FormField(
        "in-full", hint: "false if it was only touched on",
        value: { telling, _ in telling.isWhole ? .none : .truth(false) },
        take: { node, telling, reader in
          if let truth = reader.truth(node, "in-full") { telling.isWhole = truth }
        }),
    ]
  }
}

extension Promise: FormThing {
  public static var formFields: [FormField<Promise>] {
    [
      .text("promise", \.text, isRequired: true, hint: "what you said you would do"),
      .day("due", \.due, hint: "the day by which it is due"),
      .truth("kept", \.isKept, hint: "done"),
    ]
  }
}

extension ThankYou: FormThing {
  public static var formFields: [FormField<ThankYou>] {
    [
      .person("to", \.person, hint: "whom; empty for all"),
      .text("for", \.text, isRequired: true, hint: "what for"),
      .truth("sent", \.isSent, hint: "it has gone out"),
    ]
  }
}
