/// Why the database could not be used; each text ends as a line for the person.
public enum StoreError: Error, Equatable, CustomStringConvertible {
  /// Another Starling holds the database for longer than we wait.
  case busy(path: String)
  /// A newer Starling has written this database.
  case newerSchema(path: String)
  /// The file is there but is not a sound database.
  case damaged(path: String, detail: String)
  /// There is no database any more, though there are copies of one.
  case lost(path: String)
  /// Another database has taken the place of the one that is open, and cannot be gone on with; what the
  /// open one holds was saved.
  case displaced(path: String, saved: String, detail: String)
  /// Another program has written over the database that is open, and what is there now cannot be gone
  /// on with; what this run has recorded was put into the file `kept`, if it could be.
  case overwritten(path: String, detail: String, copy: String?, kept: String?)
  /// What is to be brought back is no copy of a database.
  case notACopy(path: String, detail: String)
  /// What is to be taken in does not fit the tables here, or means nothing.
  case unfitting(detail: String)
  /// What was to be changed, or what it belongs to, was deleted meanwhile.
  case gone(what: String)
  /// What was to be changed was changed by another program since it was read.
  case changed(what: String)
  /// The tables do not take it.
  case refused(detail: String)
  case cannotOpen(path: String, detail: String)
  case cannotCreate(path: String, detail: String)
  case cannotRead(path: String, detail: String)
  case cannotWrite(path: String, detail: String)

  public var description: String {
    switch self {
    case .busy(let path):
      "another Starling is writing to \(path); try again in a moment"
    case .newerSchema(let path):
      "\(path) was written by a newer Starling; update this one, nothing was changed"
    case .damaged(let path, let detail):
      "\(path) is damaged (\(detail)); nothing was changed"
    case .lost(let path):
      "\(path) has nothing in it, though there are safety copies of it; nothing was changed"
    case .displaced(let path, let saved, let detail):
      "another database is now at \(path) and cannot be used: \(detail). Yours is safe in \(saved); “starling restore \(saved)” puts it back"
    case .overwritten(let path, let detail, let copy, let kept):
      "another program has written over \(path), and it cannot be used (\(detail)): run “starling restore \(copy ?? "PATH")” in another window, and this goes on"
        + (kept.map { ". The grades of this run are in \($0), which “starling import” takes" }
          ?? "")
    case .notACopy(let path, let detail):
      "\(path) cannot be brought back: \(detail); nothing was changed"
    case .unfitting(let detail):
      "\(detail); nothing was taken in"
    case .gone(let what):
      "\(what) is gone: it was deleted meanwhile, so nothing was changed"
    case .changed(let what):
      "\(what) was changed meanwhile, so your edit is not kept"
    case .refused(let detail):
      "\(detail); nothing was saved"
    case .cannotOpen(let path, let detail):
      "cannot open \(path): \(detail)"
    case .cannotCreate(let path, let detail):
      "cannot create \(path): \(detail)"
    case .cannotRead(let path, let detail):
      "cannot read \(path): \(detail)"
    case .cannotWrite(let path, let detail):
      "cannot write to \(path): \(detail); nothing was saved"
    }
  }
}
