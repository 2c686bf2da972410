import Diagnostics

/// The versions of WeasyPrint, and of what it makes PDF with, for which the same letter gives the same bytes.
enum Requirements {
  /// Lines of `requirements.txt`: `weasyprint==70.0`.
  static let all: [String] = String(decoding: PackageResources.requirements_txt, as: UTF8.self)
    .split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }

  /// What a person does to be able to print.
  static let installation = """
    sudo apt-get install -y python3-venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation && \
    python3 -m venv ~/.mentorbrev && ~/.mentorbrev/bin/pip install \(all.joined(separator: " ")) && \
    export MENTORBREV_PYTHON=~/.mentorbrev/bin/python
    """

  /// What the worker is told before its first letter.
  static func settings(window: EnvelopeWindow, seconds: Int) -> [UInt8] {
    let versions = all.map { line in
      let parts = line.split(separator: "=", omittingEmptySubsequences: true)
      return "\"\(parts[0])\":\"\(parts[1])\""
    }
    let place = """
      {"x":\(window.x),"y":\(window.y),"width":\(window.width),"height":\(window.height),"textFrom":\(window.textFrom)}
      """
    return Array("{\"seconds\":\(seconds),\"window\":\(place),\"versions\":{\(versions.joined(separator: ","))}}".utf8)
  }
}
