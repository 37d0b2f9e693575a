/// Reads the data that all decks share: the families of competencies and the general probes.
public enum DataReader {
  /// Reads a file with the key `families`: a list of `code`, `title` and `tags`.
  public static func families(
    _ bytes: [UInt8], path: String
  ) -> (competencies: Competencies?, faults: [Fault]) {
    let document = Document(bytes, path: path, list: "families")
    var faults = document.faults
    var families: [Family] = []
    var tags: Set<String> = []
    for item in items(of: "families", in: document, &faults) {
      guard case .mapping(let pairs) = item.content else {
        faults.error(item.place, "a family has the keys `code`, `title` and `tags`")
        continue
      }
      var family = Family(code: "", title: "", tags: [])
      for pair in pairs {
        switch pair.key {
        case "code": family.code = faults.text(pair.value, key: "code") ?? ""
        case "title": family.title = faults.text(pair.value, key: "title") ?? ""
        case "tags": family.tags = faults.texts(pair.value, key: "tags")
        default:
          faults.error(pair.keyPlace, unknown(pair.key, among: ["code", "title", "tags"]))
        }
      }
      if family.code.isEmpty || family.title.isEmpty || family.tags.isEmpty {
        faults.error(item.place, "a family has the keys `code`, `title` and `tags`")
      }
      for tag in family.tags where !tags.insert(tag).inserted {
        faults.error(item.place, "the tag `\(tag)` is in two families, or twice in one")
      }
      families.append(family)
    }
    return (faults.hasErrors ? nil : Competencies(families: families), faults.faults)
  }

  /// Reads a file with the key `probes`: a list of texts.
  public static func probes(
    _ bytes: [UInt8], path: String
  ) -> (probes: [String]?, faults: [Fault]) {
    let document = Document(bytes, path: path, list: "probes")
    var faults = document.faults
    let probes = items(of: "probes", in: document, &faults).compactMap {
      faults.text($0, key: "probes")
    }
    return (faults.hasErrors ? nil : probes, faults.faults)
  }

  /// The items of the list that is the only value of a file.
  private static func items(
    of key: String, in document: Document, _ faults: inout FaultList
  ) -> [YAMLNode] {
    guard let root = document.root else { return [] }
    if case .mapping(let pairs) = root.content, pairs.count == 1, pairs[0].key == key,
      case .sequence(let items) = pairs[0].value.content, !items.isEmpty
    {
      return items
    }
    if !faults.hasErrors { faults.error(root.place, "`\(key)` must be a list") }
    return []
  }
}
