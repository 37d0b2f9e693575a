public import Decks

/// A thing as a form to be filled in: its fields, and what is written in each.
///
/// It is made from the table of fields of its sort and read back by it, so a new sort of thing has a
/// form without more ado.
public struct OpenForm: Equatable, Sendable {
  /// The thing as it was read; what is written is checked against it when it is kept.
  public let item: Item
  /// What stands above it: `New fact · Acme`.
  public let heading: String
  public var fields: [FormField]
  /// Where one begins to write.
  public let first: Int
  /// What stands for it where drafts are kept by card; no card is called so.
  public let draftID: CardID
  /// What there is to say of it when it opens; empty if there is nothing.
  public var remark = ""

  public init(
    _ item: Item, heading: String, fields: [FormField], first: Int, draftID: CardID
  ) {
    self.item = item
    self.heading = heading
    self.fields = fields
    self.first = first
    self.draftID = draftID
  }

  /// Whether it is for something new.
  public var isNew: Bool { item.number == nil && item.thing is any NumberedThing }

  /// Whether anything stands in it that was not there at first.
  public var isChanged: Bool { fields.contains(where: \.isChanged) }

  // MARK: - Drafts

  /// What is written and not kept: first the keys of the fields that have changed, then what stands in
  /// these, each at its place.
  ///
  /// What has not changed is left out, so that a draft keeps its meaning when the thing is changed
  /// elsewhere meanwhile.
  public var draft: [String] {
    guard isChanged else { return [] }
    let keys = fields.filter(\.isChanged).map(\.key).joined(separator: " ")
    var texts = fields.map { $0.isChanged ? $0.text : "" }
    while texts.last?.isEmpty == true { texts.removeLast() }
    return [keys] + texts
  }

  /// Takes in what was written and not kept.
  public mutating func take(draft: [String]) {
    let keys = draft.first?.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
    for index in fields.indices where keys.contains(fields[index].key) {
      let text = draft.indices.contains(index + 1) ? draft[index + 1] : ""
      fields[index].text = text
    }
  }
}

/// What is wrong with a field of a form.
public struct FormFault: Equatable, Sendable {
  /// The field's place in the form.
  public let field: Int
  /// The row in it, where it has rows.
  public let row: Int?
  /// What is wrong, in a sentence.
  public let message: String

  public init(field: Int, row: Int? = nil, message: String) {
    self.field = field
    self.row = row
    self.message = message
  }
}
