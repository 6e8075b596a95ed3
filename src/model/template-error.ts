/** Where a tag stands in a template. */
export interface TagPlace {
  /** The tag as written, with its braces. */
  readonly tag: string
  /** Part of the Word file: "document", "header1". */
  readonly part: string
  /** Number of the paragraph in that part, from 1. */
  readonly paragraph: number
  /** Words of the paragraph. */
  readonly near: string
}

/** Arguments of each code. */
export interface TemplateFaultArgs {
  /** No Word file (DOCX). */
  'not-docx': { readonly because: string }
  /** A Word file that is damaged or cut off. */
  corrupt: { readonly because: string }
  /** More bytes, packed or unpacked, than it may have. */
  'too-large': { readonly limit: number }
  'too-many-tags': { readonly limit: number }
  'unknown-tag': TagPlace
  /** A list of the plan inside the items of another list. */
  'list-out-of-place': TagPlace & { readonly list: string }
  /** A list printed like a value: {tasks} for {#tasks}…{/tasks}. */
  'list-as-text': TagPlace
  /** "{" without "}", or the other way round. */
  'brace-alone': TagPlace
  /** {#x} without {/x}. */
  'list-not-closed': TagPlace
  /** {/x} without {#x}, or another list was opened last. */
  'list-not-opened': TagPlace
  /** Something else that the library refuses, in its own words. */
  refused: TagPlace & { readonly because: string }
}

export type TemplateFaultCode = keyof TemplateFaultArgs

export type TemplateFault = { [C in TemplateFaultCode]: { readonly code: C; readonly args: TemplateFaultArgs[C] } }[TemplateFaultCode]

/** Why a template cannot be filled: every fault that was found, in reading order; `message` words them all. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError'
  readonly code: TemplateFaultCode
  readonly faults: readonly [TemplateFault, ...TemplateFault[]]

  constructor(faults: readonly [TemplateFault, ...TemplateFault[]], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = faults[0].code
    this.faults = faults
  }
}
