import Campaign

extension Notebook {
  /// The employers side by side, criterion by criterion.
  var comparison: String {
    guard !criteria.isEmpty else {
      return "No criterion yet: open an employer, then “Your decision”, and add one with a."
    }
    return criteria.map { criterion in
      let lines = employers.map { employer in
        let verdict = verdicts(on: employer.name).first { $0.criterion.id == criterion.id }?.verdict
        let evidence = verdict.map { $0.evidence.isEmpty ? "" : ": \($0.evidence)" } ?? ""
        let mark = (verdict?.state ?? .open).sign
        return "  \(mark) \(employer.name)\(evidence)"
      }
      return "\(criterion.text) (\(criterion.weight.rawValue))\n\(lines.joined(separator: "\n"))"
    }
    .joined(separator: "\n\n")
  }
}
