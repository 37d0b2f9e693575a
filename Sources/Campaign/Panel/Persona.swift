/// One who sits at the table in a panel.
public struct Persona: Equatable, Sendable {
  /// Their name, else their role.
  public var title: String
  /// What they need, or what they look at.
  public var needs: String
  public var manner: Manner

  public enum Manner: Equatable, Sendable {
    case plain
    /// Breaks into answers.
    case interrupting
    /// Says nothing, but perhaps one thing at the end.
    case silent
  }

  public init(title: String, needs: String, manner: Manner = .plain) {
    self.title = title
    self.needs = needs
    self.manner = manner
  }

  /// Whether the candidate would work for them.
  var isManager: Bool { Listener.kinds(in: title).contains(.manager) }

  /// The families that someone in their role asks about.
  var families: Set<String> {
    Listener.kinds(in: title).reduce(into: []) { $0.formUnion($1.families) }
  }

  /// A panel that the round says little of has so many, so that three speak and one is silent.
  private static let usual = 4

  /// A panel has so many people.
  public static let count = 3...5

  /// Who sits in a panel when the round does not say.
  public static let stock = [
    Persona(title: "Hiring manager", needs: "someone who delivers without being chased"),
    Persona(title: "Future peer", needs: "no extra work, and someone to rely on"),
    Persona(title: "Human resources", needs: "someone who fits in and stays"),
    Persona(title: "Director", needs: "to hear what the business gets from it"),
  ]

  /// The panel of an interview: those it is with, up to five, with stock ones up to four.
  ///
  /// One of them interrupts and another, who is not the manager, is silent.
  public static func panel(
    of people: [Person], using generator: inout some RandomNumberGenerator
  ) -> [Persona] {
    var personas = people.prefix(count.upperBound).map { person in
      let role = person.name.isEmpty || person.role.isEmpty ? "" : ", \(person.role)"
      return Persona(title: person.title + role, needs: person.needs)
    }
    let met = people.reduce(into: Set<Listener>()) { $0.formUnion(Listener.kinds(of: $1)) }
    let unlike = stock.filter { Listener.kinds(in: $0.title).isDisjoint(with: met) }
    for persona in unlike + stock where personas.count < usual {
      if !personas.contains(where: { $0.title == persona.title }) { personas.append(persona) }
    }
    let order = personas.indices.shuffled(using: &generator)
    let silent = order.first { !personas[$0].isManager } ?? order[0]
    personas[silent].manner = .silent
    if let interrupter = order.first(where: { $0 != silent }) {
      personas[interrupter].manner = .interrupting
    }
    return personas
  }
}
