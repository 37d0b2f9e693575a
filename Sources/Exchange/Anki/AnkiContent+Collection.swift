import Decks
import Practice
import Scheduler

extension AnkiContent {
  /// `Starling::TITLE`; `::` within it would be another deck.
  static func name(of deck: Deck) -> String {
    "Starling::"
      + deck.title.replacing("::", with: ":").replacing("\"", with: "'").replacing(
        "\u{1F}", with: " ")
  }

  /// Whether the parameters are the person's own.
  private var isFitted: Bool { model.parameters != ModelName.fsrs6.model.parameters }

  func row(
    of start: (time: Timestamp, utcOffset: Int, change: ClockChange?), decks: [JSONValue]
  ) -> [PlainTable.Value] {
    let conf = JSONValue.object([
      // Without this Anki takes Good for Easy where cards are learned.
      "schedVer": .int(2), "sched2021": .bool(true),
      "creationOffset": .int(-start.utcOffset / 60), "rollover": .int(startHour),
      "curDeck": .int(1), "activeDecks": .array([.int(1)]), "nextPos": .int(1),
      "sortType": .string("noteFld"), "sortBackwards": .bool(false), "addToCur": .bool(true),
      "collapseTime": .int(1200), "dayLearnFirst": .bool(false), "newSpread": .int(0),
      "timeLim": .int(0), "dueCounts": .bool(true), "estTimes": .bool(true),
      "curModel": .int(Int(Self.noteType)),
    ])
    let keyed = decks.map { deck -> (key: String, value: JSONValue) in
      guard case .object(let pairs) = deck, case .int(let id)? = pairs.first?.value else {
        return ("1", deck)
      }
      return ("\(id)", deck)
    }
    let changed = now.time.milliseconds
    return [
      .integer(1), .integer(start.time.milliseconds / 1000), .integer(changed), .integer(changed),
      .integer(11), .integer(0), .integer(0), .integer(0), .text(conf.text),
      .text(Self.models.text), .text(JSONValue.object(keyed).text), .text(optionList.text),
      .text("{}"),
    ]
  }

  static func deck(_ number: Int64, _ name: String) -> JSONValue {
    let none = JSONValue.array([.int(0), .int(0)])
    return .object([
      "id": .int(Int(number)), "name": .string(name), "mod": .int(0), "usn": .int(-1),
      "lrnToday": none, "revToday": none, "newToday": none, "timeToday": none,
      "collapsed": .bool(false), "browserCollapsed": .bool(false), "desc": .string(""),
      "dyn": .int(0), "conf": .int(Int(Self.options)), "extendNew": .int(0), "extendRev": .int(0),
    ])
  }

  /// The options of the decks: without steps, and with parameters where these are the person's own.
  private var optionList: JSONValue {
    var options: [(key: String, value: JSONValue)] = [
      ("id", .int(Int(Self.options))), ("name", .string("Starling")), ("mod", .int(0)),
      ("usn", .int(-1)), ("maxTaken", .int(60)), ("autoplay", .bool(true)), ("timer", .int(0)),
      ("replayq", .bool(true)), ("dyn", .bool(false)),
      (
        "new",
        .object([
          "delays": .array([]), "ints": .array([.int(1), .int(4), .int(0)]),
          "initialFactor": .int(2500), "order": .int(1), "perDay": .int(20), "bury": .bool(false),
        ])
      ),
      (
        "rev",
        .object([
          "perDay": .int(200), "ease4": .double(1.3), "ivlFct": .double(1),
          "maxIvl": .int(rule.maximumInterval), "bury": .bool(false), "hardFactor": .double(1.2),
        ])
      ),
      (
        "lapse",
        .object([
          "delays": .array([]), "mult": .double(0), "minInt": .int(1), "leechFails": .int(8),
          "leechAction": .int(1),
        ])
      ), ("desiredRetention", .double(rule.retention)),
    ]
    if isFitted {
      options.append(("fsrsParams6", .array(model.parameters.map { .double($0) })))
    }
    return .object([(key: "\(Self.options)", value: .object(options))])
  }

  private static let models: JSONValue = {
    let fields = ["Question", "Answer", "Card"].enumerated().map { index, name in
      JSONValue.object([
        "name": .string(name), "ord": .int(index), "sticky": .bool(false), "rtl": .bool(false),
        "font": .string("Arial"), "size": .int(20),
      ])
    }
    let template = JSONValue.object([
      "name": .string("Card 1"), "ord": .int(0), "qfmt": .string("{{Question}}"),
      "afmt": .string("{{FrontSide}}\n\n<hr id=answer>\n\n{{Answer}}"), "bqfmt": .string(""),
      "bafmt": .string(""), "did": .null, "bfont": .string(""), "bsize": .int(0),
    ])
    return .object([
      "\(noteType)": .object([
        "id": .int(Int(noteType)), "name": .string("Starling"), "type": .int(0),
        "mod": .int(1_700_000_000), "usn": .int(-1), "sortf": .int(0), "did": .null,
        "css": .string(".card{font-family:sans-serif;font-size:18px;text-align:left}"),
        "latexPre": .string(""), "latexPost": .string(""), "latexsvg": .bool(false),
        "req": .array([.array([.int(0), .string("any"), .array([.int(0)])])]),
        "tmpls": .array([template]), "flds": .array(fields),
      ])
    ])
  }()
}
