/** The name of what was found, as `source.encoding` has it: "unicode" where nothing was, "tcvn3+vni" where several were. */
export const nameEncodings = (found: ReadonlySet<string>): string => (found.size ? [...found].sort().join('+') : 'unicode')

const DECOMPOSED = /\p{L}[\u0300-\u0303\u0306\u0309\u031b\u0323]/gu
const COMPOSED = /[\u00c0-\u00c3\u00c8-\u00ca\u00cc\u00cd\u00d2-\u00d5\u00d9\u00da\u00dd\u00e0-\u00e3\u00e8-\u00ea\u00ec\u00ed\u00f2-\u00f5\u00f9\u00fa\u00fd\u1ea0-\u1ef9]/g

/** What Unicode text is in: "unicode-decomposed" (*tổ hợp*) where the marks of most letters are characters of their own. */
export function nameOfUnicode(text: string): 'unicode' | 'unicode-decomposed' {
  const marks = text.match(DECOMPOSED)?.length ?? 0
  return marks > 0 && marks * 2 >= (text.match(COMPOSED)?.length ?? 0) ? 'unicode-decomposed' : 'unicode'
}
