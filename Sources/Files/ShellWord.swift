extension String {
  /// This text as one word of a shell's line, whatever is in it.
  package var shellWord: String { "'" + replacing("'", with: #"'\''"#) + "'" }
}
