internal import CLZMA

/// Compresses bytes as they come into the format LZMA-alone (`.lzma`): header of 13 bytes, size unknown, end marked.
///
/// Digital Post's library reads this format and no `.xz`, with a dictionary of at most a size that is not public; that of
/// 8 MiB is what `xz --format=lzma` takes. It needs about 70 MB, whatever the number of messages.
final class LZMACompressor {
  private let stream: UnsafeMutablePointer<lzma_stream>
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  init() throws(ContainerError) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: lzma_stream())
    var options = lzma_options_lzma()
    // Letters are mostly base64: a harder search takes ten times as long and saves nothing.
    guard lzma_lzma_preset(&options, 1) == 0 else { throw .compression(Int(LZMA_OPTIONS_ERROR.rawValue)) }
    options.dict_size = 8 << 20
    let code = lzma_alone_encoder(stream, &options)
    guard code == LZMA_OK else { throw .compression(Int(code.rawValue)) }
  }

  deinit {
    lzma_end(stream)
    stream.deallocate()
  }

  /// Takes bytes, and gives what has become of them and those before.
  func compress(_ bytes: ArraySlice<UInt8>) throws(ContainerError) -> [UInt8] { try run(bytes, LZMA_RUN) }

  /// Ends the stream, and gives the rest.
  func finish() throws(ContainerError) -> [UInt8] { try run([], LZMA_FINISH) }

  private func run(_ bytes: ArraySlice<UInt8>, _ action: lzma_action) throws(ContainerError) -> [UInt8] {
    var output: [UInt8] = []
    var failure: lzma_ret?
    bytes.withUnsafeBufferPointer { input in
      stream.pointee.next_in = input.baseAddress
      stream.pointee.avail_in = input.count
      while true {
        let (code, count) = buffer.withUnsafeMutableBufferPointer { target in
          stream.pointee.next_out = target.baseAddress
          stream.pointee.avail_out = target.count
          let code = lzma_code(stream, action)
          return (code, target.count - stream.pointee.avail_out)
        }
        output += buffer[..<count]
        if code == LZMA_STREAM_END { return }
        // Not an error: everything was taken, and there is nothing to give.
        if code == LZMA_BUF_ERROR || (code == LZMA_OK && action == LZMA_RUN && stream.pointee.avail_in == 0) { return }
        if code != LZMA_OK {
          failure = code
          return
        }
      }
    }
    if let failure { throw .compression(Int(failure.rawValue)) }
    return output
  }
}
