import Testing

@testable import Screen

/// The one table of roles and colours, against the palettes that people have.
@Suite struct ThemeTests {
  /// The six colours that are used, by their numbers from 1, and what they stand on.
  private struct PaletteOf {
    let name: String
    let colours: [UInt32]
    let dark: UInt32?
    let light: UInt32?
  }

  private static let palettes = [
    PaletteOf(
      name: "xterm", colours: [0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD],
      dark: 0x000000, light: 0xFFFFFF),
    PaletteOf(
      name: "Tango", colours: [0xCC0000, 0x4E9A06, 0xC4A000, 0x3465A4, 0x75507B, 0x06989A],
      dark: 0x2E3436, light: 0xFFFFFF),
    PaletteOf(
      name: "solarized", colours: [0xDC322F, 0x859900, 0xB58900, 0x268BD2, 0xD33682, 0x2AA198],
      dark: 0x002B36, light: 0xFDF6E3),
    PaletteOf(
      name: "Campbell", colours: [0xC50F1F, 0x13A10E, 0xC19C00, 0x0037DA, 0x881798, 0x3A96DD],
      dark: 0x0C0C0C, light: 0xF2F2F2),
    PaletteOf(
      name: "Linux console",
      colours: [0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA], dark: 0x000000,
      light: nil),
  ]

  private static func luminance(_ colour: UInt32) -> Double {
    func part(_ shift: UInt32) -> Double { Double(colour >> shift & 0xFF) / 255 }
    return Background.luminance(red: part(16), green: part(8), blue: part(0))
  }

  private static func contrast(_ one: UInt32, _ other: UInt32) -> Double {
    let (a, b) = (luminance(one) + 0.05, luminance(other) + 0.05)
    return max(a, b) / min(a, b)
  }

  /// A colour of the cube of 216 or of the greys, which no palette changes.
  private static func wide(_ number: Int) -> UInt32 {
    guard number < 232 else {
      let grey = UInt32(8 + 10 * (number - 232))
      return grey << 16 | grey << 8 | grey
    }
    let levels: [UInt32] = [0, 95, 135, 175, 215, 255]
    let cube = number - 16
    return levels[cube / 36] << 16 | levels[cube / 6 % 6] << 8 | levels[cube % 6]
  }

  @Test func contrastsAreThoseOfWCAG() {
    #expect(abs(Self.contrast(0x000000, 0xFFFFFF) - 21) < 0.01)
    #expect(abs(Self.contrast(0x0000EE, 0x000000) - 2.2) < 0.1)
    #expect(abs(Self.contrast(0x2AA198, 0xFDF6E3) - 2.9) < 0.1)
  }

  /// Signs and bars have 3 : 1 wherever they may stand; only the sign of a problem is red everywhere, and
  /// its words are bold beside it.
  @Test func signsAreSeenOnEveryPalette() {
    for palette in Self.palettes {
      for (theme, ground) in [(Theme.dark, palette.dark), (.light, palette.light)] {
        guard let ground else { continue }
        for role in Style.Role.allCases {
          if let colour = theme.look(of: Style(role), colours: 16).colour, role != .error {
            let contrast = Self.contrast(palette.colours[colour - 1], ground)
            #expect(contrast >= 3, "\(palette.name), \(theme), \(role): \(contrast)")
          }
          if let colour = theme.look(of: Style(role), colours: 256).colour {
            let contrast = Self.contrast(Self.wide(colour), ground)
            #expect(contrast >= 4.5, "\(palette.name), \(theme), \(role): \(contrast)")
          }
        }
      }
    }
  }

  @Test func wordsHaveTheTerminalsOwnColour() {
    for theme in Theme.allCases {
      for colours in [0, 8, 16, 256] {
        for attributes in [[], .bold, .reverse, [.bold, .underline]] as [Style.Attributes] {
          #expect(theme.look(of: Style(.text, attributes), colours: colours).colour == nil)
        }
      }
    }
  }

  @Test func aColouredCellIsNeverBoldAndWhatIsReversedHasNoColour() {
    for theme in Theme.allCases {
      for role in Style.Role.allCases {
        for colours in [16, 256] {
          let bold = theme.look(of: Style(role, .bold), colours: colours)
          #expect(bold.colour == nil || !bold.attributes.contains(.bold), "\(theme) \(role)")
          #expect(theme.look(of: Style(role, .reverse), colours: colours).colour == nil)
        }
      }
    }
  }

  /// Without colour a role is still more than plain text, but for those that a place or a line shows.
  @Test func plainShowsEverything() {
    let shown: Set<Style.Role> = [.text, .barDone, .barRest]
    for theme in [Theme.plain, .unknown, .highContrast] {
      for role in Style.Role.allCases where !shown.contains(role) {
        let look = theme.look(of: Style(role), colours: 256)
        #expect(look.colour != nil || !look.attributes.isEmpty, "\(theme) \(role)")
        #expect(look.colour == nil || (theme == .unknown && role == .error))
      }
    }
    for role in Style.Role.allCases {
      #expect(Theme.dark.look(of: Style(role), colours: 0).colour == nil)
    }
  }

  /// Parts that stand side by side on a bar differ.
  @Test func neighboursOnABarDiffer() {
    for theme in [Theme.dark, .light] {
      for colours in [16, 256] {
        let parts: [Style.Role] = [.situation, .task, .action, .result]
        let used = parts.map { theme.look(of: Style($0), colours: colours).colour }
        for (one, next) in zip(used, used.dropFirst()) { #expect(one != next) }
      }
    }
  }

  @Test(arguments: [
    ("11;rgb:0000/0000/0000", Background.dark), ("11;rgb:ffff/ffff/ffff", .light),
    ("11;rgb:00/2b/36", .dark), ("11;rgb:fdfd/f6f6/e3e3", .light),
    ("11;rgba:fff/fff/fff/fff", .light),
    ("11;rgb:2e2e/3434/3636", .dark), ("10;rgb:0000/0000/0000", nil), ("11;rgb:0000/0000", nil),
    ("11;rgb:/0/0", nil), ("11;rgb:xyz/0/0", nil), ("11;#000000", nil), ("", nil),
  ]) func theAnswerIsUnderstood(_ answer: String, _ background: Background?) {
    #expect(Background(answer: answer) == background, "\(answer)")
  }

  @Test(arguments: [
    ("15;0", Background.dark), ("0;15", .light), ("0;default;15", .light), ("15;default", nil),
    ("", nil), ("7", .light), ("15;8", .dark), ("0;99", nil),
  ]) func whatTheEnvironmentSaysIsUnderstood(_ text: String, _ background: Background?) {
    #expect(Background(colorfgbg: text) == background, "\(text)")
  }
}
