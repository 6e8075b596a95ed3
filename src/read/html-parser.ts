import { DomHandler, Parser } from 'htmlparser2'
import type { Node } from './html-node.js'

/**
 * Elements open inside one another; browsers stop at 512. The parser's stack is moved as a whole at each tag, so that
 * a page of tags never closed would take time that grows with the square of its length.
 */
const MOST_OPEN = 2000

/** The top nodes of a page. An element nested deeper than `MOST_OPEN` is closed where it opens: what it holds becomes its parent's. */
export function parseHtml(html: string): Node[] {
  const handler = new DepthHandler()
  new BoundedParser(handler).end(html)
  return handler.root.children
}

class DepthHandler extends DomHandler {
  depth = 0

  override onopentag(name: string, attributes: Record<string, string>): void {
    this.depth++
    super.onopentag(name, attributes)
  }

  override onclosetag(): void {
    this.depth--
    super.onclosetag()
  }
}

class BoundedParser extends Parser {
  readonly #handler: DepthHandler
  #full = false

  constructor(handler: DepthHandler) {
    super(handler, { decodeEntities: true })
    this.#handler = handler
  }

  override onopentagname(start: number, end: number): void {
    this.#full = this.#handler.depth >= MOST_OPEN
    super.onopentagname(start, end)
  }

  override onclosetag(start: number, end: number): void {
    this.#full = false
    super.onclosetag(start, end)
  }

  protected override isVoidElement(name: string): boolean {
    return this.#full || super.isVoidElement(name)
  }
}
