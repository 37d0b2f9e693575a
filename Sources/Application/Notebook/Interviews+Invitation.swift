import Campaign
import Exchange
import Files
import Practice
import Scheduler
import Screen
import Store

extension Interviews {
  /// More bytes than any invitation has, a mail with attachments among them.
  static let longest = 8 << 20

  /// Takes in an invitation: a new interview, or what it says anew of one that is known.
  ///
  /// - Parameters:
  ///   - path: the file; `-` for standard input.
  ///   - employer: with whom; nil for what the invitation itself shows.
  ///   - zone: where its time is meant that names no zone; nil for here.
  ///   - round: which it is; nil for the first that is missing if it is over, else for the next.
  ///   - isAnother: whether it is another one than one within a day of it.
  /// - Throws: ``Failure`` if it is none, or cannot be kept as things are.
  package func add(
    from path: String, with employer: String?, zone: String? = nil, round: Int? = nil,
    isAnother: Bool = false
  ) throws {
    let bytes = try FileBytes.named(path, limit: Self.longest)
    let all = try invitations(bytes, path, zone: zone, workspace.names())
    guard all.count > 1 else {
      guard let invitation = all.first else { return }
      return try add(
        invitation, from: path, with: employer, round: round, isAnother: isAnother,
        workspace.names())
    }
    var last: Failure?
    var taken = 0
    for invitation in all {
      do {
        // Each after the one before it is there.
        try add(
          invitation, from: path, with: employer, round: nil, isAnother: true, workspace.names())
        taken += 1
      } catch let failure as Failure {
        let reason = failure.message?.split(separator: "\n").first ?? "it cannot be taken"
        Output.warn("“\(invitation.summary)”: \(reason)")
        last = failure
      }
    }
    if taken == 0, let last {
      throw Failure(
        last.code, "none of the \(all.count) interviews of \(Self.name(of: path)) was kept")
    }
  }

  /// Takes in one of the invitations of a file.
  private func add(
    _ invitation: Invitation, from path: String, with employer: String?, round: Int?,
    isAnother: Bool, _ names: FormNames
  ) throws {
    let notebook = names.notebook
    if let known = notebook.interviews.first(where: { $0.isOf(invitation) }) {
      if let employer, !known.thing.isWith(employer) {
        Output.warn("it is the invitation to \(known.title), which is what it changes")
      }
      return try take(invitation, of: known, names)
    }
    guard !invitation.isCancelled else {
      throw Failure(
        .badData,
        "\(Self.name(of: path)) calls off an interview that came by no invitation here (\(invitation.words)); “starling interviews delete NAME” deletes one"
      )
    }
    let name =
      try employer.map { notebook.employer(named: $0)?.name ?? $0 }
      ?? self.employer(of: invitation, notebook, path)
    var interview = Interview(employer: name, round: 1, InterviewStart(invitation.start))
    interview.take(invitation)
    switch notebook.neighbour(of: interview) {
    case .same(let known): return try take(invitation, of: known, names)
    case .near(let known) where !isAnother:
      throw near(known, "--from \(path)", "adds another one")
    case .near, nil: break
    }
    let isAhead = interview.isAhead(at: now.time.milliseconds)
    interview.round = round ?? notebook.round(of: interview, at: now.time.milliseconds)
    let kept = try workspace.store.add(interview)
    say(kept.title, invitation.start)
    sayPlan(isAhead: isAhead)
  }

  /// Takes in an invitation to an interview that is known.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - path: what messages call it.
  ///   - known: the interview, which came from another invitation or from none.
  ///   - zone: where its time is meant that names no zone; nil for here.
  ///   - names: what names mean.
  /// - Throws: ``Failure`` if it is none, or is that to another interview.
  func take(
    _ bytes: [UInt8], from path: String, of known: Kept<Interview>, zone: String?,
    _ names: FormNames
  ) throws {
    let invitation = try self.invitation(bytes, path, zone: zone, names)
    if let other = names.notebook.interviews.first(where: { $0.isOf(invitation) }),
      other.id != known.id
    {
      throw Failure(
        .usage, "it is the invitation to \(other.title) (\(other.id)); nothing was changed")
    }
    try take(invitation, of: known, names)
  }

  private static func name(of path: String) -> String { path == "-" ? "standard input" : path }

  /// The one invitation of a file that is about one interview.
  private func invitation(
    _ bytes: [UInt8], _ path: String, zone: String?, _ names: FormNames
  ) throws(Failure) -> Invitation {
    let all = try invitations(bytes, path, zone: zone, names)
    guard let only = all.first, all.count == 1 else {
      throw Failure(
        .badData,
        "\(Self.name(of: path)) invites to \(all.count) interviews; “starling interviews add --from” takes them all"
      )
    }
    return only
  }

  private func invitations(
    _ bytes: [UInt8], _ path: String, zone: String?, _ names: FormNames
  ) throws(Failure) -> [Invitation] {
    if let zone, workspace.clock.clocks.zone(zone) == nil {
      throw Failure(.usage, "\(WrittenTimeFault.noZone(zone).words(zone)); nothing was kept")
    }
    let clocks = workspace.clock.clocks
    var all: [Invitation] = []
    do throws(Invitation.Fault) {
      if Invitation.isCalendar(bytes) {
        let found = try Invitations(bytes, clocks: clocks, zone: zone ?? "") { uid in
          names.notebook.interviews.contains { !uid.isEmpty && $0.thing.uid == uid }
        }
        for (name, why) in found.passedOver { Output.warn("“\(name)” \(why); it is passed over") }
        all = found.taken
      } else {
        all = [try Invitation(pasted: bytes, now: now.time, clocks: clocks, zone: zone ?? "")]
      }
    } catch {
      throw Failure(.badData, "\(Self.name(of: path)) \(error.advice); nothing was kept")
    }
    for invitation in all {
      let day = invitation.start.day
      if let refusal = names.refusal(of: "\(day)", on: day) {
        throw Failure(.badData, "\(refusal) nothing was kept")
      }
    }
    return all
  }

  /// Has an interview be what its invitation says now.
  private func take(
    _ invitation: Invitation, of known: Kept<Interview>, _ names: FormNames
  ) throws {
    guard let old = names.notebook.interview(known.id) else {
      throw StoreError.gone(what: "the interview")
    }
    switch old.isOf(invitation) ? invitation.age(beside: old.sequence, made: old.invitedAt) : .later
    {
    case .later: break
    case .same:
      return Output.warn("this invitation to \(old.title) was taken already; nothing has changed")
    case .older:
      return Output.warn(
        "this invitation to \(old.title) is older than the one that was taken last; nothing has changed"
      )
    }
    if invitation.isCancelled { return try callOff(old, invitation, names) }
    var new = old
    new.thing.take(invitation)
    new.beginning = InterviewStart(invitation.start)
    let before = listing(old).localStart
    _ = try old.keep(new.thing, in: workspace, names)
    say(old.title, invitation.start)
    if old.startsAt != new.startsAt || old.isTimeKnown != new.isTimeKnown {
      Output.warn("it was \(before)")
    }
    if old.place != new.place, !old.place.isEmpty { Output.warn("the place was \(old.place)") }
  }

  /// Deletes an interview that there is not after all, unless something was written down of it.
  private func callOff(
    _ old: Kept<Interview>, _ invitation: Invitation, _ names: FormNames
  ) throws {
    guard !old.isLogged, names.notebook.entries(of: old.id).isEmpty else {
      return Output.warn(
        "\(old.title) was called off, but has a log here, and stays; “starling interviews delete \(old.id)” deletes it"
      )
    }
    try workspace.store.delete([Item(old)])
    Output.warn(
      "\(old.title), \(listing(old).localStart), was called off, and is deleted; \(Deletions.hint)")
  }
}

extension Kept<Interview> {
  /// Whether it is the interview of an invitation.
  fileprivate func isOf(_ invitation: Invitation) -> Bool {
    !invitation.uid.isEmpty && thing.uid == invitation.uid
  }
}

extension Interview {
  /// Takes over all that an invitation says but when it is.
  fileprivate mutating func take(_ invitation: Invitation) {
    (uid, sequence, invitedAt) = (invitation.uid, invitation.sequence, invitation.made)
    if !invitation.place.isEmpty { place = invitation.place }
  }
}
