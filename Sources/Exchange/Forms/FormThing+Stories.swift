public import Campaign
import Decks

extension Story: FormThing {
  public static var formFields: [FormField<Story>] {
    [
      .text("title", \.title, isRequired: true, hint: "what you call it, such as Freezer audit"),
      .text(
        "headline", \.headline, hint: "how you begin to tell it, in one sentence with the outcome"),
      .text("situation", \.situation, hint: "when, where, who, what was at stake"),
      .text("task", \.task, hint: "what was yours to do, and what success would be"),
      .text("action", \.action, hint: "what you did, step by step, and why"),
      .text("result", \.result, hint: "what changed, with evidence"),
      .text(
        "learning", \.learning, hint: "what you took from it, and where you have used it since"),
      FormField(
        "families", hint: "on lines below, such as TEAM: strong, or workable, or stretch",
        value: { story, names in
          let known = names.families.map(\.code).filter { story.fits[$0] != nil }
          let codes = known + story.fits.keys.filter { !known.contains($0) }.sorted()
          let pairs = codes.map { FormValue.Pair($0, FormValue(story.fits[$0]?.rawValue)) }
          return pairs.isEmpty ? .none : .pairs(pairs)
        },
        take: { node, story, reader in story.fits = reader.fits(node) }),
      .items(
        "figures", \.figures, Figure.formFields,
        hint: "on lines below, each with figure, known and do-not-claim",
        blank: { _ in Figure(text: "") }),
      .number("strength", \.strength, in: 1...5, hint: "how strong it is as a whole, 1 to 5"),
      .text("notes", \.notes, hint: "for yourself"),
    ]
  }
}

extension Story.Figure: FormThing {
  public static var formFields: [FormField<Story.Figure>] {
    [
      .text("figure", \.text, isRequired: true, hint: "as you say it"),
      .text("known", \.known, hint: "how you know it"),
      .truth("do-not-claim", \.isNotToClaim, hint: "you could not defend it"),
    ]
  }
}

extension FormReader {
  fileprivate mutating func fits(_ node: YAMLNode) -> [String: Story.Fit] {
    guard case .mapping(let pairs) = node.content else {
      if case .unusable = node.content { return [:] }
      faults.error(node.place, "`families` has lines such as `TEAM: strong` below it")
      return [:]
    }
    var fits: [String: Story.Fit] = [:]
    for pair in pairs {
      guard let code = family(pair.key, at: pair.keyPlace), !pair.value.isNull else { continue }
      fits[code] = choice(pair.value, pair.key)
    }
    return fits
  }
}
