import Practice
import Scheduler
package import Store

extension Store.TakenBack {
  /// What was taken back, a line each; of an import its amounts alone.
  package var lines: [String] {
    let taken = isImport ? ["took back an import: \(amounts)"] : steps
    let left = self.left.map { "\($0) was changed since, and stays as it is" }
    let erased = isBeforeErasure ? ["what was erased since stays erased"] : []
    return (taken + left + erased).firstLines
  }

  /// What would be taken back, a line each: `the deletion of the employer “Acme”`.
  package var names: [String] {
    if isImport { return ["an import: \(amounts)"] }
    let named =
      reviews.map { "the grade “\($0.grade.name)” on \($0.card)" }
      + (attempts > 0 ? ["\(attempts.of("answer")) without a grade"] : [])
      + things.map(\.name)
    guard !named.isEmpty else {
      return left.map { "\($0) was changed since, and stays as it is" }.firstLines
    }
    return (named + left.map { "not \($0), which was changed since" }).firstLines
  }

  private var steps: [String] {
    reviews.map { "took back “\($0.grade.name)” on \($0.card)" }
      + (attempts > 0 ? ["took back \(attempts.of("answer")) without a grade"] : [])
      + things.map(\.line)
  }

  private var amounts: String {
    let parts = [
      reviews.count > 0 ? reviews.count.of("grade") : nil,
      attempts > 0 ? attempts.of("answer") + " without a grade" : nil,
      things.count == decks.count ? nil : (things.count - decks.count).of("thing"),
      decks.isEmpty ? nil : decks.count.of("deck file"),
      fits > 0 ? fits.of("set of parameters", "sets of parameters") : nil,
    ].compactMap(\.self)
    return parts.isEmpty ? "nothing of it is left" : parts.joined(separator: ", ")
  }
}

extension Store.TakenBack.Thing {
  /// `brought back the employer “Acme”, with 12 things that hang on it`.
  fileprivate var line: String {
    switch becoming {
    case .thereAgain(let count): "brought back \(title)\(count.hangingOnIt)"
    case .gone(let count): "\(title), which was added, is gone again\(count.hangingOnIt)"
    case .deletedAgain(let count): "\(title) is deleted again\(count.hangingOnIt)"
    case .asBefore:
      was.map { "\(title) is as it was, and no longer \($0.quoted)" } ?? "\(title) is as it was"
    }
  }

  /// `the deletion of the employer “Acme”, with 12 things that hang on it`.
  fileprivate var name: String {
    switch becoming {
    case .thereAgain(let count): "the deletion of \(title)\(count.hangingOnIt)"
    case .gone(let count): "the adding of \(title)\(count.hangingOnIt)"
    case .deletedAgain(let count): "the bringing back of \(title)\(count.hangingOnIt)"
    case .asBefore: "the change of \(title)" + (was.map { " to \($0.quoted)" } ?? "")
    }
  }
}

extension Int {
  /// So many things that hang on one, behind its name; nothing for none.
  var hangingOnIt: String {
    self == 0 ? "" : ", with \(of("thing that hangs on it", "things that hang on it"))"
  }
}

extension String {
  /// The name in a noun and a name: `“Acme”` of `the employer “Acme”`.
  fileprivate var quoted: String { firstIndex(of: "“").map { String(self[$0...]) } ?? self }
}

extension [String] {
  /// The first lines, and how many more there are.
  fileprivate var firstLines: [String] {
    let most = 20
    guard count > most + 1 else { return self }
    return prefix(most) + ["and \(count - most) more"]
  }
}
