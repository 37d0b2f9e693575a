package import Campaign
import Decks
package import Exchange
package import Files
import Store

extension ListedThing {
  /// All that are kept, or those of an employer.
  ///
  /// - Throws: ``Failure`` if there is no such employer.
  package static func all(_ names: FormNames, of employer: String?) throws(Failure) -> [Kept<Self>]
  {
    let all = names.notebook[keyPath: list]
    guard let employer else { return all }
    let name = try names.employer(named: employer).name
    return all.filter { names.notebook.employer(of: $0.thing).isSameName(as: name) }
  }

  /// The one that an argument names: by number, by its text, or by how its text begins.
  ///
  /// - Throws: ``Failure`` if there is none, or more than one.
  package static func one(named name: String, _ names: FormNames) throws(Failure) -> Kept<Self> {
    let all = names.notebook[keyPath: list]
    if let found = all.first(where: { $0.id.description == name }) { return found }
    let same = all.filter { $0.title.isSameName(as: name) }
    let found =
      same.isEmpty ? all.filter { $0.title.lowercased().hasPrefix(name.lowercased()) } : same
    guard let only = found.first, found.count == 1 else {
      let near = found.isEmpty ? Suggestion.nearestName(to: name, among: all.map(\.title)) : nil
      throw Failure(
        .badData,
        "\(found.isEmpty ? "no" : "more than one") \(noun) is called “\(name)”; \(near.map { "did you mean “\($0)”?" } ?? "“starling \(command) list” has their numbers")"
      )
    }
    return only
  }
}
