/// How it stands with the person's machines, and where they meet.
public struct SyncFigures: Equatable, Sendable {
  /// A machine that has something in the place.
  public struct Machine: Equatable, Sendable {
    public var name: String
    /// Whether it is the one that the person sits at.
    public var isThis: Bool
    /// When what it has put there last was done, to be read; empty if nothing is known of that.
    public var last: String
    /// How much it has put there, and how much of its own is not there yet.
    public var changes: Int
    public var waiting: Int
    /// What else there is to say of it, such as that its clock is ahead; empty if nothing is.
    public var remark: String

    public init(
      name: String, isThis: Bool, last: String, changes: Int, waiting: Int = 0, remark: String = ""
    ) {
      (self.name, self.isThis, self.last) = (name, isThis, last)
      (self.changes, self.waiting, self.remark) = (changes, waiting, remark)
    }
  }

  public var place: String
  /// When they met last: `Wed 25 Nov 21:40, 2 days ago`; nil if they never did.
  public var last: String?
  public var machines: [Machine]
  /// How many wordings were changed on two of them.
  public var conflicts: Int
  /// Why the place cannot be looked at now; empty if it can.
  public var trouble: String

  public init(
    place: String, last: String?, machines: [Machine], conflicts: Int, trouble: String = ""
  ) {
    (self.place, self.last, self.machines) = (place, last, machines)
    (self.conflicts, self.trouble) = (conflicts, trouble)
  }
}

/// A text that was changed on two machines which did not know of each other.
public struct WordingConflict: Equatable, Sendable {
  public struct Wording: Equatable, Sendable {
    /// `laptop`, `desk (this one)`.
    public var machine: String
    /// When it was written, by the clock of its machine.
    public var time: String
    public var text: String

    public init(machine: String, time: String, text: String) {
      (self.machine, self.time, self.text) = (machine, time, text)
    }
  }

  /// `the story “The refund”`.
  public var title: String
  /// What the field is called.
  public var field: String
  /// That which is used now first.
  public var wordings: [Wording]
  /// Whether it can be written in yet another way.
  public var isText: Bool

  public init(title: String, field: String, wordings: [Wording], isText: Bool) {
    (self.title, self.field) = (title, field)
    (self.wordings, self.isText) = (wordings, isText)
  }
}

/// How it is settled.
public enum WordingChoice: Equatable, Sendable {
  /// By one of the wordings, by its place among them.
  case keep(Int)
  case write(String)
}
