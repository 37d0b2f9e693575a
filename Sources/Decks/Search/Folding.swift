/// Texts as they are compared: without case, accents and the finer points of typing.
///
/// What a person types to find a card should not have to match how its author typed it: “cafe” finds
/// “Café”, “strasse” “Straße”, “أحمد” is found without its hamza, wide forms, ligatures and curly quotes
/// are as good as plain ones, and a syllable is one whether it came whole or in parts, as macOS
/// writes names of files. Scripts without case are otherwise left as they are.
enum Folding {
  /// The folded text, in UTF-8; it has no zero byte.
  static func folded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return bytes
  }

  /// Adds the folded text to some bytes.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        append(ascii: UInt8(scalar.value), to: &bytes)
      } else if scalar.properties.changesWhenLowercased {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars {
          append(lower: lower, to: &bytes)
        }
      } else {
        append(lower: scalar, to: &bytes)
      }
    }
  }

  private static func append(ascii: UInt8, to bytes: inout [UInt8]) {
    switch ascii {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(ascii | 0x20)
    case 0: break
    default: bytes.append(ascii)
    }
  }

  private static func append(lower scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar.value {
    // The wide forms of ASCII.
    case 0xFF01...0xFF5E: append(ascii: UInt8(scalar.value - 0xFEE0), to: &bytes)
    default:
      if scalar.joinsOn, join(scalar, to: &bytes) { return }
      if let base = bases[scalar] {
        bytes += base
      } else if let text = scalar.isPlain ? nil : compatible[scalar] {
        // What came in parts may join on here, too: the half-width mark of a voiced kana.
        for part in String(decoding: text, as: UTF8.self).unicodeScalars
        where !(part.joinsOn && join(part, to: &bytes)) {
          bytes += Array(UTF8.encode(part) ?? UTF8.encodedReplacementCharacter)
        }
      } else if scalar.properties.isWhitespace {
        bytes.append(UInt8(ascii: " "))
      } else if !scalar.isLeftOut {
        bytes += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// Makes one scalar of a part of a Hangul syllable or a mark of kana and the scalar before it.
  ///
  /// - Returns: false where the two make none.
  private static func join(_ part: Unicode.Scalar, to bytes: inout [UInt8]) -> Bool {
    // All that is joined, and all that comes of it, has three bytes in UTF-8.
    guard bytes.count >= 3,
      let before = String(decoding: bytes.suffix(3), as: UTF8.self).unicodeScalars.first,
      let joined = before.joined(with: part)
    else { return false }
    bytes.removeLast(3)
    bytes += Array(UTF8.encode(joined) ?? UTF8.encodedReplacementCharacter)
    return true
  }

  /// What each letter is found by: the letters of a line by what stands before them.
  ///
  /// The letters are those that Unicode decomposes into a base and marks, in the Latin, Greek,
  /// Cyrillic and Arabic scripts, and some that people type a plain letter for.
  private static let bases: [Unicode.Scalar: [UInt8]] = {
    var bases: [Unicode.Scalar: [UInt8]] = [:]
    for line in groups.split(separator: "\n") {
      let parts = line.unicodeScalars.split(separator: " ")
      guard parts.count == 2 else { continue }
      for letter in parts[1] { bases[letter] = Array(String(parts[0]).utf8) }
    }
    return bases
  }()

  private static let groups = """
    \" «»“”„‟″
    ' ʼ‘’‚‛′
    - ‐‑‒–—―−
    a àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ
    ae æǣǽ
    b ḃḅḇ
    c çćĉċčḉ
    d ðďđḋḍḏḑḓ
    e èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ
    f ḟ
    g ĝğġģǧǵḡ
    h ĥħȟḣḥḧḩḫẖ
    i ìíîïĩīĭįıǐȉȋḭḯỉị
    j ĵǰ
    k ķǩḱḳḵ
    l ĺļľłḷḹḻḽ
    m ḿṁṃ
    n ñńņňǹṅṇṉṋ
    o òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ
    oe œ
    p ṕṗ
    r ŕŗřȑȓṙṛṝṟ
    s śŝşšſșṡṣṥṧṩẛ
    ss ß
    t ţťŧțṫṭṯṱẗ
    th þ
    u ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự
    v ṽṿ
    w ŵẁẃẅẇẉẘ
    x ẋẍ
    y ýÿŷȳẏẙỳỵỷỹ
    z źżžẑẓẕ
    ʒ ǯ
    α άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ
    ε έἐἑἒἓἔἕὲέ
    η ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ
    ι ΐίϊἰἱἲἳἴἵἶἷὶίῐῑῒΐῖῗ
    ο όὀὁὂὃὄὅὸό
    ρ ῤῥ
    σ ς
    υ ΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ
    ω ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ
    ϒ ϓϔ
    а ӑӓ
    г ѓ
    е ѐёӗ
    ж ӂӝ
    з ӟ
    и йѝӣӥ
    к ќ
    о ӧ
    у ўӯӱӳ
    ч ӵ
    ы ӹ
    э ӭ
    і ї
    ѵ ѷ
    ә ӛ
    ө ӫ
    \u{627} \u{622}\u{623}\u{625}\u{671}
    \u{643} \u{6A9}
    \u{647} \u{629}
    \u{648} \u{624}
    \u{64A} \u{626}\u{649}\u{6CC}
    \u{6C1} \u{6C2}
    \u{6D2} \u{6D3}
    \u{6D5} \u{6C0}
    """
}

extension Unicode.Scalar {
  /// Whether a folded text goes without the scalar: accents, vowel signs that are mostly not
  /// written, and what has no shape of its own.
  fileprivate var isLeftOut: Bool {
    switch value {
    // Combining accents; Hebrew points; Arabic vowel signs and the stroke that lengthens a word;
    // the choice between two looks of an emoji.
    case 0x0300...0x036F, 0x0483...0x0487, 0x0591...0x05BD, 0x05BF...0x05C7, 0x0610...0x061A,
      0x0640, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC, 0x06DF...0x06E8, 0x06EA...0x06ED,
      0xFE00...0xFE0F:
      true
    default: properties.generalCategory == .format
    }
  }
}
