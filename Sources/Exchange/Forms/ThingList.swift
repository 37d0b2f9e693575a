public import Campaign
import Scheduler

extension ListedThing {
  /// What stands in the columns of its list.
  public static func cells(of kept: Kept<Self>, _ names: FormNames) -> [String] {
    let around = ColumnContext(
      names.notebook, families: names.families, today: names.today.number)
    return columns.enumerated().map { index, column in
      switch column.content {
      case .computed(let cell): return cell(kept, around)
      case .field(let key):
        let value = fields.first { $0.key == key }?.value(of: kept.thing, names) ?? .none
        return value.cell ?? (index == columns.count - 1 ? "" : "–")
      }
    }
  }
}

extension FormValue {
  /// The value in a line; nil if there is none.
  fileprivate var cell: String? {
    switch self {
    case .none, .pairs, .items: nil
    case .text(let text), .word(let text): text
    case .number(let number): "\(number)"
    case .truth(let truth): "\(truth)"
    case .texts(let texts): texts.joined(separator: " ")
    }
  }
}
