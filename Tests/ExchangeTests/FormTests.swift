import Campaign
import Decks
import Exchange
import Scheduler
import Testing

@Suite struct FormTests {
  static let families = ["TEAM", "DISA", "CUST"].map { Family(code: $0, title: $0, tags: []) }

  /// Berlin in winter, an hour ahead of UTC.
  static func names(_ notebook: Notebook) -> FormNames {
    FormNames(
      notebook, families: families,
      now: Day(number: 20_000).start(utcOffset: 0, startHour: 12), clocks: Clocks { _ in 3600 })
  }

  static var notebook: Notebook {
    var notebook = Notebook()
    notebook.employers = [
      Employer(name: "Acme").with {
        $0.role = "Lead"
        $0.oneThing = "- calm: always"
        $0.pay = "31–34k"
        $0.advert = "You bring:\n\n  • calm\n# not a comment\nend"
        $0.notes = "'quoted' \"twice\""
      }
    ]
    notebook.stories = [
      Kept(
        Number(1),
        Story(title: "Freezer audit").with {
          $0.headline = "It failed: at first."
          $0.situation = "March.\nTwo sites."
          $0.task = "true"
          $0.action = "1. Asked\n2. Listened"
          $0.result = "12 → 3"
          $0.learning = "#1 lesson"
          $0.fits = ["CUST": .strong, "TEAM": .stretch]
          $0.figures = [
            Story.Figure(text: "12 → 3 a week", known: "own count"),
            Story.Figure(text: "20k", isNotToClaim: true),
          ]
          $0.strength = 4
          $0.notes = "نوت"
        }),
      Kept(Number(2), Story(title: "12")),
    ]
    notebook.people = [
      Kept(
        Number(1),
        Person(employer: "Acme").with {
          $0.role = "peer"
          $0.story = Number(1)
        }),
      Kept(
        Number(2),
        Person(employer: "Acme").with {
          $0.role = "peer"
          $0.needs = "rest"
        }),
      Kept(Number(3), Person(employer: "Acme", name: "נועה כהן").with { $0.role = "manager" }),
    ]
    notebook.interviews = [
      Kept(
        Number(1),
        Interview(employer: "Acme", round: 1, startsAt: 1_795_700_400_000).with {
          $0.utcOffset = -9000
          $0.place = "3rd floor"
          $0.format = "panel of 3"
          $0.people = [Number(2), Number(3)]
          $0.notes = "late\nagain"
          $0.bring = ["pen: blue", "list"]
          $0.isLogged = true
          $0.notAsked = ["money"]
        }),
      Kept(
        Number(2),
        Interview(
          employer: "Acme", round: 2, InterviewStart(startsAt: 1_796_000_000_000, utcOffset: 3600))),
    ]
    notebook.entries = [
      Kept(
        Number(1),
        LogEntry(interview: Number(1), text: "Why us?").with {
          $0.card = CardID("fit/FT-01")
          $0.family = "TEAM"
          $0.asker = Number(3)
          $0.story = Number(1)
          $0.landed = .thin
          $0.isPressed = true
          $0.pressedOn = "what exactly?"
        }),
      Kept(Number(2), LogEntry(interview: Number(1), text: "Anything else?")),
    ]
    notebook.tellings = [
      Telling(story: Number(2), interview: Number(1), listener: Number(1), isWhole: false)
    ]
    notebook.doubts = [
      Kept(
        Number(1),
        Doubt(employer: "Acme", text: "budget size", raisedIn: Number(1)).with {
          $0.raisedBy = Number(2)
          $0.family = "DISA"
          $0.card = CardID("doubts/DB-01")
          $0.evidence = "180k"
          $0.story = Number(1)
          $0.timesSaidWell = 1
          $0.isClosed = true
        })
    ]
    notebook.facts = [
      Kept(
        Number(1),
        Fact(employer: "Acme", topic: .news, text: "new site", day: 19_999).with {
          $0.source = "paper, p. 3"
          $0.shelfLife = 7
          $0.card = CardID("know-the-company/KC-01")
        })
    ]
    notebook.questions = [
      Kept(
        Number(1),
        Question(employer: "Acme", text: "Why?").with {
          $0.card = CardID("your-questions/YQ-01")
          $0.listener = "peers"
          $0.person = Number(2)
          $0.state = .answered
          $0.answer = "yes: often"
        })
    ]
    notebook.requirements = [
      Kept(
        Number(1),
        Requirement(employer: "Acme", text: "* calm").with {
          $0.families = ["TEAM", "DISA"]
          $0.cards = [CardID(deck: "fit", card: "FT-01")]
        })
    ]
    notebook.criteria = [
      Kept(
        Number(1),
        Criterion(text: "weekends").with {
          $0.weight = .walkAway
          $0.question = "How many?"
        })
    ]
    notebook.promises = [
      Kept(
        Number(1),
        Promise(interview: Number(1), text: "send list").with {
          $0.due = 20_001
          $0.isKept = true
        })
    ]
    notebook.thankYous = [
      Kept(
        Number(1),
        ThankYou(interview: Number(1), person: Number(3), text: "tour").with { $0.isSent = true })
    ]
    return notebook
  }

  /// Writes a thing and reads it back.
  private func roundTrip<Thing: Described & Equatable>(
    _ thing: Thing, blank: Thing, employer: String = "", location: SourceLocation = #_sourceLocation
  ) {
    let names = Self.names(Self.notebook)
    let yaml = Form.yaml(thing, names, remarks: ["one remark", "of two\nlines"])
    let (read, faults) = Form.read(
      Array(yaml.utf8), path: "form.yaml", blank: blank, names, employer: employer)
    #expect(faults.isEmpty, "\(yaml)", sourceLocation: location)
    #expect(read == thing, "\(yaml)", sourceLocation: location)
  }

  @Test func everythingReadsBackAsItWasWritten() {
    let all = Self.notebook
    for story in all.stories { roundTrip(story.thing, blank: Story(title: "")) }
    for employer in all.employers { roundTrip(employer, blank: Employer(name: "")) }
    for person in all.people { roundTrip(person.thing, blank: Person(employer: "")) }
    for doubt in all.doubts { roundTrip(doubt.thing, blank: Doubt(employer: "", text: "")) }
    for fact in all.facts {
      roundTrip(fact.thing, blank: Fact(employer: "", text: "", day: 0))
    }
    for question in all.questions {
      roundTrip(question.thing, blank: Question(employer: "", text: ""))
    }
    for requirement in all.requirements {
      roundTrip(requirement.thing, blank: Requirement(employer: "", text: ""))
    }
    for criterion in all.criteria {
      roundTrip(criterion.thing, blank: Criterion(text: ""))
    }
    for interview in all.interviews {
      // What is in the log's form is not in the interview's.
      let blank = Interview(employer: "", round: 1, startsAt: 0).with {
        $0.isLogged = interview.isLogged
        $0.notAsked = interview.notAsked
      }
      roundTrip(interview.thing, blank: blank)
    }
  }

  @Test func aWholeLogReadsBackAsTheSame() throws {
    let names = Self.names(Self.notebook)
    let log = RoundLog(of: Self.notebook.interviews[0], in: Self.notebook)
    let yaml = Form.yaml(log, names)
    var interview = log.interview
    (interview.isLogged, interview.notAsked) = (false, [])
    let (read, faults) = Form.read(
      Array(yaml.utf8), path: "log.yaml", blank: RoundLog(interview), names, employer: "Acme")
    #expect(faults.isEmpty, "\(yaml)")
    let changes = try #require(read).changes(in: Self.notebook)
    #expect(changes.keep.isEmpty && changes.delete.isEmpty, "\(changes)")
  }

  @Test func aFormToFillInSaysWhatItTakes() {
    #expect(
      Form.yaml(
        Fact(employer: "Acme", text: "", day: 20_000), Self.names(Self.notebook),
        remarks: ["Fill it in."])
          == """
          # Fill it in.
          employer: Acme
          fact:  # what you know
          topic: other
          source:  # where it is from
          day: 2024-10-04
          holds: 180
          card:  # the research card that asked for it

          """)
  }

  @Test func whatIsFilledInTheWrongWayIsNamedByItsLine() {
    let yaml = """
      employer: Acme
      facct: a slip
      topic: newz
      day: someday
      holds: none
      card: nowhere
      source: [a, b]
      """
    let (fact, faults) = Form.read(
      Array(yaml.utf8), path: "fact.yaml", blank: Fact(employer: "", text: "", day: 0),
      Self.names(Self.notebook))
    #expect(fact == nil)
    #expect(
      faults.map(\.description) == [
        "fact.yaml:1:1: error: `fact` is missing",
        "fact.yaml:2:1: error: there is no field `facct`; did you mean `fact`?",
        "fact.yaml:3:8: error: `topic` takes earns, aims, news, rivals, customers, culture, people, role, other; did you mean `news`?",
        "fact.yaml:4:6: error: `day` is a day such as 2024-10-04: “someday” is no time: write it as 3 dec 14:00, thu 2pm, tomorrow 10 or 2026-12-03 14:00",
        "fact.yaml:5:8: error: `holds` is a whole number from 1 to 36500",
        "fact.yaml:6:7: error: “nowhere” is no card; cards are written like star-people/PE-01",
        "fact.yaml:7:9: error: `source` wants one text, not a list",
      ])
  }

  @Test func aNameThatMeansNothingIsAFault() {
    let yaml = """
      asked:
        - question: Why?
          story: Frezer audit
          family: TEEM
          asked-by: Noa
        - landed: well
      told: yes
      """
    let interview = Self.notebook.interviews[1]
    let (_, faults) = Form.read(
      Array(yaml.utf8), path: "log.yaml", blank: RoundLog(interview), Self.names(Self.notebook),
      employer: "Acme")
    #expect(
      faults.map(\.description) == [
        "log.yaml:3:12: error: there is no story “Frezer audit”; did you mean “Freezer audit”?",
        "log.yaml:4:13: error: there is no family `TEEM`; did you mean `TEAM`?",
        "log.yaml:5:15: error: nobody at Acme is called “Noa”; add them to the people first, or leave the name out",
        "log.yaml:6:5: error: `question` is missing",
        "log.yaml:6:13: error: `landed` takes strong, fine, thin",
        "log.yaml:7:7: error: `told` is a list; each item starts with `- `",
      ])
  }

  @Test func whoIsNamedForARoundAndNotKnownIsANewcomer() throws {
    let yaml = """
      employer: Acme
      at: 2026-12-01 10:00
      people: [Dana Okafor, נועה כהן, dana okafor, Sam]
      """
    let (interview, faults) = Form.read(
      Array(yaml.utf8), path: "f", blank: Interview(employer: "", round: 2, startsAt: 0),
      Self.names(Self.notebook))
    #expect(faults.isEmpty)
    #expect(interview?.newcomers == ["Dana Okafor", "Sam"])
    #expect(interview?.people.count == 3 && interview?.people[1] == Number(3))
    #expect(
      interview?.newcomersNote == "Dana Okafor and Sam were added to the people of Acme.")
  }

  @Test func twoOfTheSameRoleAreToldApart() {
    let names = Self.names(Self.notebook)
    let yaml = Form.yaml(Self.notebook.interviews[0].thing, names)
    #expect(yaml.contains("  - peer (2)\n  - נועה כהן\n"))
    #expect(yaml.contains("at: 2026-11-26T11:10-02:30"), "\(yaml)")
  }

  @Test func aTextThatIsNoFormIsAFaultAndNothingElse() {
    for yaml in ["", "just words", "- a\n- b", "employer: [", "\u{1B}[2J"] {
      let (fact, faults) = Form.read(
        Array(yaml.utf8), path: "f", blank: Fact(employer: "", text: "", day: 0),
        Self.names(Self.notebook))
      #expect(fact == nil && !faults.isEmpty, "\(yaml.debugDescription)")
    }
  }

  @Test func asJSONEmptyFieldsAreLeftOut() {
    let pairs = Form.pairs(of: Self.notebook.people[0].thing, Self.names(Self.notebook))
    #expect(
      JSONValue.object(FormValue.fields(pairs)).text == """
        {
          "employer": "Acme",
          "role": "peer",
          "story": "Freezer audit"
        }
        """)
  }
}
