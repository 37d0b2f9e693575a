import Screen

/// What was deleted in the last ninety days, the latest first, and its way back.
struct DeletedScreen: ScreenModel {
  private var things: [DeletedThing]
  private var position = ListPosition()

  init(things: [DeletedThing]) { self.things = things }

  enum Action: Sendable {
    case bringBack
    case move(ListMove)
  }

  private static let keys: [Binding<Action>] =
    [
      Binding(
        .enter, action: .bringBack, footer: "bring back",
        help: "Bring it back, with all that went with it")
    ] + ListMove.keys.mapped(Action.move)

  static let help = [HelpSection("What was deleted", keys.hints())]

  static func opened(by outcome: Outcome, on stage: Stage) -> Self? {
    if case .deleted(let things) = outcome { Self(things: things) } else { nil }
  }

  func keys(on stage: Stage) -> [Binding<Action>] {
    Self.keys.obstructed {
      if case .bringBack = $0, things.isEmpty { "Nothing is deleted." } else { nil }
    }
  }

  mutating func reduce(_ action: Action, on stage: inout Stage) -> [Effect] {
    switch action {
    case .bringBack: return things.selected(position).map { [.notebook(.bringBack($0))] } ?? []
    case .move(let move): position.move(move)
    }
    return []
  }

  mutating func take(_ outcome: Outcome, on stage: inout Stage) -> [Effect]? {
    switch outcome {
    case .deleted(let things): self.things = things
    case .notebook(.changed): return [.loadDeleted]
    default: return nil
    }
    return []
  }

  mutating func settle(on stage: Stage) {
    position.settle(count: things.count, height: stage.frame.height())
  }

  func view(on canvas: inout Canvas, _ stage: Stage) {
    let frame = stage.frame
    frame.drawHeader("Deleted in the last 90 days", "\(things.count)", on: &canvas)
    guard !things.isEmpty else {
      canvas.draw("Nothing was deleted.", x: frame.left, y: frame.top)
      canvas.focus = (frame.left, frame.top)
      return
    }
    frame.drawList(position, from: frame.top, on: &canvas) { index, y, style, canvas in
      let thing = things[index]
      canvas.draw(
        "\(thing.time)  \(thing.title)".truncated(to: frame.size.width - 2), x: 1, y: y,
        style: style)
    }
  }
}

/// Something that was deleted and can be brought back.
public struct DeletedThing: Equatable, Sendable {
  /// The sort of thing, and its name among these.
  public var table: String
  public var name: String
  /// A noun and a name: `the story “The refund”`.
  public var title: String
  /// When it was deleted, to be read: `2026-11-27 09:14`.
  public var time: String

  public init(table: String, name: String, title: String, time: String) {
    self.table = table
    self.name = name
    self.title = title
    self.time = time
  }
}
