/// A command of the command line, which the palette names and explains.
public struct ShellCommand: Equatable, Sendable {
  /// As it is typed after `starling`.
  public var name: String
  /// What it does, in a sentence.
  public var abstract: String

  public init(name: String, abstract: String) { (self.name, self.abstract) = (name, abstract) }
}
