import Files
import Practice

/// Carries the folder where machines meet by the person's own git: a clone of this home's, and no force ever.
struct GitCarrier {
  let address: String
  /// Where the clone lies.
  let clone: String

  /// Somebody else may push meanwhile so many times.
  private static let tries = 5

  /// Brings the clone up to date, has it changed, and sends it off.
  ///
  /// - Parameter change: changes the files; false if there was nothing to change. It is done again when
  ///   somebody was faster.
  /// - Throws: ``Failure`` when git is not there, or fails; then nothing of elsewhere was changed.
  func carry(_ change: () throws -> Bool) throws {
    try open()
    for _ in 0..<Self.tries {
      try bringUpToDate()
      let isChanged = try change()
      try commit()
      guard isChanged || hasUnsent else { return }
      if run(["push", "-q", "origin", "HEAD"]) == 0 { return }
    }
    throw Failure(
      .tryAgain,
      "cannot push to \(address); what git says stands above. Nothing is lost: “starling sync” tries again"
    )
  }

  /// Brings the clone up to date, without changing anything elsewhere.
  func look() throws {
    try open()
    try bringUpToDate()
  }

  private func open() throws(Failure) {
    guard !Disk.has(clone + "/.git/HEAD") else { return }
    try FileReplacement(clone).makeFolders()
    // What a clone that was cut short has left.
    if Disk.has(clone) { _ = ProgramRun.run("rm", ["rm", "-rf", "--", clone]) }
    let code = ProgramRun.run("git", ["git", "clone", "-q", "--", address, clone])
    guard code != 127 else {
      throw Failure(
        .unavailable, "git is not there; install it (“apt install git”), or sync by a folder")
    }
    guard code == 0 else {
      throw Failure(.unavailable, "cannot clone \(address); what git says stands above")
    }
  }

  private func bringUpToDate() throws(Failure) {
    guard run(["fetch", "-q", "origin"]) == 0 else {
      throw Failure(.unavailable, "cannot reach \(address); what git says stands above")
    }
    guard let branch, isThere("refs/remotes/origin/\(branch)") else { return }
    guard
      run(["merge", "-q", "--no-edit", "--allow-unrelated-histories", "origin/\(branch)"]) == 0
    else {
      _ = run(["merge", "--abort"])
      throw Failure(
        .badData,
        "git cannot merge \(address) in \(clone): somebody changed files of Starling's there; put them back"
      )
    }
  }

  private func commit() throws(Failure) {
    guard Disk.has(clone + "/starling-1") else { return }
    _ = run(["add", "-A", "--", "starling-1"])
    // 0 is nothing to commit.
    guard run(["diff", "--cached", "--quiet"]) != 0 else { return }
    guard run(["commit", "-q", "-m", "Starling"]) == 0 else {
      throw Failure(.inputOutput, "git cannot commit in \(clone); what it says stands above")
    }
  }

  /// Whether the clone has commits that the repository has not.
  private var hasUnsent: Bool {
    guard let branch, isThere("refs/heads/\(branch)") else { return false }
    guard isThere("refs/remotes/origin/\(branch)") else { return true }
    return run(["merge-base", "--is-ancestor", "HEAD", "refs/remotes/origin/\(branch)"]) != 0
  }

  private func isThere(_ reference: String) -> Bool {
    run(["show-ref", "--verify", "--quiet", reference]) == 0
  }

  /// The branch that is out, which may have no commit yet.
  private var branch: String? {
    guard let bytes = try? FileBytes.read(clone + "/.git/HEAD", limit: 1000),
      let text = String(validating: bytes, as: UTF8.self)?.trimmed,
      text.hasPrefix("ref: refs/heads/")
    else { return nil }
    return String(text.dropFirst("ref: refs/heads/".count))
  }

  private func run(_ arguments: [String]) -> Int32 {
    ProgramRun.run(
      "git",
      [
        "git", "-C", clone, "-c", "user.name=starling", "-c", "user.email=starling@localhost",
        "-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null", "-c", "gc.auto=0",
      ] + arguments)
  }
}
