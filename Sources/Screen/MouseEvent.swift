/// What the person does with the mouse.
public struct MouseEvent: Hashable, Sendable {
  public enum Deed: Sendable {
    /// The left button is pressed.
    case press
    case wheelUp, wheelDown
  }

  public var deed: Deed
  /// The column and the row, from 0.
  public var x: Int
  public var y: Int

  public init(_ deed: Deed, x: Int, y: Int) { (self.deed, self.x, self.y) = (deed, x, y) }
}
