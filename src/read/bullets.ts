/** Bullets of Symbol and Wingdings are private characters: the signs that a reader sees in their place. */
const BULLETS: Readonly<Record<string, string>> = {
  '\uf0b7': '•', '\uf02d': '-', '\uf0a7': '▪', '\uf0d8': '➢', '\uf0fc': '✓', '\uf076': '❖', '\uf06e': '■', '\uf06c': '●', '\uf071': '□', '\uf0a8': '□',
  '\uf02b': '+', '\uf02a': '*', '\uf0be': '-', '\uf0b0': '○', '\uf0e0': '➢', '\uf0f0': '➢', '\uf0c4': '➢',
}

/** The sign of a bullet as it is seen; `font` where the format names one. */
export function printBullet(text: string, font: string | undefined): string {
  const sign = text.trim()
  if (/^courier/i.test(font ?? '') && sign === 'o') return '○'
  if (/^(?:symbol|wingdings|webdings)/i.test(font ?? '') && sign.length === 1 && sign < '\u0100') return BULLETS[String.fromCharCode(0xf000 + sign.charCodeAt(0))] ?? sign
  return sign.replace(/[\ue000-\uf8ff]/g, (code) => BULLETS[code] ?? '•')
}
