import Campaign
import Exchange
import Files
import Screen

extension Interviews {
  /// The employer of an invitation: one that is known and named in it, or else the one that its
  /// address shows, if the person says so.
  func employer(
    of invitation: Invitation, _ notebook: Notebook, _ path: String
  ) throws(Failure) -> String {
    let named = notebook.employers.map(\.name).filter(invitation.names)
    if named.count == 1 { return named[0] }
    let start = understood(invitation.start)
    if named.isEmpty, let guess = invitation.employerByAddress,
      workspace.surroundings.isConfirmed(
        "\(invitation.words): \(start)\nIs it with \(guess)? Enter keeps it so; any other key stops, and you give the name"
      )
    {
      return guess
    }
    let file = path == "-" ? "-" : "'\(path)'"
    throw Failure(
      .usage,
      """
      the invitation does not say with which employer it is (\(invitation.words), \(start)); nothing was kept
      “starling interviews add NAME --from \(file)” does
      """)
  }
}

extension Invitation {
  /// What it is about and who sends it.
  var words: String {
    let from = [sender, address].filter { !$0.isEmpty }
    let about = summary.isEmpty ? "an invitation" : "“\(summary)”"
    return (from.isEmpty ? about : "\(about) from \(from.joined(separator: ", "))").sanitised()
  }

  /// Whether an employer's name stands in it, as words of their own.
  fileprivate func names(_ employer: String) -> Bool {
    let name = Self.words(of: employer)
    guard !name.isEmpty else { return false }
    let host = address.split(separator: "@").last.map(String.init) ?? ""
    return [summary, sender, host, place].contains { text in
      let words = Self.words(of: text)
      return words.indices.contains { words[$0...].starts(with: name) }
    }
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The name in the sender's address, where it is an address of their own: `Acme` of `acme.example`.
  fileprivate var employerByAddress: String? {
    guard address.contains("@"), let host = address.lowercased().split(separator: "@").last else {
      return nil
    }
    var parts = host.split(separator: ".").map(String.init)
    guard parts.count > 1, !Self.everybodys.contains(where: { host.hasSuffix($0) }) else {
      return nil
    }
    parts.removeLast()
    // “co.uk”
    if parts.count > 1, let last = parts.last, last.count <= 3 { parts.removeLast() }
    return parts.last.map { $0.prefix(1).uppercased() + $0.dropFirst() }
  }

  /// Hosts whose addresses say nothing of an employer: mail for everybody, and programs that arrange
  /// interviews.
  private static let everybodys = [
    "gmail.com", "googlemail.com", "google.com", "outlook.com", "hotmail.com", "live.com",
    "msn.com",
    "yahoo.com", "icloud.com", "me.com", "mac.com", "aol.com", "gmx.de", "gmx.net", "web.de",
    "proton.me", "protonmail.com", "calendly.com", "greenhouse.io", "lever.co", "ashbyhq.com",
    "goodtime.io", "myworkday.com", "workday.com", "smartrecruiters.com", "zoom.us",
    "modernloop.io",
    "icims.com", "teamtailor.com", "personio.de", "recruitee.com", "workable.com", "microsoft.com",
  ]
}
