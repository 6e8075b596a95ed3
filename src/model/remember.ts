const MOST = 4096

/**
 * A pure function of some words that is asked the same again and again, in one document and in the next ones of an archive (names of issuers,
 * titles of parts): what it said is kept, of the last few thousand words. It never gives `undefined`.
 */
export function rememberWords<T extends NonNullable<unknown> | null>(of: (words: string) => T): (words: string) => T {
  const known = new Map<string, T>()
  return (words) => {
    // Letters of its own: a part of a document, kept as a key, would keep the whole document.
    const key = `=${words}`
    const before = known.get(key)
    if (before !== undefined) return before
    const value = of(key.slice(1))
    if (known.size >= MOST) known.clear()
    known.set(key, value)
    return value
  }
}
