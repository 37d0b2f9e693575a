import Files

/// The person at work on a form: their editor, and what they say between two goes at it.
struct FormEditor {
  /// What the form's file is called.
  let name: String
  /// Shows the file of a path to the person.
  let open: (_ path: String) throws -> Void
  /// Says what is wrong, and asks whether to open the form again.
  let opensAgain: (_ problem: String) -> Bool

  /// - Parameters:
  ///   - editor: the person's editor.
  ///   - name: what the form's file is called, without its ending.
  ///   - lend: runs something that needs the terminal for itself.
  init(
    _ editor: Editor, name: String,
    lend: @escaping (() throws -> Void) throws -> Void = { try $0() }
  ) {
    self.name = "\(name).yaml"
    open = { path in try lend { try editor.open(path) } }
    opensAgain = { problem in
      var isWanted = false
      // Without a terminal there is nobody who wants it.
      do { try lend { isWanted = Self.asks(about: problem) } } catch { return false }
      return isWanted
    }
  }

  /// Waits for a key, so that an editor that cannot mend a form is not started for ever.
  ///
  /// - Returns: whether it was the Enter key; no when there is nobody to ask.
  private static func asks(about problem: String) -> Bool {
    let key = StandardStreams.key {
      Output.warn("\(problem)\nEnter opens the form again,\nany other key keeps it for later.")
    }
    return key == UInt8(ascii: "\n") || key == UInt8(ascii: "\r")
  }
}

extension Workspace {
  /// The person's editor for a form, in the terminal of a command.
  func formEditor(_ name: String) -> FormEditor { FormEditor(editor, name: name) }
}
