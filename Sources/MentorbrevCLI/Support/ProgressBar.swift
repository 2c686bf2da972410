import Casework
import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How far a run is, on a terminal, when it takes longer than a second:
///
/// ```
/// [########------------]  41 %  8.240 sager, 4.112 i sekundet, 3 afvist, ca. 3 sek. tilbage
/// ```
struct ProgressBar {
  private let isTerminal = isatty(2) == 1
  private let start = ContinuousClock.now
  private var isDrawn = false
  private var last: ContinuousClock.Instant?

  /// Draws the bar, at most ten times a second.
  mutating func draw(_ progress: Double?, _ tally: Tally) {
    guard isTerminal else { return }
    let now = ContinuousClock.now
    let elapsed = now - start
    guard elapsed > .seconds(1), isDrawn == false || last.map({ now - $0 > .milliseconds(100) }) != false else {
      return
    }
    last = now
    isDrawn = true
    let text = Self.text(progress, tally, seconds: elapsed / .seconds(1))
    Terminal.write(toErrors: "\r\u{1B}[2K" + String(text.prefix(Self.width - 1)))
  }

  /// Takes the bar away, so that something else can stand there.
  mutating func erase() {
    guard isDrawn else { return }
    isDrawn = false
    Terminal.write(toErrors: "\r\u{1B}[2K")
  }

  /// The words of the bar.
  ///
  /// - Parameters:
  ///   - progress: how much is done, from 0 to 1; nil when that is not known.
  ///   - tally: the cases so far.
  ///   - seconds: the time so far.
  static func text(_ progress: Double?, _ tally: Tally, seconds: Double) -> String {
    var text = ""
    if let progress {
      let done = Int(progress * 20)
      let percent = String(Int(progress * 100))
      text = "[\(String(repeating: "#", count: done))\(String(repeating: "-", count: 20 - done))] "
      text += String(repeating: " ", count: max(0, 3 - percent.count)) + "\(percent) %  "
    }
    text += "\(grouped(tally.total)) sager, \(grouped(Int(Double(tally.total) / seconds))) i sekundet"
    if tally.refused > 0 { text += ", \(grouped(tally.refused)) \(tally.bad)" }
    if let progress, progress > 0.01 { text += ", ca. \(time(seconds * (1 - progress) / progress)) tilbage" }
    return text
  }

  private static func time(_ seconds: Double) -> String {
    let seconds = Int(seconds.rounded(.up))
    if seconds < 90 { return "\(seconds) sek." }
    return seconds < 5400 ? "\((seconds + 30) / 60) min." : "\((seconds + 1800) / 3600) timer"
  }

  /// The columns of the terminal.
  private static var width: Int {
    var size = winsize()
    return ioctl(2, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 20 ? Int(size.ws_col) : 80
  }
}
