/// The person at work on a form: their editor, and what they say between two goes at it.
package struct FormEditor {
  /// What the form's file is called.
  package let name: String
  /// Shows the file of a path to the person.
  package let open: (_ path: String) throws -> Void
  /// How one keeps what is written in it and leaves it.
  let leaving: String
  /// Says what is wrong, and asks whether to open the form again.
  let opensAgain: (_ problem: String) -> Bool

  /// - Parameters:
  ///   - editor: the person's editor.
  ///   - name: what the form's file is called, without its ending.
  ///   - lend: runs something that needs the terminal for itself.
  package init(
    _ editor: Editor, name: String,
    lend: @escaping (() throws -> Void) throws -> Void
  ) {
    self.name = "\(name).yaml"
    leaving = editor.leaving
    open = { path in try lend { try editor.open(path) } }
    opensAgain = { problem in
      var isWanted = false
      // Without a terminal there is nobody who wants it.
      do { try lend { isWanted = editor.opensAgain(after: problem) } } catch { return false }
      return isWanted
    }
  }
}
