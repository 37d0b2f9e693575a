import Campaign
import Decks
import Scheduler

/// One field of a form: its key, what it takes, and how it goes into a thing and out of it.
///
/// One table for each sort of thing, so that what is shown, what is read and what is exported cannot
/// disagree.
public struct FormField<Thing> {
  let key: String
  /// What it takes, for whoever fills it in.
  let hint: String
  let isRequired: Bool
  let value: (Thing, FormNames) -> FormValue
  let take: (YAMLNode, inout Thing, inout FormReader) -> Void

  init(
    _ key: String, hint: String, isRequired: Bool = false,
    value: @escaping (Thing, FormNames) -> FormValue,
    take: @escaping (YAMLNode, inout Thing, inout FormReader) -> Void
  ) {
    self.key = key
    self.hint = hint
    self.isRequired = isRequired
    self.value = value
    self.take = take
  }
}

/// A sort of thing that has a form.
public protocol FormThing {
  static var formFields: [FormField<Self>] { get }
}

extension FormField {
  static func text(
    _ key: String, _ path: WritableKeyPath<Thing, String>, isRequired: Bool = false,
    hint: String
  ) -> Self {
    Self(
      key, hint: hint, isRequired: isRequired,
      value: { thing, _ in FormValue(thing[keyPath: path]) },
      take: { node, thing, reader in
        if let text = reader.text(node, key) { thing[keyPath: path] = text }
      })
  }

  static func texts(
    _ key: String, _ path: WritableKeyPath<Thing, [String]>, hint: String
  ) -> Self {
    Self(
      key, hint: hint, value: { thing, _ in FormValue(thing[keyPath: path]) },
      take: { node, thing, reader in
        thing[keyPath: path] = reader.texts(node, key)
      })
  }

  /// One of several words.
  static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ path: WritableKeyPath<Thing, Choice>
  ) -> Self {
    Self(
      key, hint: Choice.allCases.map(\.rawValue).joined(separator: ", "),
      value: { thing, _ in .text(thing[keyPath: path].rawValue) },
      take: { node, thing, reader in
        if let choice: Choice = reader.choice(node, key) { thing[keyPath: path] = choice }
      })
  }

  /// One of several words, or none.
  static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ path: WritableKeyPath<Thing, Choice?>
  ) -> Self {
    Self(
      key, hint: Choice.allCases.map(\.rawValue).joined(separator: ", "),
      value: { thing, _ in FormValue(thing[keyPath: path]?.rawValue) },
      take: { node, thing, reader in thing[keyPath: path] = reader.choice(node, key) })
  }

  static func truth(_ key: String, _ path: WritableKeyPath<Thing, Bool>, hint: String) -> Self {
    Self(
      key, hint: "true or false: \(hint)",
      value: { thing, _ in thing[keyPath: path] ? .truth(true) : .none },
      take: { node, thing, reader in
        if let truth = reader.truth(node, key) { thing[keyPath: path] = truth }
      })
  }

  static func number(
    _ key: String, _ path: WritableKeyPath<Thing, Int>, in range: ClosedRange<Int>, hint: String
  ) -> Self {
    Self(
      key, hint: hint, value: { thing, _ in .number(thing[keyPath: path]) },
      take: { node, thing, reader in
        if let number = reader.number(node, key, in: range) { thing[keyPath: path] = number }
      })
  }

  static func number(
    _ key: String, _ path: WritableKeyPath<Thing, Int?>, in range: ClosedRange<Int>, hint: String
  ) -> Self {
    Self(
      key, hint: hint,
      value: { thing, _ in thing[keyPath: path].map { .number($0) } ?? .none },
      take: { node, thing, reader in
        thing[keyPath: path] = reader.number(node, key, in: range)
      })
  }

  static func day(_ key: String, _ path: WritableKeyPath<Thing, Int>, hint: String) -> Self {
    Self(
      key, hint: hint, value: { thing, _ in .word(Day(number: thing[keyPath: path]).description) },
      take: { node, thing, reader in
        if let day = reader.day(node, key) { thing[keyPath: path] = day.number }
      })
  }

  static func day(_ key: String, _ path: WritableKeyPath<Thing, Int?>, hint: String) -> Self {
    Self(
      key, hint: hint,
      value: { thing, _ in
        thing[keyPath: path].map { .word(Day(number: $0).description) } ?? .none
      },
      take: { node, thing, reader in thing[keyPath: path] = reader.day(node, key)?.number })
  }

  /// The employer that a thing belongs to, in whose company people and rounds are named.
  static func employer(_ path: WritableKeyPath<Thing, String>) -> Self {
    Self(
      "employer", hint: "the employer's name", isRequired: true,
      value: { thing, _ in FormValue(thing[keyPath: path]) },
      take: { node, thing, reader in
        guard let name = reader.text(node, "employer") else { return }
        thing[keyPath: path] = reader.names.notebook.employer(named: name)?.name ?? name
        reader.employer = thing[keyPath: path]
      })
  }

  static func story(_ key: String, _ path: WritableKeyPath<Thing, Number<Story>?>) -> Self {
    Self(
      key, hint: "the title of a story",
      value: { thing, names in FormValue(names.title(of: thing[keyPath: path])) },
      take: { node, thing, reader in thing[keyPath: path] = reader.story(node, key) })
  }

  static func person(
    _ key: String, _ path: WritableKeyPath<Thing, Number<Person>?>, hint: String
  ) -> Self {
    Self(
      key, hint: hint,
      value: { thing, names in FormValue(names.title(of: thing[keyPath: path])) },
      take: { node, thing, reader in thing[keyPath: path] = reader.person(node, key) })
  }

  static func round(
    _ key: String, _ path: WritableKeyPath<Thing, Number<Interview>?>, hint: String
  ) -> Self {
    Self(
      key, hint: hint, value: { thing, names in names.title(of: thing[keyPath: path]) },
      take: { node, thing, reader in thing[keyPath: path] = reader.interview(node, key) })
  }

  static func card(_ key: String, _ path: WritableKeyPath<Thing, CardID?>, hint: String) -> Self {
    Self(
      key, hint: hint, value: { thing, _ in FormValue(thing[keyPath: path]?.description) },
      take: { node, thing, reader in
        thing[keyPath: path] = reader.text(node, key).flatMap { reader.card($0, node, key) }
      })
  }

  static func cards(_ key: String, _ path: WritableKeyPath<Thing, [CardID]>, hint: String) -> Self {
    Self(
      key, hint: hint, value: { thing, _ in FormValue(thing[keyPath: path].map(\.description)) },
      take: { node, thing, reader in
        thing[keyPath: path] = reader.texts(node, key).compactMap { reader.card($0, node, key) }
      })
  }

  static func family(_ key: String, _ path: WritableKeyPath<Thing, String?>) -> Self {
    Self(
      key, hint: "the code of a family, such as TEAM",
      value: { thing, _ in FormValue(thing[keyPath: path]) },
      take: { node, thing, reader in
        thing[keyPath: path] = reader.text(node, key).flatMap { reader.family($0, at: node.place) }
      })
  }

  static func families(_ key: String, _ path: WritableKeyPath<Thing, [String]>) -> Self {
    Self(
      key, hint: "codes of families, such as TEAM",
      value: { thing, _ in FormValue(thing[keyPath: path]) },
      take: { node, thing, reader in
        thing[keyPath: path] = reader.texts(node, key).compactMap {
          reader.family($0, at: node.place)
        }
      })
  }

  /// A list of things that have fields of their own.
  static func items<Item>(
    _ key: String, _ path: WritableKeyPath<Thing, [Item]>, _ fields: [FormField<Item>],
    hint: String, blank: @escaping (Thing) -> Item
  ) -> Self {
    Self(
      key, hint: hint,
      value: { thing, names in
        FormValue(thing[keyPath: path].map { fields.pairs(of: $0, names) })
      },
      take: { node, thing, reader in
        let empty = blank(thing)
        thing[keyPath: path] = reader.items(node, key).compactMap {
          reader.read($0, fields, blank: empty)
        }
      })
  }
}

extension Array {
  /// The fields of a thing with what is in them.
  func pairs<Thing>(of thing: Thing, _ names: FormNames) -> [FormValue.Pair]
  where Element == FormField<Thing> {
    map { FormValue.Pair($0.key, $0.value(thing, names)) }
  }
}
