/// A string from bytes that the scanner has found to be UTF-8, without checking them once more where Swift allows it.
@inline(__always)
func checkedString(_ text: UnsafeBufferPointer<UInt8>, isASCII: Bool) -> String {
  #if compiler(>=6.2)
    if #available(macOS 26, *) {
      return String(copying: UTF8Span(unchecked: text.span, isKnownASCII: isASCII))
    }
  #endif
  return String(decoding: text, as: UTF8.self)
}
