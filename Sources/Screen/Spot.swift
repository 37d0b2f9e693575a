/// A part of a row of a ``Canvas`` that means something to whoever points at it.
public struct Spot: Equatable, Sendable {
  public enum Meaning: Equatable, Sendable {
    /// What a key does.
    case key(Key)
    /// A row so many steps from the one that is on, by the keys that go on and back; pointed at again, it
    /// is what the last key does.
    case steps(Int, on: Key = .down, back: Key = .up, again: Key?)
    /// A field, by its place.
    case field(Int)
    /// A line of the text that is open, from the first in view, which begins in a column.
    case text(line: Int, from: Int)
  }

  public var row: Int
  public var columns: Range<Int>
  public var meaning: Meaning
}

extension Canvas {
  /// Says what some columns of a row mean, if somebody points at the canvas; nil means nothing.
  public mutating func mark(
    x: Int, y: Int, width: Int, as meaning: @autoclosure () -> Spot.Meaning?
  ) {
    guard spots != nil, width > 0, let meaning = meaning() else { return }
    spots?.append(Spot(row: y, columns: x..<x + width, meaning: meaning))
  }

  /// Makes a row mean nothing, as where something stands over it.
  public mutating func unmark(row: Int) { spots?.removeAll { $0.row == row } }

  /// What a cell means; nil if it means nothing.
  ///
  /// What was marked last lies on top.
  public func meaning(x: Int, y: Int) -> Spot.Meaning? {
    spots?.last { $0.row == y && $0.columns.contains(x) }?.meaning
  }
}
