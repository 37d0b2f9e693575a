import Foundation
import TestSupport
import Testing

/// The page for the day, printed by a browser where there is one.
@Suite(
  .timeLimit(.minutes(20)),
  .enabled(if: (try? ProgramPath.installed("chromium")) != nil, "chromium is not installed"))
struct BriefPrintTests {
  /// Forty stories and twelve people, all with more to say than there is room for.
  private func crowdedHome() throws -> TemporaryHome {
    let home = try TemporaryHome()
    _ = try home.starling("interviews", "add", "Acme", "--at", "2040-01-02T14:00Z")
    let words = String(repeating: "and so on WWW ", count: 20)
    for number in 1...40 {
      let title = number % 2 == 0 ? "قصة \(number)" : "Story \(number)"
      let form = """
        title: \(title)
        headline: \(words)
        figures:
          - {figure: \(number) to \(number * 2), known: own count}
          - {figure: \(number)99k, do-not-claim: true}
        """
      _ = try home.starling("stories", "add", "--from", "-", input: form)
    }
    for number in 1...12 {
      _ = try home.starling(
        "people", "add", "--from", "-",
        input: "employer: Acme\nrole: role \(number)\nneeds: \(words)\n")
      _ = try home.starling("facts", "add", "Acme", "fact \(number) \(words)")
    }
    return home
  }

  @Test func itIsOnePageOfA4AndOfLetter() throws {
    let homes = [try NotebookCommandTests.candidate(), try crowdedHome()]
    for home in homes {
      for arguments in [["brief"], ["brief", "--friend"]] {
        let html = try CommandRun(
          ProgramPath.built("starling"), arguments + ["--format", "html"],
          environment: home.environment()
        ).output
        for size in ["A4", "letter"] {
          try home.write(html.replacing("@page {", with: "@page { size: \(size);"), to: "b.html")
          _ = try CommandRun(
            ProgramPath.installed("chromium"),
            [
              "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
              "--user-data-dir=\(home.file("browser"))", "--print-to-pdf=\(home.file("b.pdf"))",
              "file://\(home.file("b.html"))",
            ], environment: home.environment())
          let pdf = try Data(contentsOf: URL(filePath: home.file("b.pdf")))
          let text = String(decoding: pdf, as: Unicode.ASCII.self)
          let pages = text.matches(of: /\/Type\s*\/Page\b(?!s)/).count
          #expect(pages == 1, "\(arguments) \(size)")
        }
      }
    }
  }
}
