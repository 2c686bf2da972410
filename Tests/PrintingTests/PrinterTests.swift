import Foundation
import Testing

@testable import Printing

/// The printer and its worker processes, with workers that fail in every way.
@Suite struct PrinterTests {
  @Test func printsEachLetterOfMany() async throws {
    let printer = FakeWorker().printer(workers: 3)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<200 {
        group.addTask {
          let printed = try await printer.print("brev \(number)")
          #expect(printed == "brev \(number)")
        }
      }
      try await group.waitForAll()
    }
    await printer.close()
  }

  @Test func keepsAllWorkersBusy() async throws {
    // A letter is answered when three of them are being printed at once, and never with two workers.
    let fake = FakeWorker(
      onLetter: """
        once(letter.decode())
        while len(os.listdir(here)) < 3:
            time.sleep(0.01)
        """)
    defer { fake.remove() }
    let printer = fake.printer(workers: 3)
    let printed = try await withThrowingTaskGroup(of: String.self) { group in
      for name in ["a", "b", "c"] { group.addTask { try await printer.print(name) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(printed.sorted() == ["a", "b", "c"])
    await printer.close()
  }

  /// A worker lives long: what it inherited would stay open with it, such as the other end of a socket.
  @Test func inheritsNoFileOfTheProgram() async throws {
    let null = open("/dev/null", O_RDONLY)
    let kept = fcntl(null, F_DUPFD, 200)
    defer { for file in [null, kept] { close(file) } }
    #expect(kept >= 200 && fcntl(kept, F_GETFD) & FD_CLOEXEC == 0)
    let fake = FakeWorker(
      onLetter: """
        try:
            os.fstat(\(kept))
            letter = b"open"
        except OSError:
            letter = b"closed"
        """)
    let printer = fake.printer()
    #expect(try await printer.print("brev") == "closed")
    await printer.close()
  }

  @Test func startsOneProcessForLettersOneAfterTheOther() async throws {
    let printer = FakeWorker(onLetter: "letter = str(os.getpid()).encode()").printer(workers: 4)
    let first = try await printer.print("a")
    #expect(try await printer.print("b") == first)
    await printer.close()
  }

  @Test(arguments: [
    // It crashes, before or after reading, with half an answer or none.
    "sys.exit(1)",
    "os.kill(os.getpid(), 9)",
    "write(struct.pack('>I', 500) + b'P%PDF-half')\nsys.exit()",
    "write(b'\\x00\\x00')\nsys.exit()",
    // It answers nonsense: more than any letter, another kind, an empty frame, no PDF, half a PDF, what it may not say now.
    "write(b'Traceback (most recent call last)')",
    "answer(b'Qwhat?')",
    "answer(b'')",
    "answer(b'P<html>%%EOF')",
    "answer(b'P%PDF-1.7 half')",
    "answer(b'R')",
    "answer(b'Mnothing')",
  ])
  func losesNoLetterToAWorkerThatFails(_ failure: String) async throws {
    // Every third letter meets the failure at its first attempt.
    let lines = failure.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
    let fake = FakeWorker(onLetter: "if int(letter) % 3 == 0 and once(letter.decode()):\n\(lines)\n    continue")
    defer { fake.remove() }
    let printer = fake.printer(workers: 2)
    for number in 0..<7 { #expect(try await printer.print("\(number)") == "\(number)") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: fake.folder).sorted() == ["0", "3", "6"])
    await printer.close()
  }

  @Test(arguments: ["time.sleep(1000)", "write(struct.pack('>I', 500) + b'P%PDF')\ntime.sleep(1000)"])
  func losesNoLetterToAWorkerThatHangs(_ failure: String) async throws {
    let lines = failure.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
    let fake = FakeWorker(onLetter: "if once('hung'):\n\(lines)")
    defer { fake.remove() }
    let printer = fake.printer(timeout: 3)
    #expect(try await printer.print("brev") == "brev")
    await printer.close()
  }

  @Test func tellsOfALetterThatFailsTwiceAndPrintsTheNext() async throws {
    let printer = FakeWorker(
      onLetter: "if letter == b'bad':\n    sys.exit(1)\nif letter == b'slow':\n    time.sleep(1000)"
    ).printer(timeout: 3)
    await #expect(throws: PrintingError.workerFailed) { try await printer.print("bad") }
    #expect(try await printer.print("good") == "good")
    await #expect(throws: PrintingError.timedOut(seconds: 3)) { try await printer.print("slow") }
    #expect(try await printer.print("good") == "good")
    await printer.close()
  }

  @Test func passesOnWhatAWorkerRefusesAndKeepsTheWorker() async throws {
    let printer = FakeWorker(
      onLetter: """
        if letter in (b"U+0645 U+0646", b"F: why", b"W"):
            answer(letter[:1] + letter[3:] if letter[:1] == b"F" else b"U" + letter if letter[:1] == b"U" else letter)
            continue
        letter = str(os.getpid()).encode()
        """
    ).printer()
    let pid = try await printer.print("")
    await #expect(throws: PrintingError.unprintable(["U+0645", "U+0646"])) { try await printer.print("U+0645 U+0646") }
    await #expect(throws: PrintingError.refused("why")) { try await printer.print("F: why") }
    await #expect(throws: PrintingError.outsideWindow(.danishTopLeft)) { try await printer.print("W") }
    #expect(try await printer.print("") == pid)
    await printer.close()
  }

  @Test func writingToAWorkerThatIsGoneIsNoSignal() async throws {
    // More than a socket holds: the rest is written when the worker has ended.
    let printer = FakeWorker(onStart: "write(struct.pack('>I', 1) + b'R')\nsys.exit()").printer()
    await #expect(throws: PrintingError.workerFailed) {
      try await printer.pdf(of: [UInt8](repeating: 32, count: 8 << 20))
    }
    await printer.close()
  }

  @Test func printsALetterOfManyMegabytes() async throws {
    let letter = [UInt8](repeating: UInt8(ascii: "a"), count: 20 << 20)
    let printer = FakeWorker().printer()
    #expect(try await printer.pdf(of: letter) == Array("%PDF-".utf8) + letter + Array("%%EOF".utf8))
    await printer.close()
  }

  @Test func leavesNoProcessBehind() async throws {
    let fake = FakeWorker(onLetter: "if once('crash'):\n    sys.exit(1)\nletter = str(os.getpid()).encode()")
    defer { fake.remove() }
    let printer = fake.printer(workers: 2)
    let pid = try #require(Int32(try await printer.print("")))
    #expect(FakeWorker.isThere(pid))
    await printer.close()
    #expect(!FakeWorker.isThere(pid))
    // It can be used again, and what nobody closes is ended when nobody needs it.
    let again = try #require(Int32(try await fake.printer().print("")))
    #expect(!FakeWorker.isThere(again))
  }

  @Test func tellsWhatIsMissing() async throws {
    let nobody = Printer(workers: 1, timeout: 5, program: [], python: "/intet/python3")
    await #expect(throws: PrintingError.unavailable("there is no program '/intet/python3'")) {
      try await nobody.start()
    }
    let folder = Printer(workers: 1, timeout: 5, program: [], python: "/usr")
    await #expect(throws: PrintingError.unavailable("/usr: Permission denied")) { try await folder.start() }
    let told = FakeWorker(onStart: "answer(b'Mthere is no weasyprint')\nsys.exit()").printer()
    await #expect(throws: PrintingError.unavailable("there is no weasyprint")) { try await told.start() }
    for start in ["sys.exit(1)", "answer(b'P%PDF-%%EOF')", "time.sleep(1000)", "1 +"] {
      let broken = FakeWorker(onStart: start).printer(startTimeout: 2)
      await #expect(throws: PrintingError.unavailable("'python3' was started and did not get ready")) {
        try await broken.start()
      }
    }
  }

  @Test func aWorkerStartsOutsideTheFolderAndTheVariablesOfTheUser() async throws {
    let printer = FakeWorker(
      onLetter: """
        letter = ("" in sys.path, os.environ.get("PYTHONHASHSEED"), os.environ.get("USER")).__repr__().encode()
        """
    ).printer()
    #expect(try await printer.print("") == "(False, '0', None)")
    await printer.close()
  }
}
