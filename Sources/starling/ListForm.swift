import ArgumentParser

/// How a command that lists something writes it.
struct ListForm: ParsableArguments {
  @Flag(help: "Print JSON.")
  var json = false
}
