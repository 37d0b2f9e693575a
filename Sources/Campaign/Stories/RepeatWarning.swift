/// What is said when a story is about to be told to an employer who has heard it.
///
/// It warns and never forbids.
public struct RepeatWarning: Equatable, Sendable {
  public var story: Kept<Story>
  /// When they heard it, the earliest first; never empty.
  public var tellings: [Telling]
  /// Stories that they haven't heard and that fit, the best first.
  public var alternatives: [Kept<Story>]
}

extension Notebook {
  /// The warning before telling a story to an employer; nil if they haven't heard it.
  ///
  /// - Parameters:
  ///   - story: the story about to be told.
  ///   - employer: who is to hear it.
  ///   - family: the code of the family that the question probes; nil if it is not known.
  /// - Returns: when they heard it and what could be told instead.
  public func repeatWarning(
    for story: Number<Story>, to employer: String, family: String?
  ) -> RepeatWarning? {
    let tellings = tellings(of: story, to: employer)
    guard !tellings.isEmpty, let known = self.story(story) else { return nil }
    return RepeatWarning(
      story: known, tellings: tellings,
      alternatives: storiesUntold(to: employer).fitting(family))
  }
}

extension [Kept<Story>] {
  /// Those that fit a family, the best first; all of them, the strongest first, if it is nil.
  public func fitting(_ family: String?) -> [Kept<Story>] {
    let fitting = family.map { family in filter { $0.fits[family] != nil } } ?? self
    return fitting.enumerated().sorted { left, right in
      let fits = family.map { (left.element.fits[$0], right.element.fits[$0]) }
      if let (first, second) = fits, let first, let second, first != second {
        return first < second
      }
      let strengths = (left.element.strength ?? 0, right.element.strength ?? 0)
      return strengths.0 != strengths.1 ? strengths.0 > strengths.1 : left.offset < right.offset
    }
    .map(\.element)
  }
}
