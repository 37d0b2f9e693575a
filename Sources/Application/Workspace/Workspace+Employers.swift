package import Campaign
package import Exchange
package import Files
import Practice
import Store

extension Workspace {
  /// Keeps an edited employer, under its new name if it has one.
  ///
  /// - Throws: ``Failure`` if another employer has that name, ``StoreError/changed(what:)``.
  package func keep(_ employer: Employer, insteadOf old: Employer, _ notebook: Notebook) throws {
    if !employer.name.isSameName(as: old.name),
      let known = notebook.employer(named: employer.name)
    {
      throw known.isKnown
    }
    try store.keep(employer, insteadOf: old)
  }
}

extension Employer {
  /// A form for it.
  package func editing(_ names: FormNames, in workspace: Workspace) -> FormEditing<Employer> {
    FormEditing(
      blank: Employer(), names: names, noun: Self.noun, folder: workspace.places.store.folder,
      which: name)
  }

  /// Why no other can have its name.
  package var isKnown: Failure { Failure(.badData, "there is an employer “\(name)” already") }
}
