import Exchange
import Files
import TestSupport
import Testing

@testable import Application

@Suite struct SettingsTests {
  private let stage: Stage
  init() throws { stage = try Stage() }

  private var file: SettingsFile { get throws { try SettingsFile(in: stage) } }
  private func key(_ name: String) throws -> SettingKey { try SettingKey.known(name) }

  @Test func settingsAreListedAndSet() throws {
    let all = try stage.output { try file.list(nil, asJSON: false) }
    #expect(all.hasPrefix("SETTING"))
    #expect(all.contains("practice.minutes"))
    try file.set(key("practice.minutes"), to: "33")
    #expect(try stage.output { try file.list(key("practice.minutes"), asJSON: false) } == "33\n")
    let json = try stage.output { try file.list(key("practice.minutes"), asJSON: true) }
    #expect(json.contains("\"value\": \"33\""))
    #expect(try stage.settings().minutes == 33)
    try file.set(key("practice.minutes"), to: nil)
    #expect(try stage.settings().minutes != 33)
  }

  @Test func whatNoSettingTakesIsRefused() throws {
    #expect(stage.refusal { _ = try key("no.such") } != nil)
    #expect(stage.refusal { try file.set(key("practice.minutes"), to: "x") } != nil)
    #expect(!Disk.has(try stage.places().settings))
  }

  @Test func faultsAreSaidAfterTheList() throws {
    try stage.home.write("practice:\n  nonsense: 3\n", to: "config.yaml")
    let (_, said) = Output.collecting {
      #expect(throws: Failure.self) { try file.list(nil, asJSON: false) }
    }
    #expect(said.messages.contains("config.yaml:2"))
    #expect(!said.output.isEmpty)
    try stage.home.write([0xFF], to: "config.yaml")
    #expect(stage.refusal { _ = try file }?.contains("not UTF-8") == true)
    let usable = SettingsFile.usable(in: try stage.places())
    #expect(usable.complaints.first?.hasSuffix("the defaults are used") == true)
  }

  @Test func settingsOfAnotherFileAreTakenButNoPrograms() throws {
    try stage.home.write(
      "practice:\n  minutes: 44\nprograms:\n  recorder: evil\n", to: "other.yaml")
    let other = stage.home.file("other.yaml")
    let (_, said) = try Output.collecting { try SettingsImport(other).run(into: file) }
    #expect(said.output == "practice.minutes: 44\n")
    #expect(said.messages.contains("programs.recorder is left, as it runs a program"))
    #expect(
      try stage.messages { try SettingsImport(other).run(into: file) }.contains("evil") == false)
    try stage.home.write("practice:\n  minutes: many\n", to: "other.yaml")
    #expect(throws: Failure.self) {
      _ = try Output.collecting { try SettingsImport(other).run(into: file) }
    }
    try stage.home.write([0xFF], to: "other.yaml")
    #expect(stage.refusal { _ = try SettingsImport(other) }?.contains("is not UTF-8") == true)
    try stage.home.write(String(repeating: "# much\n", count: 160_000), to: "other.yaml")
    #expect(stage.refusal { _ = try SettingsImport(other) }?.contains("larger than 1 MiB") == true)
    let empty = try Stage()
    _ = try empty.messages { try Export(.json).write(to: stage.home.file("all.json"), in: empty) }
    #expect(
      try stage.messages { try SettingsImport(stage.home.file("all.json")).run(into: file) }
        .hasSuffix("holds no settings\n"))
  }
}
