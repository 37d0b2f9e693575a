import Application
import ArgumentParser
import Files

/// A Debian package of the running program, made of the same files as an installation.
enum DebianPackage {
  /// Makes the package.
  ///
  /// - Throws: ``Failure`` when the program needs libraries that a package would have to name, or
  ///   there is no `dpkg-deb`.
  static func write(to path: String) throws(Failure) {
    guard try !needsLibraries() else {
      throw Failure(
        .unavailable,
        "a package takes a program that needs no libraries; build it with\nswift build -c release --static-swift-stdlib -Xswiftc -static-executable -Xlinker -s --product starling"
      )
    }
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let folder = temporary.path
    // What lies in a package can be read by everybody.
    Disk.setMode(0o755, of: folder)
    let contents = Installation(prefix: folder + "/usr")
    _ = try contents.install()
    // Debian's zsh looks elsewhere for what packages bring.
    try run(
      "mv",
      [
        "\(contents.prefix)/share/zsh/site-functions",
        "\(contents.prefix)/share/zsh/vendor-completions",
      ])
    for (name, text) in documents { try contents.write(Array(text.utf8), to: name) }
    for name in [Installation.manual, changelog] {
      try run("gzip", ["-9n", "\(contents.prefix)/\(name)"])
    }
    try Installation(prefix: folder).write(Array(control.utf8), to: "DEBIAN/control")
    try run("dpkg-deb", ["--root-owner-group", "--build", folder, Places.absolute(path)])
  }

  private static func run(_ program: String, _ arguments: [String]) throws(Failure) {
    guard ProgramRun.run(program, [program] + arguments) == 0 else {
      throw Failure(.unavailable, "“\(program)” did not work; it makes the package")
    }
  }

  private static let changelog = "share/doc/starling/changelog"

  private static var documents: [(name: String, text: String)] {
    [
      (
        changelog,
        """
        starling (\(version)) unstable; urgency=medium

          * Built from its sources.

         -- \(maintainer)  Tue, 24 Nov 2026 12:00:00 +0000

        """
      ),
      (
        "share/doc/starling/copyright",
        """
        Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
        Upstream-Name: Starling

        Files: *
        Copyright: 2026 the Starling maintainers
        License: Expat

        License: Expat
        \(License.text.split(separator: "\n").map { " " + $0 }.joined(separator: "\n"))

        """
      ),
      // Nothing to load is what makes it start fast and run on any release.
      (
        "share/lintian/overrides/starling",
        """
        starling: statically-linked-binary [usr/bin/starling]
        starling: embedded-library libyaml [usr/bin/starling]
        starling: embedded-library ncurses [usr/bin/starling]
        # Made by the parser for any place.
        starling: bash-completion-with-hashbang *

        """
      ),
    ]
  }

  private static let maintainer = "The Starling maintainers <maintainers@starling.invalid>"

  private static var version: String { Starling.configuration.version }

  private static var control: String {
    """
    Package: starling
    Version: \(version)
    Architecture: \(architecture)
    Maintainer: \(maintainer)
    Section: education
    Priority: optional
    Description: trainer for answers in behavioural interviews
     A flashcard program for the terminal: it asks, you answer aloud, see what a
     good answer holds, and say how well yours came. A memory model decides what
     is asked next, towards the day of the interview.

    """
  }

  private static var architecture: String {
    #if arch(arm64)
      "arm64"
    #else
      "amd64"
    #endif
  }

  /// Whether the program names an interpreter, which loads libraries before it runs.
  private static func needsLibraries() throws(Failure) -> Bool {
    let bytes = try Installation.running()
    func number(at place: Int, size: Int) -> Int {
      bytes.dropFirst(place).prefix(size).reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    // As elf(5) has it, for 64 bits: where the program headers begin, how long one is, how many.
    let (start, length, count) = (
      number(at: 0x20, size: 8), number(at: 0x36, size: 2), number(at: 0x38, size: 2)
    )
    let interpreter = 3
    return (0..<count).contains { number(at: start + $0 * length, size: 4) == interpreter }
  }
}
