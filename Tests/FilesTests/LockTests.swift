import Foundation
import Testing

@testable import Files

@Suite struct LockTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  @Test func aFolderIsHeldTwiceByOneAndNotByTwo() throws {
    let path = folder.path
    let lock = try FolderLock(path, patience: 0.2)
    try FolderLock(path, patience: 0.2).release()
    var isFree: Bool {
      let file = open(path, O_RDONLY | O_DIRECTORY)
      defer { close(file) }
      return flock(file, LOCK_EX | LOCK_NB) == 0
    }
    #expect(!isFree, "the inner one does not give the outer one's back")
    lock.release()
    #expect(isFree)
    // As another Starling has it.
    let other = open(path, O_RDONLY | O_DIRECTORY)
    defer { close(other) }
    #expect(flock(other, LOCK_EX) == 0)
    #expect {
      try FolderLock(path, patience: 0.2)
    } throws: { error in
      (error as? SystemError)?.isHeldByAnother == true
    }
  }

  @Test func aFileIsHeldForAsLongAsTheValueLives() throws {
    try Disk.makeFile(folder.file("a"), isNew: true)
    #expect(!HeldFile.isHeld(folder.file("a")))
    do {
      let held = HeldFile.shared(folder.file("a"))
      withExtendedLifetime(held) { #expect(HeldFile.isHeld(folder.file("a"))) }
    }
    #expect(!HeldFile.isHeld(folder.file("a")))
    #expect(HeldFile.shared(folder.file("none")) == nil)
  }

  @Test func aFolderIsHeldByOne() throws {
    let held = HeldFile.folder(folder.path)
    #expect(held != nil)
    withExtendedLifetime(held) { #expect(HeldFile.folder(folder.path) == nil) }
    #expect(HeldFile.folder(folder.file("none")) == nil)
  }

  @Test func aLockOnAByteIsSeen() throws {
    try Disk.makeFile(folder.file("a"), isNew: true)
    #expect(!OpenFiles.isLocked(byte: 128, of: folder.file("a")))
    #expect(!OpenFiles.isLocked(byte: 128, of: folder.file("none")))
  }

  @Test func aProgramThatHasEndedIsGone() {
    #expect(!RunningProgram.isGone(RunningProgram.own))
    #expect(RunningProgram.isGone(named: "4194305"))
    #expect(!RunningProgram.isGone(named: "\(RunningProgram.own)"))
    for text in ["", "0", "-1", "x"] { #expect(!RunningProgram.isGone(named: text), "\(text)") }
  }
}
