import Practice
import TUI

/// An import that a person looks at before anything of it is kept.
package final class ImportAtHand {
  let proposal: ImportProposal
  /// What is to be taken, once the person has said so; nil while they have not.
  private(set) var taken: [ImportEntry]?
  private let check: ([ImportEntry]) throws -> Void

  /// - Parameters:
  ///   - proposal: what would come in.
  ///   - check: refuses what cannot be taken, before the person leaves the screen.
  init(_ proposal: ImportProposal, check: @escaping ([ImportEntry]) throws -> Void = { _ in }) {
    self.proposal = proposal
    self.check = check
  }

  /// Notes what is to be taken.
  ///
  /// - Returns: what is said of it.
  /// - Throws: why it cannot be taken.
  func take(_ entries: [ImportEntry]) throws -> String {
    try check(entries)
    taken = entries
    let count = entries.count { $0.isTaken }
    return "\(count.of(proposal.noun.one, proposal.noun.many)) for \(proposal.target)."
  }

  /// Shows it to the person, where there is one and a terminal that can.
  package typealias Screen = (ImportAtHand, Workspace) throws -> Bool
}
