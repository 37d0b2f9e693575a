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

  /// A panel has so many people.
  public static let count = 3...5

  /// Who sits in a panel when the round does not say.
  public static let stock = [
    Persona(title: "Hiring manager", needs: "someone who delivers without being chased"),
    Persona(title: "Future peer", needs: "no extra work, and someone to rely on"),
    Persona(title: "Human resources", needs: "someone who fits in and stays"),
    Persona(title: "Director", needs: "to hear what the business gets from it"),
  ]

  /// The panel of an interview: those it is with, up to five, with stock ones up to three.
  ///
  /// One of them interrupts and another is silent.
  public static func panel(
    of people: [Person], using generator: inout some RandomNumberGenerator
  ) -> [Persona] {
    var personas = people.prefix(count.upperBound).map { person in
      let role = person.name.isEmpty || person.role.isEmpty ? "" : ", \(person.role)"
      return Persona(title: person.title + role, needs: person.needs)
    }
    let met = people.reduce(into: Set<Listener>()) { $0.formUnion(Listener.kinds(of: $1)) }
    let unlike = stock.filter { Listener.kinds(in: $0.title).isDisjoint(with: met) }
    for persona in unlike + stock where personas.count < count.lowerBound {
      if !personas.contains(where: { $0.title == persona.title }) { personas.append(persona) }
    }
    let order = personas.indices.shuffled(using: &generator)
    personas[order[0]].manner = .interrupting
    personas[order[1]].manner = .silent
    return personas
  }
}
