extension QuestionList {
  /// Lists without much form, in plain text and org.
  static let plain = [
    QuestionList(
      "groups with colons",
      """
      Questions for the second round

      Teamwork:
        - Describe a colleague who would not be won over.
            - and what came of it
        - Which habit of yours did a team ask you to change?

      # Customers
      - When did you turn a client down?

      ---

      """,
      asks: [
        "Describe a colleague who would not be won over.",
        "Which habit of yours did a team ask you to change?",
        "When did you turn a client down?",
      ],
      answers: [
        "and what came of it",
        "",
        "",
      ]),
    QuestionList(
      "bullets of all kinds",
      """
      – Tell me about a move you planned that slipped.
      ▪ When did you turn a client down?
      ☐ Describe a colleague who would not be won over.
      - [ ] Which habit of yours did a team ask you to change?
      1.Where did you fail?
      (2) Who taught you most?
      Q3: What would you undo?
      a) What do you avoid?
      + What do you seek?
      * **What do you fear?**
      4.\u{A0}What do you keep?
      •\u{9}What do you skip?
      1、哪件事你会重做？
      ２．失敗した経験は？
      ・何を学びましたか。

      """,
      asks: [
        "Tell me about a move you planned that slipped.",
        "When did you turn a client down?",
        "Describe a colleague who would not be won over.",
        "Which habit of yours did a team ask you to change?",
        "Where did you fail?",
        "Who taught you most?",
        "What would you undo?",
        "What do you avoid?",
        "What do you seek?",
        "What do you fear?",
        "What do you keep?",
        "What do you skip?",
        "哪件事你会重做？",
        "失敗した経験は？",
        "何を学びましたか。",
      ]),
    QuestionList(
      "groups in capitals",
      """
      TEAMWORK

      Why us?
      When did you fail?

      CUSTOMERS

      Who was unhappy?

      """,
      asks: [
        "Why us?",
        "When did you fail?",
        "Who was unhappy?",
      ]),
    QuestionList(
      "underlined headings",
      """
      Interview prep
      ==============

      Teamwork
      --------
      Why us?
      When did you fail?

      == Customers ==
      Who was unhappy?
      ***

      """,
      asks: [
        "Why us?",
        "When did you fail?",
        "Who was unhappy?",
      ]),
    QuestionList(
      "answers on the lines below",
      """
      Why us?
      You are kind.

      When did you fail?
      In June, when the boat sank.
      I rowed.

      Who was unhappy?
      The guest.

      """,
      asks: [
        "Why us?",
        "When did you fail?",
        "Who was unhappy?",
      ],
      answers: [
        "You are kind.",
        "In June, when the boat sank. I rowed.",
        "The guest.",
      ]),
    QuestionList(
      "wrapped lines",
      """
      Tell me about a time when you had to
      make a decision quickly.
      Describe a moment in which you had no
      idea what to do next.

      """,
      asks: [
        "Tell me about a time when you had to make a decision quickly.",
        "Describe a moment in which you had no idea what to do next.",
      ]),
    QuestionList(
      "org with headings that ask",
      """
      #+TITLE: Prep
      * Teamwork                                                   :tag:
      ** TODO Describe a colleague?
         He came round.
      ** Which habit did you change?
         :PROPERTIES:
         :ID: 1
         :END:
         Talking.
      * Customers
      ** When did you turn a client down?

      """,
      asks: [
        "Describe a colleague?",
        "Which habit did you change?",
        "When did you turn a client down?",
      ],
      answers: [
        "He came round.",
        "Talking.",
        "",
      ]),
    QuestionList(
      "org with items",
      """
      * Teamwork
      - Describe a colleague?
      - Which habit did you change?
      * Customers
      - When did you turn a client down?
      ** Odd
      - Who was unhappy?

      """,
      asks: [
        "Describe a colleague?",
        "Which habit did you change?",
        "When did you turn a client down?",
        "Who was unhappy?",
      ]),
    QuestionList(
      "prompts without a verb",
      """
      Conflict with a peer
      A failure
      Biggest success
      Working under pressure

      """,
      asks: [
        "Conflict with a peer",
        "A failure",
        "Biggest success",
        "Working under pressure",
      ]),
    QuestionList(
      "more bullets",
      """
      ① Why us?
      ➊ When did you fail?
      1\u{FE0F}\u{20E3} Who was unhappy?
      ✅ What did you do?
      👉 What next?
      (iv) Which one?
      #5 Which two?
      No. 6: Which three?
      7 - Which four?
      【8】Which five?
      Question 9) Which six?
      1\\. Which seven?
      ~ Which eight?

      """,
      asks: [
        "Why us?",
        "When did you fail?",
        "Who was unhappy?",
        "What did you do?",
        "What next?",
        "Which one?",
        "Which two?",
        "Which three?",
        "Which four?",
        "Which five?",
        "Which six?",
        "Which seven?",
        "Which eight?",
      ]),
    QuestionList(
      "lines with nothing to read",
      """
      \u{200B}
      \u{A0}
      \u{2060}
      • Why us?\u{200B}
      \u{FEFF}- When did you fail?
      \u{88}What next?

      """,
      asks: [
        "Why us?",
        "When did you fail?",
        "What next?",
      ]),
    QuestionList(
      "labelled lines",
      """
      Competency: Teamwork
      Question: Describe a colleague who would not be won over.
      Follow-up: What came of it?

      Competency: Customers
      Question: When did you turn a client down?
      Follow-up: Why?
      """,
      asks: [
        "Describe a colleague who would not be won over.", "When did you turn a client down?",
      ],
      answers: ["Follow-up: What came of it?", "Follow-up: Why?"]),
    QuestionList(
      "a title, prompts, and a closing line",
      """
      Behavioural questions

      1) Tell me about yourself
      2) Why do you want this job
      3) Strengths
      4)
      5) Where do you see yourself in five years

      Good luck!
      """,
      asks: [
        "Tell me about yourself", "Why do you want this job", "Strengths",
        "Where do you see yourself in five years",
      ]),
  ]
}
