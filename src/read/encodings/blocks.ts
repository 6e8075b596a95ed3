import type { Block } from '../blocks.js'
import { nameOfUnicode } from './names.js'
import { learnEncoding } from './unfonted.js'

/** Blocks whose letters are Unicode, and what they were before. */
export interface DecodedBlocks {
  readonly blocks: readonly Block[]
  readonly encoding: string
}

/**
 * What the names of fonts did not tell is decoded by statistics, paragraph by paragraph: old letters in a font of another name.
 * `encoding` is what the fonts told.
 */
export function decodeBlocks(blocks: readonly Block[], encoding: string): DecodedBlocks {
  const decoder = learnEncoding(paragraphsOf(blocks))
  if (decoder.encoding === 'unicode') return { blocks, encoding: encoding === 'unicode' ? nameOfUnicode([...paragraphsOf(blocks)].join('\n')) : encoding }
  const names = new Set([...encoding.split('+'), ...decoder.encoding.split('+')].filter((name) => name !== 'unicode'))
  return { blocks: blocks.map((block) => decodeBlock(block, decoder.decode)), encoding: [...names].sort().join('+') }
}

function* paragraphsOf(blocks: readonly Block[]): Generator<string> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') yield block.text
    else for (const row of block.rows) for (const cell of row) yield* paragraphsOf(cell.blocks)
  }
}

function decodeBlock(block: Block, decode: (text: string) => string): Block {
  if (block.kind === 'paragraph') return { ...block, text: decode(block.text) }
  return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: cell.blocks.map((inner) => decodeBlock(inner, decode)) }))) }
}
