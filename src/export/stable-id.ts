import { fold } from '../model/folded.js'

/**
 * Sixteen hexadecimal digits that depend on the words alone: case, white space and tone placement do not matter, nor does where they stand.
 * Two 32-bit FNV-1a sums with different beginnings; it tells things apart and protects nothing.
 */
export function stableId(words: readonly (string | null | undefined)[]): string {
  const text = fold(words.map((word) => (word ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()).join('\u0001'))
  return [0x811c9dc5, 0x050c5d1f].map((seed) => sum(text, seed)).join('')
}

function sum(text: string, seed: number): string {
  let value = seed
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return ((value ^ (value >>> 12)) >>> 0).toString(16).padStart(8, '0')
}
