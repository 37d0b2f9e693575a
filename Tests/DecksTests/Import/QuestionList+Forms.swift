extension QuestionList {
  /// Numbers that are written in several ways, and forms that hold a question and its answer together.
  static let forms = [
    QuestionList(
      "mixed numbers, some of which ask nothing",
      """
      # For the second round

      Q1. Tell me about a time you led.
      2) Strengths
      Q.3 Leading without authority
      (4) Describe a conflict with a colleague, and how you settled it
      5 – A decision you regret
      6) When did you fail?
      #7 Biggest success
      VIII. Working under pressure
      (Q9) Why us?
      10/ Who taught you most?
      """,
      asks: [
        "Tell me about a time you led.", "Strengths", "Leading without authority",
        "Describe a conflict with a colleague, and how you settled it", "A decision you regret",
        "When did you fail?", "Biggest success", "Working under pressure", "Why us?",
        "Who taught you most?",
      ], answers: Array(repeating: "", count: 10)),
    QuestionList(
      "mixed numbers with marked answers",
      """
      Q1. Tell me about a time you failed.
      A: I missed a deadline.

      1. I called.
      2. I wrote.
      3. I waited.

      (2) Why us?
      A: You are kind.

      3 – Who helped?
      A: Anna.

      #4 Strengths
      A: Listening.

      V. Where?
      A: There.
      """,
      asks: [
        "Tell me about a time you failed.", "Why us?", "Who helped?", "Strengths", "Where?",
      ],
      answers: [
        "I missed a deadline.\n\n1. I called.\n2. I wrote.\n3. I waited.", "You are kind.", "Anna.",
        "Listening.", "There.",
      ]),
    QuestionList(
      "mixed numbers with answers below",
      """
      **1.** Tell me about a time you failed.
      I missed a deadline.

      [2] Why us?
      You are kind.

      Question 3: Who helped?
      Anna.
      """,
      asks: ["Tell me about a time you failed.", "Why us?", "Who helped?"],
      answers: ["I missed a deadline.", "You are kind.", "Anna."]),
    QuestionList(
      "initials", "A. Strengths\nB. A decision you regret\nC. Why us?\n",
      asks: ["Strengths", "A decision you regret", "Why us?"]),
    QuestionList(
      "callouts among headings",
      """
      # Prep

      ## Tell me about yourself.

      I plan things.

      > [!question] Tell me about a time you failed.
      > I missed a deadline in May.
      >
      > - I called
      > - I wrote

      > [!faq]- A conflict with a peer
      > > [!success]- Answer
      > > I called first.

      ## Why us?

      The team.
      """,
      asks: [
        "Tell me about yourself.", "Tell me about a time you failed.", "A conflict with a peer",
        "Why us?",
      ],
      answers: [
        "I plan things.", "I missed a deadline in May.\n\n- I called\n- I wrote", "I called first.",
        "The team.",
      ]),
    QuestionList(
      "callouts among items",
      """
      - Tell me about yourself.
      - Why us?

      > [!QUESTION]+
      > Tell me about a time when you had to
      > make a decision quickly.
      >
      > **Answer:** The boat sank. Why did I row? Because.

      - Who helped?
      """,
      asks: [
        "Tell me about yourself.", "Why us?",
        "Tell me about a time when you had to make a decision quickly.", "Who helped?",
      ],
      answers: ["", "", "The boat sank. Why did I row? Because.", ""]),
    QuestionList(
      "alerts",
      """
      ## Teamwork

      > [!NOTE]
      > Tell me about a time you failed.
      >
      > I missed a deadline.

      > [!TIP]
      > Be brief.

      > [!IMPORTANT]
      > **Why us?**
      > You are kind.
      """,
      asks: ["Tell me about a time you failed.", "Why us?"],
      answers: ["I missed a deadline.", "You are kind."]),
    QuestionList(
      "a callout that heads questions",
      "> [!question] Teamwork\n> - Why us?\n> - When did you fail?\n",
      asks: ["Why us?", "When did you fail?"], answers: ["", ""]),
    QuestionList(
      "quotations that ask",
      "> Why us?\n\nYou are kind.\n\n> When did you fail?\n\nIn June.\n",
      asks: ["Why us?", "When did you fail?"], answers: ["You are kind.", "In June."]),
    QuestionList(
      "definitions",
      """
      Tell me about a time you failed.
      : I missed a deadline.

          I told the client.

      **Why us?**

      :   You are kind.
      :   You are near.

      Strengths
      : Listening
      A decision you regret
      : The boat
      """,
      asks: [
        "Tell me about a time you failed.", "Why us?", "Strengths", "A decision you regret",
      ],
      answers: [
        "I missed a deadline.\n\nI told the client.", "- You are kind.\n- You are near.",
        "Listening",
        "The boat",
      ]),
    QuestionList(
      "wide colons", "**Q：** Why us?\n**A：** You are kind.\n\nＱ：When did you fail?\nＡ：In June.\n",
      asks: ["Why us?", "When did you fail?"], answers: ["You are kind.", "In June."]),
    QuestionList(
      "a table of one column", "| Questions |\n|:-:|\n| Why us? |\n| Strengths |\n",
      asks: ["Why us?", "Strengths"]),
    QuestionList(
      "numbers with parts", "1.1 Why us?\n1.2. When did you fail?\n2a) Who helped?\n",
      asks: ["Why us?", "When did you fail?", "Who helped?"]),
  ]
}
