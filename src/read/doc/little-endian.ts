import { UnreadableDocumentError } from '../../model/diagnostics.js'

/** Numbers of a little-endian file; a place outside it means that the file is damaged. */
export class LittleEndian {
  readonly bytes: Uint8Array
  readonly #view: DataView

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get length(): number {
    return this.bytes.length
  }

  u8(at: number): number {
    return this.#view.getUint8(this.#inside(at, 1))
  }

  u16(at: number): number {
    return this.#view.getUint16(this.#inside(at, 2), true)
  }

  i16(at: number): number {
    return this.#view.getInt16(this.#inside(at, 2), true)
  }

  u32(at: number): number {
    return this.#view.getUint32(this.#inside(at, 4), true)
  }

  i32(at: number): number {
    return this.#view.getInt32(this.#inside(at, 4), true)
  }

  part(at: number, length: number): LittleEndian {
    this.#inside(at, length)
    return new LittleEndian(this.bytes.subarray(at, at + length))
  }

  /** UTF-16 units. */
  units(at: number, count: number): string {
    this.#inside(at, count * 2)
    return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(this.bytes.subarray(at, at + count * 2))
  }

  #inside(at: number, length: number): number {
    if (!(at >= 0 && length >= 0 && at + length <= this.bytes.length)) throw new UnreadableDocumentError('corrupt')
    return at
  }
}
