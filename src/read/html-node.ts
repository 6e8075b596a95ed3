import type { parseDocument } from 'htmlparser2'

/** A node of a parsed page, an element, a text: the parser's own types, named by what we need of them. */
export type Node = ReturnType<typeof parseDocument>['children'][number]
export type Element = Extract<Node, { readonly name: string; readonly attribs: object }>
export type TextNode = Extract<Node, { readonly data: string; readonly nodeType: 3 }>

export const isElement = (node: { readonly type: string }): node is Element => node.type === 'tag' || node.type === 'script' || node.type === 'style'
export const isTextNode = (node: { readonly type: string }): node is TextNode => node.type === 'text'

/** Elements inside an element, in order; without recursion, since hostile pages nest without end. */
export function* elementsIn(element: Element): Generator<Element> {
  const open: Node[] = [...element.children].reverse()
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue
    yield node
    for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i]!)
  }
}

export function isHidden(element: Element): boolean {
  const { hidden, style } = element.attribs
  return hidden !== undefined || element.attribs['aria-hidden'] === 'true' || (style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/.test(style))
}
