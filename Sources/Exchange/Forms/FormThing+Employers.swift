public import Campaign

extension Employer: FormThing {
  public static var formFields: [FormField<Employer>] {
    [
      .text("name", \.name, isRequired: true, hint: "the employer"),
      .text("role", \.role, hint: "the title of the job"),
      .text("one-thing", \.oneThing, hint: "the one thing that they shall remember of you"),
      .text("pay", \.pay, hint: "what you say of pay if they ask"),
      .text("notes", \.notes, hint: "for yourself"),
      .text("advert", \.advert, hint: "the advert, pasted after | and indented"),
    ]
  }
}

extension Person: FormThing {
  public static var formFields: [FormField<Person>] {
    [
      .employer(\.employer), .text("name", \.name, hint: "empty if you do not know it yet"),
      .text("role", \.role, hint: "such as operations manager"),
      .text("needs", \.needs, hint: "what they need or fear from whoever gets the job"),
      .story("story", \.story), .text("notes", \.notes, hint: "for yourself"),
    ]
  }
}

extension Doubt: FormThing {
  public static var formFields: [FormField<Doubt>] {
    [.employer(\.employer)] + fieldsInLog.prefix(1)
      + [.round("raised-in", \.raisedIn, hint: "the number of the round")]
      + fieldsInLog.dropFirst()
  }

  /// The fields where employer and round are known.
  static var fieldsInLog: [FormField<Doubt>] {
    [
      .text("doubt", \.text, isRequired: true, hint: "as they would say it"),
      .person("raised-by", \.raisedBy, hint: "who raised it"), .family("family", \.family),
      .card("card", \.card, hint: "a card that asks about it, such as doubts/DB-01"),
      .text("evidence", \.evidence, hint: "what is true and speaks against it"),
      .story("story", \.story),
      .number(
        "said-well", \.timesSaidWell, in: 0...99, hint: "how often you have said the reply well"),
      .truth("closed", \.isClosed, hint: "laid aside"),
    ]
  }
}

extension Fact: FormThing {
  public static var formFields: [FormField<Fact>] {
    [
      .employer(\.employer), .text("fact", \.text, isRequired: true, hint: "what you know"),
      FormField(
        "topic", hint: Topic.allCases.map(\.rawValue).joined(separator: ", "),
        value: { fact, _ in .text(fact.topic.rawValue) },
        take: { node, fact, reader in
          guard let topic: Topic = reader.choice(node, "topic") else { return }
          // Unless the form says otherwise, it holds as long as such facts usually do.
          (fact.topic, fact.shelfLife) = (topic, topic.shelfLife)
        }), .text("source", \.source, hint: "where it is from"),
      .day("day", \.day, hint: "when you learned or checked it"),
      FormField(
        "holds", hint: "days until it must be checked again",
        value: { fact, _ in .number(fact.shelfLife) },
        take: { node, fact, reader in
          if let days = reader.number(node, "holds", in: 1...36_500) { fact.shelfLife = days }
        }),
      .card("card", \.card, hint: "the research card that asked for it"),
    ]
  }
}

extension Question: FormThing {
  public static var formFields: [FormField<Question>] {
    [
      .employer(\.employer), .text("question", \.text, isRequired: true, hint: "as you ask it"),
      .text("for", \.listener, hint: "such as peers, hiring manager, senior leaders or HR"),
      .person("person", \.person, hint: "the very person, if it is for one"),
      .choice("state", \.state), .text("answer", \.answer, hint: "what they said"),
      .card("card", \.card, hint: "the card that it is, such as your-questions/YQ-01"),
    ]
  }
}

extension Requirement: FormThing {
  public static var formFields: [FormField<Requirement>] {
    [
      .employer(\.employer),
      .text("requirement", \.text, isRequired: true, hint: "as the advert has it"),
      .families("families", \.families),
      .cards("cards", \.cards, hint: "cards that practise it, such as star-people/PE-01"),
    ]
  }
}

extension Criterion: FormThing {
  public static var formFields: [FormField<Criterion>] {
    [
      .text("criterion", \.text, isRequired: true, hint: "such as weekends off"),
      .choice("weight", \.weight),
      .text("question", \.question, hint: "the question that would settle it"),
    ]
  }
}
