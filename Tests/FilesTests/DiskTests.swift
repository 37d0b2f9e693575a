import Foundation
import Testing

@testable import Files

@Suite struct DiskTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  @Test(arguments: [("/x", "/"), ("x", "."), ("/a/x", "/a"), ("a/b/x", "a/b")])
  func aFileIsInItsFolder(path: String, folder: String) {
    #expect(Disk.folder(of: path) == folder)
  }

  @Test func foldersOnTheWayAreMade() throws {
    try Disk.makeFolders(folder.file("a/b/c"))
    #expect(FileStatus(folder.file("a/b/c"))?.kind == .folder)
    #expect(FileStatus(folder.file("a/b/c"))?.mode == 0o700)
    try Disk.makeFolders(folder.file("a/b/c"))
  }

  @Test func aFileOnTheWayIsNamed() throws {
    try Disk.makeFile(folder.file("a"), isNew: true)
    #expect {
      try Disk.makeFolders(folder.file("a/b/c"))
    } throws: { error in
      let error = error as? Disk.NoFolder
      return error?.folder == folder.file("a/b") && error?.error.isFileOnTheWay == true
    }
  }

  @Test func whatHasItsNameIsNotReplaced() throws {
    for name in ["new", "old"] {
      try Disk.makeFile(folder.file(name), isNew: true)
      try Disk.fill(folder.file(name), with: Array(name.utf8))
    }
    #expect {
      try Disk.place(folder.file("new"), as: folder.file("old"))
    } throws: { error in
      (error as? SystemError)?.isThereAlready == true
    }
    #expect(try folder.text("old") == "old")
    try Disk.place(folder.file("new"), as: folder.file("other"))
    #expect(try folder.text("other") == "new")
  }

  @Test func aNewFileTakesNoNameThatIsThere() throws {
    try Disk.makeFile(folder.file("a"), isNew: true)
    #expect(throws: SystemError(number: EEXIST)) {
      try Disk.makeFile(folder.file("a"), isNew: true)
    }
    try Disk.makeFile(folder.file("a"), isNew: false)
  }

  @Test func whatIsNotThereNeedNotBeTakenAway() throws {
    try Disk.removeIfThere(folder.file("a"))
    #expect(throws: SystemError(number: ENOENT)) { try Disk.remove(folder.file("a")) }
  }

  @Test func aTimeIsSetToTheSecond() throws {
    try Disk.makeFile(folder.file("a"), isNew: true)
    try Disk.setTime(1_700_000_000, of: folder.file("a"))
    let status = FileStatus(folder.file("a"))
    #expect(status?.seconds == 1_700_000_000)
    #expect(status?.nanoseconds == 0)
  }

  @Test func aLinkIsNotWhatItLeadsTo() throws {
    #expect(symlink("nowhere", folder.file("link")) == 0)
    #expect(FileStatus(folder.file("link")) == nil)
    #expect(FileStatus(named: folder.file("link"))?.kind == .link)
    #expect(Disk.target(ofLink: folder.file("link")) == "nowhere")
    #expect(Disk.target(ofLink: folder.path) == nil)
  }

  @Test func aFolderGoesWithItsFiles() throws {
    try Disk.makeFolders(folder.file("a"))
    try Disk.makeFile(folder.file("a/b"), isNew: true)
    #expect(!Disk.removeFolderIfEmpty(folder.file("a")))
    Disk.removeFolderWithFiles(folder.file("a"))
    #expect(!Disk.has(folder.file("a")))
  }
}
