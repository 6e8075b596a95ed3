import type { SaxesParser, SaxesTagPlain } from 'saxes'
import { UnreadableDocumentError } from '../model/diagnostics.js'
import type { ReadContext } from './reader.js'

export type Attributes = Readonly<Record<string, string>>

/** What a reader of XML wants to hear; `at` and `from` are offsets in the text. */
export interface XmlHandler {
  /** `from`: of "<"; `to`: behind ">". */
  readonly open?: (name: string, attributes: Attributes, from: number, to: number, selfClosing: boolean) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string, from: number, to: number) => void
}

type Bounds = Pick<ReadContext, 'limits' | 'signal'>

/** Tags between two looks at the clock. */
const TAGS_A_LOOK = 4096

/**
 * Read XML in one pass. Office formats know no document type declaration, so one is refused: no entity is ever expanded.
 * @throws UnreadableDocumentError `corrupt` where it is not well-formed, `too-large` where it nests too deep, what `signal` says
 */
export async function readXml(xml: string, handler: XmlHandler, { limits, signal }: Bounds): Promise<void> {
  const { SaxesParser: Parser } = await import('saxes')
  const parser: SaxesParser = new Parser({ position: true })
  let depth = 0
  let tags = 0
  parser.on('error', (error) => {
    throw new UnreadableDocumentError('corrupt', { reason: 'xml', detail: error.message })
  })
  parser.on('doctype', () => {
    throw new UnreadableDocumentError('corrupt', { reason: 'xml', detail: 'DOCTYPE' })
  })
  let from = 0
  parser.on('opentagstart', () => {
    if (++depth > limits.depth) throw new UnreadableDocumentError('too-large', { reason: 'depth', limit: limits.depth })
    if (++tags % TAGS_A_LOOK === 0) signal.throwIfAborted()
  })
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const to = parser.position
    from = xml.lastIndexOf('<', to - 1)
    handler.open?.(tag.name, tag.attributes, from, to, tag.isSelfClosing)
  })
  parser.on('text', (text) => handler.text?.(text))
  parser.on('cdata', (text) => handler.text?.(text))
  parser.on('closetag', (tag: SaxesTagPlain) => {
    depth--
    const to = parser.position
    handler.close?.(tag.name, tag.isSelfClosing ? from : xml.lastIndexOf('<', to - 1), to)
  })
  parser.write(xml).close()
}
