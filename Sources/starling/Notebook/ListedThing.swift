import Campaign
import Decks
import Exchange
import Files
import Scheduler
import Store

/// A sort of thing that commands list, add, edit, show and delete in the same way.
protocol ListedThing: NotebookThing {
  /// The command: `facts`.
  static var command: String { get }
  static var abstract: String { get }
  /// Whether each belongs to an employer.
  static var isOfEmployer: Bool { get }
  /// The names of the columns of its list, beside that of the number.
  static var columns: [String] { get }

  static func all(in notebook: Notebook) -> [Self]
  static func blank(_ employer: String, _ text: String, today: Day) -> Self

  var id: Number<Self>? { get set }
  /// The employer that it belongs to; empty if it belongs to none.
  var employer: String { get }
  /// Its main text.
  var title: String { get }
  var item: Item { get }

  func cells(_ names: FormNames) -> [String]
}

extension ListedThing {
  /// All that are kept, or those of an employer.
  ///
  /// - Throws: ``Failure`` if there is no such employer.
  static func all(_ names: FormNames, of employer: String?) throws(Failure) -> [Self] {
    guard let employer else { return all(in: names.notebook) }
    let name = try names.employer(named: employer).name
    return all(in: names.notebook).filter { $0.employer.isSameName(as: name) }
  }

  /// The one that an argument names: by number, by its text, or by how its text begins.
  ///
  /// - Throws: ``Failure`` if there is none, or more than one.
  static func one(named name: String, _ names: FormNames) throws(Failure) -> Self {
    let all = all(in: names.notebook)
    if let found = all.first(where: { $0.id?.description == name }) { return found }
    let same = all.filter { $0.title.isSameName(as: name) }
    let found =
      same.isEmpty ? all.filter { $0.title.lowercased().hasPrefix(name.lowercased()) } : same
    guard let only = found.first, found.count == 1 else {
      throw Failure(
        .badData,
        "\(found.isEmpty ? "no" : "more than one") \(noun) is called “\(name)”; “starling \(command) list” has their numbers"
      )
    }
    return only
  }

  /// Refuses to keep an edit of this where another program has changed it since it was read: the edit
  /// would take that back.
  ///
  /// - Throws: ``ChangedMeanwhile``.
  func refuseIfChanged(in workspace: Workspace) throws {
    try workspace.refuseIfChanged(self, "the \(Self.noun) “\(title)”") { notebook in
      Self.all(in: notebook).first { $0.id == id }
    }
  }

  /// What is known of it, for listings.
  func json(_ names: FormNames) -> JSONValue {
    guard case .object(let pairs) = FormValue.json(Form.pairs(of: self, names)) else {
      return .null
    }
    return .object([("id", id.map { .int(Int($0.value)) } ?? .null)] + pairs)
  }

  /// A form for it.
  func editing(_ names: FormNames, in workspace: Workspace) -> FormEditing<Self> {
    var blank = Self.blank(employer, "", today: names.today)
    blank.id = id
    return FormEditing(
      blank: blank, names: names, employer: employer, noun: Self.noun,
      folder: workspace.places.store.folder, which: id?.description, hasNew: true)
  }
}
