import Foundation

@testable import Printing

/// A worker program for tests, in place of the one that needs WeasyPrint: it prints a letter as `%PDF-<letter>%%EOF`.
struct FakeWorker {
  /// Python that runs for each letter before it is answered, with `letter` and a folder `here` at hand.
  var onLetter = ""
  /// Python that runs before it says that it is ready.
  var onStart = ""
  /// For what is to be remembered from one process to the next; made by the first that remembers.
  let folder = FileManager.default.temporaryDirectory.appending(path: "printing-\(UUID())").path

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  func printer(workers: Int = 1, timeout: Int = 60, startTimeout: Int = 60) -> Printer {
    Printer(
      workers: workers, timeout: timeout, startTimeout: startTimeout, program: Array(program.utf8), python: "python3")
  }

  /// Whether a process of this number is there, be it only as a zombie.
  static func isThere(_ pid: Int32) -> Bool { kill(pid, 0) == 0 }

  private var program: String {
    """
    import os, struct, sys, time
    here = "\(folder)"

    def once(name):
        os.makedirs(here, exist_ok=True)
        try:
            os.close(os.open(here + "/" + name, os.O_CREAT | os.O_EXCL))
            return True
        except FileExistsError:
            return False

    def read():
        head = sys.stdin.buffer.read(4)
        if len(head) < 4:
            sys.exit()
        return sys.stdin.buffer.read(struct.unpack(">I", head)[0])

    def write(data):
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()

    def answer(data):
        write(struct.pack(">I", len(data)) + data)

    settings = read()
    \(onStart)
    answer(b"R")
    while True:
        letter = read()
    \(onLetter.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n"))
        answer(b"P%PDF-" + letter + b"%%EOF")
    """
  }
}

extension Printer {
  /// What a fake worker prints of a text.
  func print(_ text: String) async throws(PrintingError) -> String {
    let bytes = try await pdf(of: Array(text.utf8))
    return String(String(decoding: bytes, as: UTF8.self).dropFirst(5).dropLast(5))
  }
}
