import Application
import ArgumentParser

/// A command: it reads arguments, and has one thing of `Application` done on a machine.
protocol Command: ParsableCommand {
  func run(in machine: Machine) throws
}
