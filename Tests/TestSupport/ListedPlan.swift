/// What `starling plan --json` tells of the days and of the interviews.
public struct ListedPlan: Decodable, Sendable {
  public struct Interview: Decodable, Sendable {
    public var employer: String
    public var ready_now: Double
    public var ready_by_plan: Double
    public var low: Double
    public var high: Double
  }

  public struct Day: Decodable, Sendable {
    public struct Item: Decodable, Equatable, Sendable {
      public var card: String
      public var task: String
      public var minutes: Double
    }
    public var day: String
    public var items: [Item]
    public var minutes: Double
  }

  public var interviews: [Interview]
  public var days: [Day]
}
