import Application
import ArgumentParser
import Scheduler

/// Fits the memory model to reviews, and shows what that is worth.
struct OptimiseCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "optimise", abstract: "Fit the memory model to your own reviews.",
    discussion: """
      Shows how well the model predicts the reviews before and after, on all of them and on the last \
      fifth, which the fit for it never saw. Nothing changes unless --apply is given.
      """)

  @Option(help: "A CSV of reviews to learn from instead: card_id, review_time, review_rating.")
  var from: String?

  @Option(help: "The memory model (default: that of the settings).")
  var model: ModelName?

  @Option(
    parsing: .unconditional,
    help: "Score by the time split of srs-benchmark with so many folds instead.")
  var folds: Int?

  @Option(parsing: .unconditional, help: "Orders the cards of each pass.")
  var seed: UInt64 = 1

  @OptionGroup var form: ListForm

  @Flag(help: "Keep the fit, if it predicts better, and use it from now on.")
  var apply = false

  @Flag(help: "Go back to the model's published parameters.")
  var reset = false

  func validate() throws {
    if let folds, !(1...100).contains(folds) {
      throw ValidationError("--folds takes a whole number from 1 to 100.")
    }
    if apply && folds != nil { throw ValidationError("--folds only scores; leave out --apply.") }
    if reset && (apply || folds != nil || from != nil || form.json) {
      throw ValidationError("--reset takes no option but --model.")
    }
  }

  func run(in machine: Machine) throws {
    try Fitting(
      from: from, model: model, folds: folds, seed: seed, json: form.json, apply: apply,
      reset: reset,
      in: machine
    ).run()
  }
}
