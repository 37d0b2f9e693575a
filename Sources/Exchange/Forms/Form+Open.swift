public import Campaign
import Decks

// A form to be filled in field by field, on a screen or line by line: made from a thing by its table of
// fields, and read back by what reads a form as text, so that the same is refused in the same words.

extension Form {
  /// Opens a thing as a form to be filled in.
  ///
  /// - Parameters:
  ///   - thing: what is in it at first.
  ///   - number: the number that it is kept under; nil for a new one, and for what has none.
  ///   - heading: what stands above it, where that is not what its sort is called.
  ///   - names: what names mean.
  /// - Returns: the form, with what is in the thing.
  public static func open<Thing: NotebookThing>(
    _ thing: Thing, number: Int64? = nil, heading: String? = nil, _ names: FormNames
  ) -> OpenForm {
    let employer = names.notebook.employer(of: thing)
    let fields = Thing.fields.compactMap {
      $0.formField(of: thing, names, employer: employer)
    }
    // What has no number is known by what it says, and is there.
    let isKept = number != nil || !(thing is any NumberedThing)
    // One begins with what is still to be said, and not with what is known.
    let own = fields.firstIndex { !$0.isOfEmployer } ?? 0
    let empty = fields.firstIndex { $0.text.isEmpty && $0.isTyped }
    let noun = Thing.formNoun
    let usual =
      isKept
      ? noun.prefix(1).uppercased() + noun.dropFirst()
      : "New \(noun)" + (employer.isEmpty ? "" : " · \(employer)")
    return OpenForm(
      Item(thing, number: number), heading: heading ?? usual, fields: fields,
      first: isKept ? own : empty ?? own,
      draftID: number.map { Notebook.formDraft(of: Thing.table, number: $0) }
        // A story from an answer has a draft of its own, and so has what is new of each employer.
        ?? Notebook.formDraft(
          ofNew: Thing.table,
          isKept
            ? [thing.title]
            : [employer, names.notebook.round(of: thing)?.id.description ?? ""]
              + fields.filter(\.isBox).map(\.text)))
  }

  /// The thing that a filled-in form describes.
  ///
  /// - Parameters:
  ///   - form: the form.
  ///   - original: what was in it at first.
  ///   - blank: what a field is that was left empty; it also says what is not in the form.
  ///   - names: what names mean.
  ///   - employer: in whose company people and rounds are named, where the form does not say.
  /// - Returns: the thing, if nothing is wrong, and all that is.
  public static func read<Thing: Described>(
    _ form: OpenForm, original: Thing, blank: Thing, _ names: FormNames, employer: String
  ) -> (thing: Thing?, faults: [FormFault]) {
    var reader = FormReader(names, faults: FaultList(path: ""))
    reader.employer = employer
    let values = pairs(of: form, original: original, names)
    let pairs = form.fields.enumerated().compactMap { index, field in
      field.node(
        of: values.first { $0.key == field.key }?.value ?? .none,
        at: Place(line: index + 1, column: 1))
    }
    let root = YAMLNode(content: .mapping(pairs), place: .start)
    var thing = reader.read(root, Thing.fields, blank: blank)
    var faults = reader.faults.faults.map { fault in
      FormFault(
        field: fault.line - 1, row: fault.column > 1 ? fault.column - 2 : nil,
        message: fault.message)
    }
    // What is missing stands nowhere, and so has no place of its own.
    for (index, field) in form.fields.enumerated() {
      for other in faults.indices where faults[other].message == "`\(field.key)` is missing" {
        faults[other] = FormFault(
          field: index, message: "\(field.title) is missing: it is needed.")
      }
    }
    if !faults.isEmpty { thing = nil }
    return (thing, faults.map { $0.inWords(of: form) })
  }

  /// A filled-in form as text to edit: what was not changed is in it as it is kept.
  public static func yaml<Thing: Described>(
    _ form: OpenForm, original: Thing, _ names: FormNames, remarks: [String] = []
  ) -> String {
    yaml(Thing.self, pairs(of: form, original: original, names), remarks: remarks)
  }

  private static func pairs<Thing: Described>(
    of form: OpenForm, original: Thing, _ names: FormNames
  ) -> [FormValue.Pair] {
    pairs(of: original, names).map { pair in
      guard let field = form.fields.first(where: { $0.key == pair.key }), field.isChanged else {
        return pair
      }
      return FormValue.Pair(pair.key, field.value)
    }
  }
}

extension FormField {
  /// Whether one types in it.
  fileprivate var isTyped: Bool {
    switch kind {
    case .line, .day, .moment, .box, .lines: true
    case .choice, .marks, .rows: false
    }
  }

  fileprivate var isBox: Bool { if case .box = kind { true } else { false } }

  /// Whether it says whose the thing is.
  fileprivate var isOfEmployer: Bool { key == "employer" }
}

extension FormFault {
  /// The fault with the names that stand on the screen.
  fileprivate func inWords(of form: OpenForm) -> FormFault {
    guard form.fields.indices.contains(field) else { return self }
    var fields = [form.fields[field]]
    if case .rows(let parts) = fields[0].kind { fields += parts }
    var words = message
    // What a day looks like is seen while it is typed.
    if case .day = form.fields[self.field].kind, let reason = words.firstRange(of: ": ") {
      words = String(words[reason.upperBound...])
    }
    for field in fields { words = words.replacing("`\(field.key)`", with: "“\(field.title)”") }
    return FormFault(field: field, row: row, message: words)
  }
}
