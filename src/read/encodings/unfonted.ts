import { decodeLetters } from './letters.js'
import { nameEncodings } from './names.js'
import { add, type Evidence, likelyEncoding, NO_EVIDENCE, UNICODE_LETTER, weigh } from './statistics.js'
import { decodeViqrWords, looksLikeViqr } from './viqr.js'
import { decodeVps, looksLikeVps } from './vps.js'

type ByteEncoding = 'tcvn3' | 'vni'

/** A decoder of the lines of one document whose fonts are not known. */
export interface LineDecoder {
  /** "unicode" where nothing is to be decoded. */
  readonly encoding: string
  readonly decode: (line: string) => string
}

/** Fewer words than these prove nothing about a document, or about a line of its own accord. */
const FEWEST_WORDS = 8
const FEWEST_IN_LINE = 3

const MAY_BE_OLD = /[\u00a1-\u00fe]/

const AS_IT_IS: LineDecoder = { encoding: 'unicode', decode: (line) => line }

/**
 * Learn from all lines of a document which old encoding some or all of them are in. Statistics alone decide, so the threshold is high:
 * a line with a letter that only Unicode has is never touched, nor is any line of a document without eight words that become Vietnamese.
 */
export function learnEncoding(lines: Iterable<string>): LineDecoder {
  const seen: Record<ByteEncoding, Evidence> = { tcvn3: NO_EVIDENCE, vni: NO_EVIDENCE }
  let all = NO_EVIDENCE
  let unicodeLines = 0
  const plain: string[] = []
  const old: string[] = []
  for (const line of lines) {
    if (UNICODE_LETTER.test(line)) unicodeLines++
    else if (MAY_BE_OLD.test(line)) {
      old.push(line)
      const evidence = weigh(line)
      all = add(all, evidence)
      const encoding = likelyEncoding(evidence, FEWEST_IN_LINE)
      if (encoding) seen[encoding] = add(seen[encoding], evidence)
    } else plain.push(line)
  }
  if (all.words === 0) return unicodeLines === 0 && looksLikeViqr(plain) ? { encoding: 'viqr', decode: decodeViqrWords } : AS_IT_IS
  if (unicodeLines === 0 && looksLikeVps(old.join('\n'))) return { encoding: 'vps', decode: decodeVps }
  const found = new Set((['tcvn3', 'vni'] as const).filter((encoding) => seen[encoding].words >= FEWEST_WORDS))
  const whole = likelyEncoding(all, FEWEST_WORDS)
  if (whole && unicodeLines === 0) found.add(whole)
  if (!found.size) return AS_IT_IS
  const only = whole && found.size === 1 && unicodeLines === 0 ? whole : null
  return { encoding: nameEncodings(found), decode: only ? (line) => decodeAll(line, only) : (line) => decodeLikely(line, found) }
}

/** In a document that is all of one old encoding: every line, but for one that reads better as it stands. */
function decodeAll(line: string, encoding: ByteEncoding): string {
  if (!MAY_BE_OLD.test(line)) return line
  const evidence = weigh(line)
  return evidence.asTheyStand > evidence[encoding] ? line : decodeLetters(line, encoding)
}

/** In a document of several encodings: a line whose words become Vietnamese, and were not before. */
function decodeLikely(line: string, found: ReadonlySet<ByteEncoding>): string {
  if (UNICODE_LETTER.test(line) || !MAY_BE_OLD.test(line)) return line
  const encoding = likelyEncoding(weigh(line), 1)
  return encoding && found.has(encoding) ? decodeLetters(line, encoding) : line
}
