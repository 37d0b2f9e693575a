package import Files

/// A text that the person began and that could not be kept yet: what the next of its sort begins with.
package final class UnfinishedText {
  private let manuscripts: Manuscripts
  private let key: TextKey
  private let name: String
  /// What is used of what a Starling that was killed has left.
  private var left: Manuscript?
  /// Whether the file is used, or `left` was begun with it.
  private var hasFile = false

  /// - Parameters:
  ///   - manuscripts: where texts lie.
  ///   - key: what it is of, as it was when the person began.
  ///   - name: the name of its file while an editor has it.
  package init(_ manuscripts: Manuscripts, key: TextKey, name: String) {
    self.manuscripts = manuscripts
    self.key = key
    self.name = name
  }

  /// Where it is kept.
  package var path: String { manuscripts.unfinished(key, name: name) }

  /// Whether there is anything that the person wrote in their editor and did not finish.
  var isThere: Bool {
    Disk.has(path) || manuscripts.left(key, name: name).contains { !$0.isOpen }
  }

  /// What was left unfinished of another thing that had this one's number, or of this one before it was
  /// changed, in a line each: it is not begun with.
  package var others: [String] {
    manuscripts.left().texts.filter { key.isSameName(asOther: $0.key) }.map {
      "what you left unfinished of \(key.name), as it was then, is in \($0.path); “starling doctor” says what to do with it"
    }
  }

  /// What the person wrote last time and did not finish; nil if there is nothing.
  ///
  /// What was left of another is named.
  ///
  /// - Parameter cleaned: gives the text without what was put above it.
  /// - Returns: the text, cleaned.
  /// - Throws: ``Failure`` when it is there and cannot be used; it stays as it is then.
  package func text(cleaned: (String) -> String = Manuscript.unmarked) throws(Failure) -> String? {
    for other in others { Output.warn(other) }
    let isThere = Disk.has(path)
    let kept = isThere ? try Self.text(at: path) : nil
    let all = manuscripts.left(key, name: name)
    let open = all.filter(\.isOpen)
    for manuscript in open {
      Output.warn(
        "an editor still has \(manuscript.path), which you began before; what you write there is kept in it, and is not in what you begin now"
      )
    }
    let rescued = all.filter { left in !open.contains { $0 === left } && left.rescued != nil }
    for words in rescued.compactMap(\.rescueWords) { Output.warn(words) }
    guard
      let newest = all.first(where: { left in !(open + rescued).contains { $0 === left } })
    else {
      hasFile = isThere
      return kept
    }
    // One that was begun anew beside the file waits for the time after the next.
    guard !isThere || newest.begun.map(cleaned) == kept.map(cleaned) else {
      hasFile = true
      return kept
    }
    let text = try Self.text(at: newest.path)
    (left, hasFile) = (newest, isThere)
    return cleaned(text)
  }

  private static func text(at path: String) throws(Failure) -> String {
    do throws(Failure) {
      return try Manuscript.text(at: path, path)
    } catch {
      throw error.adding("you left it unfinished: mend it, or delete it to begin anew")
    }
  }

  /// It is kept, or not wanted any more.
  package func forget() {
    if hasFile { Disk.removeIfPossible(path) }
    left?.remove()
    (left, hasFile) = (nil, false)
  }

  /// Where a text is, and whether the next time begins with it.
  package struct Place {
    package let path: String
    let isNext: Bool

    /// Says where it is, and what goes on with it if anything does.
    package func words(next: String) -> String {
      "what you wrote is in \(path)" + (isNext ? "; \(next)" : "")
    }
  }

  /// Where a text is that stays in an editor's file: another one that is kept here comes before it.
  package func place(of manuscript: Manuscript) -> Place {
    Place(path: manuscript.path, isNext: hasFile || !Disk.has(path))
  }

  /// Keeps what was written elsewhere than in an editor for the next time.
  ///
  /// - Returns: where it is; nil where it could be kept nowhere.
  package func keep(_ text: String) -> Place? {
    do throws(Failure) {
      let manuscript = try manuscripts.begin(key, name: name, "")
      try manuscript.write(text)
      return keep(text, of: manuscript)
    } catch {
      return nil
    }
  }

  /// Keeps what was written for the next time.
  ///
  /// - Parameters:
  ///   - text: what was written.
  ///   - manuscript: the file that it is in, which stays where it cannot be kept elsewhere.
  /// - Returns: where it is.
  package func keep(_ text: String, of manuscript: Manuscript) -> Place {
    let stays = place(of: manuscript)
    // What is there and is not part of this text is someone else's.
    guard stays.isNext else { return stays }
    do throws(Failure) {
      try FileReplacement(path).write(Array(text.utf8))
      left?.remove()
      (left, hasFile) = (nil, true)
      manuscript.remove()
      return Place(path: path, isNext: true)
    } catch {
      return stays
    }
  }
}
