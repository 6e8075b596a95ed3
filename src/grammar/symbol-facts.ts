import { typeCodeOfSymbol } from './document-types.js'
import { isIssuerCode, type IssuerCode, issuerOfCode, mayNameOne } from './issuer-codes.js'
import { isLookAlikeSymbol } from './look-alikes.js'

/** What the parts of a symbol tell by themselves, whatever stands around them. */
export interface SymbolFacts {
  /** Code of the type that the first part is: QĐ of "QĐ-UBND". */
  readonly type: string | undefined
  /** It is of a licence, a contract, a court file. */
  readonly isLookAlike: boolean
  /** Several bodies issued it: the first part says so, or two are codes of bodies. */
  readonly isJoint: boolean
  /** The body that a part ever named alone. */
  readonly single: IssuerCode | undefined
  /** A part named one body alone at some time. */
  readonly mayNameOne: boolean
}

/** Parts are read once for each symbol, so that what they tell is worked out once. */
const KNOWN = new WeakMap<readonly string[], SymbolFacts>()
const NONE: SymbolFacts = { type: undefined, isLookAlike: false, isJoint: false, single: undefined, mayNameOne: false }

/** The facts of a symbol by its parts; of none where there are none. */
export function factsOf(parts: readonly string[]): SymbolFacts {
  if (!parts.length) return NONE
  let facts = KNOWN.get(parts)
  if (!facts) {
    facts = readFacts(parts)
    KNOWN.set(parts, facts)
  }
  return facts
}

function readFacts(parts: readonly string[]): SymbolFacts {
  const first = parts[0]!
  return {
    type: typeCodeOfSymbol(first),
    isLookAlike: isLookAlikeSymbol(first),
    isJoint: /(?:LT|LN|PH)$/.test(first) || parts.filter((part) => isIssuerCode(part)).length > 1,
    single: parts.map((part) => issuerOfCode(part, null)).find((issuer) => issuer?.scope === 'one'),
    mayNameOne: parts.some((part) => mayNameOne(part)),
  }
}
