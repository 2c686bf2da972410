import Fields

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a file says that holds only what kinds of document must hold, found without reading it as XML: as much as everybody
/// must know of a kind before a template of it is compiled.
struct KindOutline: Sendable {
  /// The days for which a legal basis of a kind is verified, or why it is not settled.
  struct Span: Sendable {
    let kind: String
    let legalBasis: String
    let days: ClosedRange<CalendarDate>?
    let unsettled: String?
  }

  private(set) var kinds: Set<String> = []
  private(set) var spans: [Span] = []
  /// The sets of requirements that the file has, and those that its kinds use.
  private(set) var sets: Set<String> = []
  private(set) var usedSets: Set<String> = []
  private(set) var requirementIDs: [String] = []
  private(set) var requirementDays: [ClosedRange<CalendarDate>] = []

  /// - Returns: nil for a file that holds anything else, and for one in which anything is out of the ordinary: that is read as
  ///   a whole, and whatever is wrong with it is told there.
  init?(_ bytes: [UInt8]) {
    let isOrdinary = bytes.withUnsafeBufferPointer { bytes in
      var tags = StartTags(bytes)
      var kind = ""
      while tags.next() {
        guard take(tags, &kind) else { return false }
      }
      return tags.isWhole
    }
    guard isOrdinary else { return nil }
  }

  private mutating func take(_ tag: borrowing StartTags, _ kind: inout String) -> Bool {
    switch tag.elements {
    case 0: return tag.isNamed("lovbog") && tag["xmlns"] == Namespace.law && !tag.hasPrefix
    case 1 where tag.isNamed("dokument"):
      guard let name = tag["kind"] else { return false }
      kind = name
      kinds.insert(name)
    case 1 where tag.isNamed("kravsaet"):
      guard let id = tag["id"] else { return false }
      return sets.insert(id).inserted
    case 2 where tag.isNamed("verificeret"):
      guard let span = Span(tag, of: kind) else { return false }
      spans.append(span)
    case 2 where tag.isNamed("brug"):
      guard let set = tag["kravsaet"] else { return false }
      usedSets.insert(set)
    case 2 where tag.isNamed("krav"):
      let from = tag["fra"].map { CalendarDate(iso: $0) } ?? .distantPast
      let until = tag["til"].map { CalendarDate(iso: $0) } ?? .distantFuture
      guard let id = tag["id"], let from, let until, from <= until else { return false }
      requirementIDs.append(id)
      requirementDays.append(from...until)
    case 1, 2: return false
    // What proves a requirement.
    default: break
    }
    return true
  }
}

extension KindOutline.Span {
  fileprivate init?(_ tag: borrowing StartTags, of kind: String) {
    guard let legalBasis = tag["retsgrundlag"] else { return nil }
    switch (
      tag["fra"].flatMap { CalendarDate(iso: $0) }, tag["til"].flatMap { CalendarDate(iso: $0) }, tag["uafklaret"]
    ) {
    case (let from?, let until?, nil) where from <= until:
      self.init(kind: kind, legalBasis: legalBasis, days: from...until, unsettled: nil)
    case (nil, nil, let reason?): self.init(kind: kind, legalBasis: legalBasis, days: nil, unsettled: reason)
    default: return nil
    }
  }
}

/// The start tags of a text in plain XML, one after the other: UTF-8, no declaration but that of XML, no references in values.
///
/// It ends at whatever it does not know. That a file is well-formed is seen when it is read. It works on bytes in place, for
/// it goes through files that the letter at hand has no use for.
private struct StartTags: ~Copyable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var depth = 0
  private var isStrange = false

  /// How many elements stand around the one at hand.
  private(set) var elements = 0
  /// Whether a name in it has a prefix.
  private(set) var hasPrefix = false
  private var name = 0..<0
  private var attributes: [(name: Range<Int>, value: Range<Int>)] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether everything has been read, and all elements have ended.
  var isWhole: Bool { !isStrange && index == bytes.count && depth == 0 }

  func isNamed(_ name: StaticString) -> Bool { has(name, self.name) }

  /// The value of an attribute.
  subscript(name: StaticString) -> String? {
    for attribute in attributes where has(name, attribute.name) {
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[attribute.value]), as: UTF8.self)
    }
    return nil
  }

  private func has(_ text: StaticString, _ range: Range<Int>) -> Bool {
    range.count == text.utf8CodeUnitCount && isHere(text, range.lowerBound)
  }

  private func isHere(_ text: StaticString, _ index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where bytes[index + offset] != text.utf8Start[offset] { return false }
    return true
  }

  /// Goes on to the next one; false at the end.
  mutating func next() -> Bool {
    while find(UInt8(ascii: "<")) {
      index += 1
      if skip("!--") {
        guard pass("-->") else { return false }
      } else if skip("?") {
        guard index == 2, skip(#"xml version="1.0" encoding="UTF-8"?>"#) else { return strange() }
      } else if skip("/") {
        depth -= 1
        guard depth >= 0, pass(">") else { return strange() }
      } else {
        return readTag()
      }
    }
    return false
  }

  private mutating func readTag() -> Bool {
    elements = depth
    hasPrefix = false
    attributes.removeAll(keepingCapacity: true)
    name = word()
    if name.isEmpty { return strange() }
    while true {
      while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x0A { index += 1 }
      if skip("/>") { return true }
      if skip(">") {
        depth += 1
        return true
      }
      let name = word()
      guard !name.isEmpty, skip("=\""), let value = value() else { return strange() }
      attributes.append((name, value))
    }
  }

  private mutating func word() -> Range<Int> {
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"): break
      case UInt8(ascii: ":"): hasPrefix = true
      default: return start..<index
      }
      index += 1
    }
    return start..<index
  }

  /// Goes on behind a value and the quotation mark that ends it.
  private mutating func value() -> Range<Int>? {
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        return start..<index - 1
      case UInt8(ascii: "&"), UInt8(ascii: "<"), 0..<0x20: return nil
      default: index += 1
      }
    }
    return nil
  }

  private mutating func skip(_ text: StaticString) -> Bool {
    guard isHere(text, index) else { return false }
    index += text.utf8CodeUnitCount
    return true
  }

  /// Goes on behind a text.
  private mutating func pass(_ text: StaticString) -> Bool {
    while find(text.utf8Start.pointee) {
      if skip(text) { return true }
      index += 1
    }
    return strange()
  }

  /// Goes on to the next such byte, or to the end when there is none.
  private mutating func find(_ byte: UInt8) -> Bool {
    let found = bytes.baseAddress.flatMap { memchr($0 + index, Int32(byte), bytes.count - index) }
    index = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(bytes.baseAddress!) } ?? bytes.count
    return found != nil
  }

  private mutating func strange() -> Bool {
    isStrange = true
    return false
  }
}
