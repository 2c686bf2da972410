/// Whether a byte is one of `0` to `9`.
@inlinable
@inline(__always)
package func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

/// Whether a byte is a letter of ASCII.
@inlinable
@inline(__always)
package func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
