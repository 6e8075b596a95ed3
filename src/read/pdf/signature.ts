/** How far from the begin of a file its signature may stand. */
const HEAD = 1024

/** Is it a PDF: "%PDF-" near its begin? */
export function isPdf(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length - 4, HEAD)
  for (let i = 0; i < end; i++) if (bytes[i] === 0x25 && bytes[i + 1] === 0x50 && bytes[i + 2] === 0x44 && bytes[i + 3] === 0x46 && bytes[i + 4] === 0x2d) return true
  return false
}
