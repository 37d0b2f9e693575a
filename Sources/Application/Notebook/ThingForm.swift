import Campaign
package import Exchange
package import Files
import Scheduler
import Store

extension NumberedThing {
  /// A form for a new one that begins as this.
  package func form(_ names: FormNames, in workspace: Workspace) -> FormEditing<Self> {
    FormEditing(
      blank: blank(today: names.today.number), names: names,
      employer: names.notebook.employer(of: self), noun: Self.formNoun,
      folder: workspace.places.store.folder,
      context: names.notebook.round(of: self)?.title ?? "", hasNew: true)
  }

  /// Makes sure that its title is its own, where the title is all that it is known by.
  ///
  /// - Parameters:
  ///   - names: what there is.
  ///   - number: the one that it is kept under; nil if it is new.
  /// - Throws: ``Failure`` when it is taken.
  package func checkTitle(_ names: FormNames, as number: Int64? = nil) throws(Failure) {
    guard Self.fields.count(where: \.isIdentity) == 1 else { return }
    let others = names.notebook[keyPath: Self.list].filter { $0.id.value != number }
    if let other = others.first(where: { $0.title.isSameName(as: title) }) {
      throw Failure(.badData, "there is a \(Self.noun) “\(other.title)” already")
    }
  }
}

extension Kept {
  /// A form for it.
  package func form(_ names: FormNames, in workspace: Workspace) -> FormEditing<Thing> {
    var form = thing.form(names, in: workspace)
    form.which = id.description
    form.hasNew = thing is any ListedThing || thing is Interview
    return form
  }

  /// Keeps what an edit has made of it.
  ///
  /// - Returns: whether that is something else.
  /// - Throws: ``Failure`` where a title is taken; ``StoreError/changed(what:)`` where another program has
  ///   changed it since it was read, which the edit would take back.
  package func keep(_ edited: Thing, in workspace: Workspace, _ names: FormNames) throws -> Bool {
    guard edited != thing else { return false }
    try edited.checkTitle(names, as: id.value)
    try workspace.store.keep(Item(Kept(id, edited)), insteadOf: Item(self))
    return true
  }
}
