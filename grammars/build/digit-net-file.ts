import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The TypeScript that carries what `grammars/build/digits/train.py` wrote into grammars/digit-net.json. */
export function printDigitNet(): string {
  const net = JSON.stringify(JSON.parse(readFileSync(fileURLToPath(new URL('../digit-net.json', import.meta.url)), 'utf8')))
  return [
    '// Generated from grammars/digit-net.json by `npm run grammars`. Do not edit.',
    "import type { DigitNet } from '../digit-net.js'",
    `export const DIGIT_NET = JSON.parse(${JSON.stringify(net)}) as DigitNet`,
    '',
  ].join('\n')
}
