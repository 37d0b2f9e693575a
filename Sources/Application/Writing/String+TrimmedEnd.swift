extension String {
  /// Without the white space at its end, which editors add.
  package var trimmedEnd: String {
    String(reversed().drop(while: \.isWhitespace).reversed())
  }
}
