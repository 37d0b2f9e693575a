import Campaign
import Decks
import Scheduler

// What stands in a form for a field of each kind, both ways.

extension Field {
  /// What is in it, for a form.
  func value(of thing: Thing, _ names: FormNames) -> FormValue {
    switch kind {
    case .text(let path), .employer(let path): FormValue(thing[keyPath: path])
    case .lines(let path), .families(let path): FormValue(thing[keyPath: path])
    case .choice(let choice): FormValue(choice.word(thing))
    case .truth(let path, let usually, _):
      thing[keyPath: path] == usually ? .none : .truth(!usually)
    case .number(let path, _, _), .offset(let path):
      thing[keyPath: path].map { .number($0) } ?? .none
    case .day(let path):
      thing[keyPath: path].map { .word(Day(number: $0).description) } ?? .none
    case .moment(let path, let beginning):
      thing[keyPath: path] == 0 ? .none : .word(names.text(of: thing[keyPath: beginning]))
    case .round(let path): names.title(of: thing[keyPath: path])
    case .person(let path): FormValue(names.title(of: thing[keyPath: path]))
    case .story(let path): FormValue(names.title(of: thing[keyPath: path]))
    case .criterion(let path): FormValue(names.title(of: thing[keyPath: path]))
    case .card(let path): FormValue(thing[keyPath: path]?.description)
    case .cards(let path): FormValue(thing[keyPath: path].map(\.description))
    case .family(let path): FormValue(thing[keyPath: path])
    case .fits(let path): names.pairs(thing[keyPath: path])
    case .people(let path, _): FormValue(thing[keyPath: path].compactMap { names.title(of: $0) })
    case .parts(let parts): Self.value(of: parts, in: thing, names)
    }
  }

  /// Takes in what a form has for it, and notes what is wrong with that.
  func take(_ node: YAMLNode, _ key: String, into thing: inout Thing, _ reader: inout FormReader) {
    switch kind {
    case .text(let path):
      if let text = reader.text(node, key) { thing[keyPath: path] = text }
    case .lines(let path): thing[keyPath: path] = reader.texts(node, key)
    case .choice(let choice): choice.choose(&thing, reader.choice(node, key, choice.words))
    case .truth(let path, _, _):
      if let truth = reader.truth(node, key) { thing[keyPath: path] = truth }
    case .number(let path, let range, _):
      thing[keyPath: path] = reader.number(node, key, in: range)
    case .day(let path): thing[keyPath: path] = reader.day(node, key)?.number
    case .moment(_, let path):
      if let beginning = reader.beginning(node, key) { thing[keyPath: path] = beginning }
    case .employer(let path):
      guard let name = reader.text(node, key) else { return }
      thing[keyPath: path] = reader.names.notebook.employer(named: name)?.name ?? name
      reader.employer = thing[keyPath: path]
    case .round(let path): thing[keyPath: path] = reader.interview(node, key)
    case .person(let path): thing[keyPath: path] = reader.person(node, key)
    case .story(let path): thing[keyPath: path] = reader.story(node, key)
    case .card(let path):
      thing[keyPath: path] = reader.text(node, key).flatMap { reader.card($0, node, key) }
    case .cards(let path):
      thing[keyPath: path] = reader.texts(node, key).compactMap { reader.card($0, node, key) }
    case .family(let path):
      thing[keyPath: path] = reader.text(node, key).flatMap { reader.family($0, at: node.place) }
    case .families(let path):
      thing[keyPath: path] = reader.texts(node, key).compactMap {
        reader.family($0, at: node.place)
      }
    case .fits(let path): thing[keyPath: path] = reader.fits(node, key)
    case .people(let path, let add):
      for name in reader.texts(node, key) {
        if let known = reader.names.person(name, at: reader.employer) {
          thing[keyPath: path].append(known)
        } else {
          add(&thing, name)
        }
      }
    case .parts(let parts): Self.take(node, key, parts, into: &thing, &reader)
    // No form has these.
    case .offset, .criterion: break
    }
  }

  private static func value<List: Parts<Thing>>(
    of list: List, in thing: Thing, _ names: FormNames
  ) -> FormValue {
    FormValue(thing[keyPath: list.path].map { list.fields.pairs(of: $0, names) })
  }

  private static func take<List: Parts<Thing>>(
    _ node: YAMLNode, _ key: String, _ list: List, into thing: inout Thing,
    _ reader: inout FormReader
  ) {
    let blank = list.blank(thing)
    thing[keyPath: list.path] = reader.items(node, key).compactMap {
      reader.read($0, list.fields, blank: blank)
    }
  }
}

extension Array {
  /// The fields of a thing with what is in them.
  func pairs<Thing>(of thing: Thing, _ names: FormNames) -> [FormValue.Pair]
  where Element == Field<Thing> {
    compactMap { field in
      field.key.map { FormValue.Pair($0, field.value(of: thing, names)) }
    }
  }
}
