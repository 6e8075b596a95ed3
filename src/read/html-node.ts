import type { parseDocument } from 'htmlparser2'

type AnyNode = ReturnType<typeof parseDocument>['children'][number]
/** A node of a parsed page, an element, a text: the parser's own types, named by what we need of them. */
export type Node = AnyNode
export type Element = Extract<AnyNode, { readonly name: string; readonly attribs: object }>
export type TextNode = Extract<AnyNode, { readonly type: 'text' | string; readonly data: string; readonly nodeType: 3 }>

export const isElement = (node: { readonly type: string }): node is Element => node.type === 'tag' || node.type === 'script' || node.type === 'style'
export const isTextNode = (node: { readonly type: string }): node is TextNode => node.type === 'text'
