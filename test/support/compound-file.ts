const SECTOR = 512
const END = 0xfffffffe
const FAT = 0xfffffffd
const FREE = 0xffffffff

/** A compound file ([MS-CFB]) with streams of these names and nothing in them. */
export function toCompoundFile(names: readonly string[]): Uint8Array {
  const bytes = Buffer.alloc(SECTOR * 3, 0)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes.writeUInt16LE(0x3e, 24)
  bytes.writeUInt16LE(3, 26)
  bytes.writeUInt16LE(0xfffe, 28)
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt16LE(6, 32)
  bytes.writeUInt32LE(1, 44)
  bytes.writeUInt32LE(1, 48)
  bytes.writeUInt32LE(4096, 56)
  bytes.writeUInt32LE(END, 60)
  bytes.writeUInt32LE(END, 68)
  for (let i = 0; i < 109; i++) bytes.writeUInt32LE(i ? FREE : 0, 76 + 4 * i)
  for (let i = 0; i < SECTOR / 4; i++) bytes.writeUInt32LE(i === 0 ? FAT : i === 1 ? END : FREE, SECTOR + 4 * i)
  for (const [i, name] of ['Root Entry', ...names].entries()) writeEntry(bytes, SECTOR * 2 + 128 * i, name, i, names.length)
  return bytes
}

/** Siblings hang to the right of one another below the root. */
function writeEntry(bytes: Buffer, at: number, name: string, index: number, last: number): void {
  bytes.write(name, at, 'utf16le')
  bytes.writeUInt16LE((name.length + 1) * 2, at + 64)
  bytes[at + 66] = index ? 2 : 5
  bytes[at + 67] = 1
  bytes.writeUInt32LE(FREE, at + 68)
  bytes.writeUInt32LE(index && index < last ? index + 1 : FREE, at + 72)
  bytes.writeUInt32LE(index ? FREE : 1, at + 76)
  bytes.writeUInt32LE(END, at + 116)
}
