/// Why an edit is not kept: another program has changed the thing since it was read.
struct ChangedMeanwhile: Error, CustomStringConvertible {
  /// The thing, in words.
  let what: String

  var description: String { "\(what) was changed meanwhile, so your edit is not kept" }
}
