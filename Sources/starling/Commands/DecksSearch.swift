import Application
import ArgumentParser

/// Looks for cards by their words.
struct DecksSearch: Command {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find the cards that have all of some words.",
    discussion: "Capitals and accents do not matter, and a part of a word is enough.")

  @Argument(help: "The words.")
  var words: [String]

  @OptionGroup var form: ListForm

  func run(in machine: Machine) throws {
    try DecksInUse(in: machine).search(words, asJSON: form.json)
  }
}
