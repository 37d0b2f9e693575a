extension QuestionList {
  /// Tables, and what other programs write.
  static let tables = [
    QuestionList(
      "notes of Anki",
      """
      #separator:tab
      #html:true
      #guid column:1
      #notetype column:2
      #deck column:3
      #tags column:6
      k1\u{9}Basic\u{9}Interview\u{9}Tell me about a move that <b>slipped</b>.&nbsp;\u{9}"<div>June<br>said ""sorry""</div>"\u{9}interview star
      k2\u{9}Basic\u{9}Interview\u{9}When did you say no?\u{9}the refund\u{9}interview

      """,
      asks: [
        "Tell me about a move that slipped.",
        "When did you say no?",
      ],
      answers: [
        "June\nsaid \"sorry\"",
        "the refund",
      ]),
    QuestionList(
      "semicolons",
      """
      Area;Question
      Planning;Tell me about a move you planned that slipped.
      Customers;"When did you turn a client down; and why?"

      """,
      asks: [
        "Tell me about a move you planned that slipped.",
        "When did you turn a client down; and why?",
      ]),
    QuestionList(
      "more columns",
      """
      category,question,difficulty,role
      Planning,Tell me about a move you planned that slipped.,Medium,any
      Customers,When did you turn a client down?,Hard,any

      """,
      asks: [
        "Tell me about a move you planned that slipped.",
        "When did you turn a client down?",
      ]),
    QuestionList(
      "sep with a semicolon",
      """
      sep=;
      question;note
      Tell me about a move you planned that slipped.;x

      """,
      asks: [
        "Tell me about a move you planned that slipped."
      ],
      answers: [
        "x"
      ]),
    QuestionList(
      "cards of Obsidian",
      """
      ---
      tags: [flashcards/interview]
      ---
      #flashcards/interview

      When did you turn a client down?::The refund in May
      <!--SR:!2026-10-01,3,250-->

      Tell me about a move you planned that slipped.
      ?
      The June move.
      Two weeks late.
      <!--SR:!2026-10-03,5,250-->

      Describe a colleague who would not be won over.:::He came round

      """,
      asks: [
        "When did you turn a client down?",
        "Tell me about a move you planned that slipped.",
        "Describe a colleague who would not be won over.",
      ],
      answers: [
        "The refund in May",
        "The June move. Two weeks late.",
        "He came round",
      ]),
    QuestionList(
      "lines alone",
      """
      Tell me about a move you planned that slipped.
      When did you turn a client down?

      """,
      asks: [
        "Tell me about a move you planned that slipped.",
        "When did you turn a client down?",
      ]),
    QuestionList(
      "notes of Anki without a tags column",
      """
      #separator:tab
      #html:false
      Why us?\u{9}You are kind
      When did you fail?\u{9}In June

      """,
      asks: ["Why us?", "When did you fail?"], answers: ["You are kind", "In June"]),
    QuestionList(
      "notes of Anki with commas",
      """
      #separator:comma
      #html:true
      "Why us, and not them?","You are <i>kind</i>"
      When did you fail?,In June

      """,
      asks: ["Why us, and not them?", "When did you fail?"], answers: ["You are kind", "In June"]),
    QuestionList(
      "notes of Anki with semicolons",
      """
      #separator:semicolon
      #html:false
      #tags column:3
      Why us?;"You are kind; really";fit
      When did you fail?;In June;failure

      """,
      asks: [
        "Why us?",
        "When did you fail?",
      ],
      answers: [
        "You are kind; really",
        "In June",
      ]),
    QuestionList(
      "tabs without a header",
      """
      Why us?\u{9}You are kind\u{9}tag1 tag2
      When did you fail?\u{9}In June\u{9}tag1

      """,
      asks: [
        "Why us?",
        "When did you fail?",
      ],
      answers: [
        "You are kind",
        "In June",
      ]),
    QuestionList(
      "semicolons without a header",
      """
      Why us?;You are kind;tag1
      When did you fail?;In June;tag1

      """,
      asks: [
        "Why us?",
        "When did you fail?",
      ],
      answers: [
        "You are kind",
        "In June",
      ]),
    QuestionList(
      "German columns",
      """
      Nr;Frage;Antwort
      1;Warum wir?;Weil, ja
      2;Wie ging es aus?;Gut

      """,
      asks: [
        "Warum wir?",
        "Wie ging es aus?",
      ],
      answers: [
        "Weil, ja",
        "Gut",
      ]),
    QuestionList(
      "an export of Notion",
      """
      Name,Status,Tags,Created
      Why us?,Done,"fit, why",2024
      When did you fail?,,failure,2024

      """,
      asks: [
        "Why us?",
        "When did you fail?",
      ]),
    QuestionList(
      "one column with commas",
      """
      question
      Why us, really?
      "When did you fail, and why?"

      """,
      asks: [
        "Why us, really?",
        "When did you fail, and why?",
      ]),
    QuestionList(
      "columns without a name",
      """
      id,question_text,difficulty,,
      1,Why us?,Hard,,
      2,When did you fail?,Easy,,

      """,
      asks: [
        "Why us?",
        "When did you fail?",
      ]),
    QuestionList(
      "front and back",
      """
      Front,Back
      Why us?,You are kind
      When did you fail?,In June

      """,
      asks: [
        "Why us?",
        "When did you fail?",
      ],
      answers: [
        "You are kind",
        "In June",
      ]),
    QuestionList(
      "sep with a comma",
      """
      sep=,
      Question,Answer
      Why us?,You are kind

      """,
      asks: [
        "Why us?"
      ],
      answers: [
        "You are kind"
      ]),
    QuestionList(
      "sep with a tab",
      """
      sep=\u{9}
      Question\u{9}Answer
      Why us?\u{9}You are kind

      """,
      asks: [
        "Why us?"
      ],
      answers: [
        "You are kind"
      ]),
    QuestionList(
      "sep in quotes",
      """
      "sep=|"
      Question|Answer
      Why us?|You are kind

      """,
      asks: [
        "Why us?"
      ],
      answers: [
        "You are kind"
      ]),
    QuestionList(
      "cards of Logseq",
      """
      - What is the point of it all
      - Why us? #card
      \u{9}- You are kind.
      \u{9}- Really.
      - When did you fail? #card
        id:: 123-abc
        card-last-interval:: 3
      \u{9}- In June.

      """,
      asks: [
        "Why us?",
        "When did you fail?",
      ]),
    QuestionList(
      "cards of Obsidian over several lines",
      """
      #flashcards

      Why us? :: You are kind
      When did you fail? ::: In June <!--SR:!2026-10-01,3,250-->

      Who was
      unhappy?
      ??
      The guest,
      mostly.

      Some prose that is not a card at all and goes on for long.

      """,
      asks: [
        "Why us?",
        "When did you fail?",
        "Who was unhappy?",
      ],
      answers: [
        "You are kind",
        "In June",
        "The guest, mostly.",
      ]),
    QuestionList(
      "commas in a field without quotes",
      """
      Question,Answer
      Tell me about a time, when you failed,In June
      "Why us?","You are ""kind""\u{22}
      """,
      asks: ["Tell me about a time, when you failed", "Why us?"],
      answers: ["In June", "You are \"kind\""]),
  ]
}
