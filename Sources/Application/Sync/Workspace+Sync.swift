import Files
import Practice
import Scheduler
import Store
import TUI

/// What the screens of sync show, and what is settled there.
extension Workspace {
  /// How it stands with the person's machines.
  ///
  /// - Throws: ``Failure`` and ``StoreError``.
  func syncFigures() throws -> SyncFigures {
    let place = try syncPlace(nil)
    let meeting = try Meeting(self, at: place)
    let now = clock.now
    let standing = meeting.memory.standing.flatMap { $0.place == place.text ? $0 : nil }
    var figures = SyncFigures(
      place: place.text,
      last: standing.map { standing in
        let then = clock.moment(at: Timestamp(milliseconds: standing.at))
        let startHour = store.schedule.startHour
        let days = then.day(startHour: startHour) - now.day(startHour: startHour)
        return "\(DateText.dayAndTime(then)), \(DateText.days(days))"
      },
      machines: [], conflicts: try store.conflicts().count)
    if place.isMissing {
      figures.trouble = "The folder is not there; is what carries it running, or the disk in?"
      return figures
    }
    let waiting = try standing.flatMap { try store.lines(since: $0.here)?.count } ?? 0
    figures.machines = try meeting.machines().map { machine in
      let last = machine.last.map {
        DateText.dayAndTime(clock.moment(at: Timestamp(milliseconds: $0)))
      }
      return SyncFigures.Machine(
        name: machine.title, isThis: machine.isThis, last: last ?? "", changes: machine.changes,
        waiting: machine.isThis ? waiting : 0,
        remark: machine.isRejected
          ? "rejected" : machine.isThis ? "" : Self.remark(onClock: machine.last, at: now.time))
    }
    return figures
  }

  /// What there is to say of a machine whose last line is of a time to come.
  static func remark(onClock last: Int64?, at now: Timestamp) -> String {
    let day: Int64 = 86_400_000
    guard let last, last > now.milliseconds + day else { return "" }
    let days = (last - now.milliseconds) / day
    let ahead =
      switch days {
      case ..<60: "\(days) days"
      case ..<330: "\(days / 30) months"
      case ..<550: "a year"
      default: "\((days + 182) / 365) years"
      }
    return "its clock is \(ahead) ahead"
  }

  /// What was changed on two machines.
  func wordingConflicts() throws -> [WordingConflict] {
    let conflicts = try store.conflicts()
    let machines = try WordingMachines(of: conflicts, in: self)
    return conflicts.map { conflict in
      WordingConflict(
        title: conflict.title, field: conflict.fieldTitle.lowercased(),
        wordings: conflict.wordings.map {
          WordingConflict.Wording(
            machine: machines.name(of: $0, in: conflict),
            time: DateText.dayAndTime(clock.moment(at: Timestamp(milliseconds: $0.at))),
            text: text(of: $0, in: conflict))
        }, isText: conflict.isText)
    }
  }

  /// Settles what was changed on two machines, as it was shown.
  ///
  /// - Throws: ``Failure`` and ``StoreError``; then both stay.
  func settle(_ shown: WordingConflict, by choice: WordingChoice) throws -> Outcome {
    let conflict = try store.conflicts().first { conflict in
      conflict.title == shown.title && conflict.fieldTitle.lowercased() == shown.field
        && conflict.wordings.map { text(of: $0, in: conflict) } == shown.wordings.map(\.text)
    }
    guard let conflict else {
      return .conflicts(
        try wordingConflicts(), "It was settled meanwhile, or is another one: look again.")
    }
    let settling: Store.Settling =
      switch choice {
      case .keep(let place): .keeping(place)
      case .write(let text): .writing(text)
      }
    _ = try placingDecks { (decks) throws(StoreError) in
      try store.settle(conflict, by: settling, decks: decks)
    }
    try updateDecks()
    return .conflicts(
      try wordingConflicts(), "Kept, and so on all your machines once they meet; u takes it back.")
  }

  /// A wording as a person reads it.
  func text(of wording: Store.Conflict.Wording, in conflict: Store.Conflict) -> String {
    guard conflict.isMoment, let time = Int64(wording.text) else { return wording.text }
    return DateText.dayAndTime(clock.moment(at: Timestamp(milliseconds: time)))
  }
}

extension Store.Conflict {
  /// Whether it holds milliseconds since 1970.
  fileprivate var isMoment: Bool { field.hasSuffix("_ms") }

  /// The field as it is called in a sentence.
  var fieldName: String { isMoment ? String(field.dropLast(3)) : field }
}
