extension Notebook {
  /// What the person has seen of each criterion at an employer, in the order of the criteria.
  public func verdicts(on employer: String) -> [(criterion: Kept<Criterion>, verdict: Verdict)] {
    criteria.map { criterion in
      let found = verdicts.first {
        $0.criterion == criterion.id && $0.employer.isSameName(as: employer)
      }
      return (criterion, found ?? Verdict(criterion: criterion.id, employer: employer))
    }
  }

  /// The criteria of which nothing settles yet how it is at an employer: what must not be first, then
  /// what must be, then what would be nice.
  public func openCriteria(at employer: String) -> [Kept<Criterion>] {
    let open = verdicts(on: employer).filter { $0.verdict.state == .open }.map(\.criterion)
    return [Criterion.Weight.walkAway, .must, .nice].flatMap { weight in
      open.filter { $0.weight == weight }
    }
  }

  /// The lines of the advert for which there is no strong or workable story.
  ///
  /// A line that is marked with no family has not been looked at, and is none.
  public func gaps(at employer: String) -> [Kept<Requirement>] {
    requirements(of: employer).filter { requirement in
      !requirement.families.isEmpty
        && !stories.contains { story in
          requirement.families.contains {
            story.fits[$0] == .strong || story.fits[$0] == .workable
          }
        }
    }
  }

  /// The codes of the families that nobody asked about in a round whose log is finished.
  public func familiesNotAsked(in interview: Kept<Interview>, of families: [String]) -> [String] {
    guard interview.isLogged else { return [] }
    let asked = Set(entries(of: interview.id).compactMap(\.family))
    return families.filter { !asked.contains($0) }
  }
}
