/** Names of code pages as TextDecoder has them; others are read as Windows-1252. */
const LABELS: Readonly<Record<number, string>> = {
  437: 'windows-1252', 874: 'windows-874', 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5', 1250: 'windows-1250', 1251: 'windows-1251', 1252: 'windows-1252', 1253: 'windows-1253',
  1254: 'windows-1254', 1255: 'windows-1255', 1256: 'windows-1256', 1257: 'windows-1257', 1258: 'windows-1258', 10000: 'macintosh', 65001: 'utf-8',
}

/** Code pages of the character sets of fonts, `\fcharset`; of 0 and 1 the file's own. */
const OF_CHARSETS: Readonly<Record<number, number>> = {
  77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250,
}

export const codePageOfCharset = (charset: number): number | undefined => OF_CHARSETS[charset]

const DECODERS = new Map<string, InstanceType<typeof TextDecoder>>()

export function decodePage(bytes: readonly number[], page: number): string {
  const label = LABELS[page] ?? 'windows-1252'
  let decoder = DECODERS.get(label)
  if (!decoder) DECODERS.set(label, (decoder = new TextDecoder(label)))
  return decoder.decode(Uint8Array.from(bytes))
}
