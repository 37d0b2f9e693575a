import Practice
public import Scheduler

/// All that a calendar invites to: one meeting, or those of several that are interviews.
public struct Invitations: Sendable {
  /// In the order of their times.
  public private(set) var taken: [Invitation] = []
  /// What else there is, and why it is passed over, to follow its name.
  public private(set) var passedOver: [(name: String, why: String)] = []

  /// Reads a calendar file, or a mail with one in it.
  ///
  /// Where there is one event alone it is meant, whatever it is called. Of several those are meant that read
  /// like an interview, and those that are known.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - clocks: those of here, and of zones by their names.
  ///   - zone: the zone of a time that does not say one that is known; empty for that of here.
  ///   - isKnown: whether an event of that name was taken before.
  /// - Throws: ``Invitation/Fault``, if there is none to be taken.
  public init(
    _ bytes: [UInt8], clocks: Clocks, zone: String = "", isKnown: (String) -> Bool = { _ in false }
  ) throws(Invitation.Fault) {
    let file = try CalendarComponent(bytes)
    let groups = Self.groups(file.all("VEVENT"))
    guard groups.count > 1 else {
      taken = [try Invitation(bytes, clocks: clocks, zone: zone)]
      return
    }
    var names: [String] = []
    for events in groups {
      guard let event = Invitation.latest(of: events) else { continue }
      let name = event.text("SUMMARY").oneLine
      names.append(name)
      guard Self.isInterview(event) || isKnown(event.text("UID")) else {
        passedOver.append((name, "does not read like an interview"))
        continue
      }
      do throws(Invitation.Fault) {
        taken.append(try Invitation(events, in: file, clocks: clocks, zone: zone))
      } catch {
        if case .isAnswer = error { throw error }
        passedOver.append((name, error.advice))
      }
    }
    guard !taken.isEmpty else { throw .several(names) }
    taken.sort { $0.start.start < $1.start.start }
  }

  /// The events of one meeting each.
  private static func groups(_ events: [CalendarComponent]) -> [[CalendarComponent]] {
    var groups: [[CalendarComponent]] = []
    var places: [String: Int] = [:]
    for event in events {
      let uid = event.text("UID")
      if !uid.isEmpty, let place = places[uid] {
        groups[place].append(event)
      } else {
        places[uid] = groups.count
        groups.append([event])
      }
    }
    return groups
  }

  private static func isInterview(_ event: CalendarComponent) -> Bool {
    let text = "\(event.text("SUMMARY"))\n\(event.text("DESCRIPTION").prefix(4000))".lowercased()
    return words.contains { text.contains($0) }
  }

  /// What stands in the name or the text of an interview, in the languages in which invitations are read.
  private static let words = [
    "interview", "screening", "onsite", "on-site", "assessment", "hiring", "recruit", "candidate",
    "vorstellungsgespr", "bewerbung", "kennenlern", "entretien", "recrutement", "candidat",
    "entrevista", "selección",
  ]
}
