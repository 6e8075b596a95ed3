import { ownText } from './own-text.js'

const MOST = 4096

/** A map that never grows beyond a bound: full, it begins anew. */
export interface Memory<K, V> {
  readonly get: (key: K) => V | undefined
  readonly set: (key: K, value: V) => void
}

/**
 * What was worked out and may be asked again, in one document and in the next ones of an archive. Text that it is to keep must be text of its
 * own ({@link ownText}): a part of a document, kept, would keep the whole document.
 */
export function createMemory<K, V>(most = MOST): Memory<K, V> {
  const known = new Map<K, V>()
  return {
    get: (key) => known.get(key),
    set: (key, value) => {
      if (known.size >= most) known.clear()
      known.set(key, value)
    },
  }
}

/** A pure function of some words (names of issuers, titles of parts), whose last answers are kept. It never gives `undefined`. */
export function rememberWords<T extends NonNullable<unknown> | null>(of: (words: string) => T): (words: string) => T {
  const known = createMemory<string, T>()
  return (words) => {
    const before = known.get(words)
    if (before !== undefined) return before
    const own = ownText(words)
    const value = of(own)
    known.set(own, value)
    return value
  }
}
