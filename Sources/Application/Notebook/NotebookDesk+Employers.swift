import Campaign
import Exchange
import Files
import Practice
import Store

extension NotebookDesk {
  package func listEmployers(asJSON json: Bool) throws {
    try Output.list(
      notebook.employers, asJSON: json, titles: ["ROUNDS", "EMPLOYER", "ROLE"],
      cells: { ["\(notebook.interviews(with: $0.name).count)", $0.name, $0.role] },
      fields: { names.json($0) })
  }

  package func addEmployer(_ name: String) throws {
    if let known = notebook.employer(named: name) { throw known.isKnown }
    try store.keep([Item(Employer(name: name))])
    Output.warn("kept \(name)")
  }

  package func showEmployer(_ name: String, asJSON json: Bool) throws {
    let employer = try names.employer(named: name)
    try json ? Output.json(names.json(employer)) : Output.line(Form.reading(of: employer, names))
  }

  /// Edits one by a form; another name renames it.
  package func editEmployer(_ name: String, from path: String?) throws {
    let employer = try forms(from: path).edit(names.employer(named: name))
    Output.warn(employer.map { "changed \($0.name)" } ?? "nothing has changed")
  }

  /// Deletes one with its rounds and what is known of it.
  package func deleteEmployer(_ name: String) throws {
    let employer = try names.employer(named: name)
    let rounds = notebook.interviews(with: employer.name)
    let asked = rounds.reduce(0) { $0 + notebook.entries(of: $1.id).count }
    try store.delete([Item(employer)])
    Output.warn(
      "deleted \(employer.name), with \(rounds.count.of("round")) and \(asked.of("question")) of their logs; \(Deletions.hint)"
    )
  }

  /// Puts employers side by side by the person's own criteria.
  package func compareEmployers(asJSON json: Bool) throws {
    let employers = notebook.employers.map(\.name)
    let verdicts = employers.map { notebook.verdicts(on: $0) }
    guard json else {
      return try Output.table(
        [["WEIGHT"] + employers + ["CRITERION"]]
          + notebook.criteria.enumerated().map { index, criterion in
            let states = verdicts.map { $0[index].verdict.state }
            return [criterion.weight.rawValue]
              + states.map { $0 == .open ? "–" : $0.rawValue } + [criterion.text]
          })
    }
    try Output.json(
      .array(
        zip(employers, verdicts).map { employer, verdicts in
          .object([
            "employer": .string(employer),
            "criteria": .array(
              verdicts.map { criterion, verdict in
                .object([
                  "criterion": .string(criterion.text),
                  "weight": .string(criterion.weight.rawValue),
                  "state": .string(verdict.state.rawValue),
                  "evidence": .string(verdict.evidence),
                ])
              }),
          ])
        }))
  }

  /// Takes in an advert, from a file or from the editor, and makes a requirement of each of its lines.
  package func takeAdvert(of employer: String, from path: String?) throws {
    let known = notebook.employer(named: employer) ?? Employer(name: employer)
    let earlier = Set(notebook.requirements(of: employer).map(\.text))
    func keep(_ text: String) throws -> [String] {
      let lines = Requirement.lines(of: text).filter { !earlier.contains($0) }
      var changed = known
      changed.advert = text
      try store.keep(
        [Item(changed)] + lines.map { Item(Requirement(employer: known.name, text: $0)) })
      return lines
    }
    let lines =
      try path.map { try keep(Self.advert(in: $0)) }
      ?? workspace.textEditing("advert \(known.name)", asRead: known.advert, name: "advert.txt")
      .edited(known.advert, opening: { try workspace.editor.open($0) }, keeping: keep)
    Output.warn(
      "\(lines.count.of("line")) of the advert of \(known.name): mark what shows each with “starling advert edit”"
    )
  }

  private static func advert(in path: String) throws(Failure) -> String {
    let bytes = try FileBytes.named(path, limit: 1 << 20)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.badData, "\(path) is not UTF-8; nothing was changed")
    }
    return text
  }
}
