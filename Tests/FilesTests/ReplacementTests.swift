import Foundation
import Testing

@testable import Files

@Suite struct ReplacementTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  @Test func aFileIsReplacedWholeAndKeepsItsMode() throws {
    let path = folder.file("a")
    try FileReplacement(path).write(Array("one".utf8))
    #expect(FileStatus(path)?.mode == 0o600)
    Disk.setMode(0o640, of: path)
    try FileReplacement(path).write(Array("two".utf8), expecting: Array("one".utf8))
    #expect(try folder.text("a") == "two")
    #expect(FileStatus(path)?.mode == 0o640)
    #expect(try FolderContents.names(folder.path).sorted() == [".", "..", "a"])
  }

  @Test func whatWasChangedMeanwhileStays() throws {
    let path = folder.file("a")
    try FileReplacement(path).write(Array("one".utf8))
    #expect {
      try FileReplacement(path).write(Array("two".utf8), expecting: [])
    } throws: { error in
      let failure = error as? Failure
      return failure?.code == .tryAgain && failure?.message?.hasPrefix(path) == true
    }
    #expect(try folder.text("a") == "one")
    #expect(try FolderContents.names(folder.path).sorted() == [".", "..", "a"])
  }

  @Test func aLinkStaysOneThoughItLeadsToNothingYet() throws {
    #expect(symlink("b", folder.file("a")) == 0)
    try FileReplacement(folder.file("a")).write(Array("x".utf8))
    #expect(FileStatus(named: folder.file("a"))?.kind == .link)
    #expect(try folder.text("b") == "x")
  }

  @Test func tooLongFilesAndPipesAreNotRead() throws {
    let path = folder.file("a")
    try FileReplacement(path).write([1, 2, 3])
    #expect(try FileBytes.read(path, limit: 3) == [1, 2, 3])
    #expect {
      try FileBytes.read(path, limit: 2)
    } throws: { error in
      (error as? FileBytes.Unreadable)?.cause == .larger(than: 2)
    }
    #expect(mkfifo(folder.file("p"), 0o600) == 0)
    #expect {
      try FileBytes.read(folder.file("p"), limit: 2)
    } throws: { error in
      (error as? FileBytes.Unreadable)?.cause == .pipe
    }
    #expect(try FileBytes.read("/dev/null", limit: 2).isEmpty)
    #expect {
      try FileBytes.read(folder.file("none"), limit: 2)
    } throws: { error in
      (error as? FileBytes.Unreadable)?.isMissing == true
    }
  }

  @Test func aFolderThatIsAFileIsSaid() throws {
    try FileReplacement(folder.file("a")).write([])
    #expect {
      try FolderContents.names(folder.file("a"))
    } throws: { error in
      (error as? Failure)?.message
        == "cannot read the folder \(folder.file("a")): it is a file; move it away"
    }
    #expect(try FolderContents.names(folder.file("none")).isEmpty)
  }

  @Test func aProgramIsRunToItsEnd() {
    #expect(ProgramRun.run("sh", ["sh", "-c", "exit 3"]) == 3)
    #expect(ProgramRun.run("sh", ["sh", "-c", "kill -9 $$"]) == 128 + 9)
    #expect(ProgramRun.run("/no/such/program", ["x"]) == 127)
    #expect(EditorRun.run("/bin/sh", ["sh", "-c", "exit 4"]) == (4, nil))
  }
}
