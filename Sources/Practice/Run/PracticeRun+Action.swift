import Decks
public import Scheduler

extension PracticeRun {
  /// What a person can do in a session.
  public enum Action: Equatable, Sendable {
    // At the question.
    /// Say how sure one is, on a scale that begins with saying nothing.
    case surer, lessSure
    /// Answer aloud by the clock, or give the headline or meet the follow-ups that are asked for.
    case speak
    case write, editor, headline, pick, reveal, otherWording
    /// Say what the question is after: choose a family, and name it by its code.
    case read, guess(String)
    // While answering.
    case nextPart, previousPart, pause, done
    /// The answer is written: its texts, box by box, and the number of their words.
    case wrote([String], words: Int)
    /// Name the story with a number as the one told, or as the one that fits; nil is none of them.
    case name(Int64?)
    /// Leave what one is at: the answer, the follow-up, the stories, the answer side.
    case stop
    // At the answer side.
    case tick(Tick), tickAll, nameStory, saveStory, probe, judge(ProbeResult), hear
    /// Mend the words that were heard, or have them written down once more.
    case mend, hearAgain
    case grade(Grade)
    /// Take the grade that the ticks speak for; be done where there is none.
    case accept
    /// Leave for later what gets no grade.
    case notYet
    /// Be asked for a grade, by a key that takes none.
    case askGrade
    // At the card.
    case bury, suspend, leaveAside, skip, note, undo
  }
}
