/** The nodes of mammoth's document that are read here; others have children or nothing. */
export type WordNode =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'tab' }
  | { readonly type: 'break'; readonly breakType: 'line' | 'page' | 'column' }
  | { readonly type: 'checkbox'; readonly checked: boolean }
  | { readonly type: 'noteReference'; readonly noteType: string; readonly noteId: string }
  | { readonly type: 'run'; readonly font: string | null; readonly styleId: string | null; readonly isStrikethrough: boolean; readonly children: readonly WordNode[] }
  | { readonly type: 'paragraph'; readonly styleId: string | null; readonly children: readonly WordNode[] }
  | { readonly type: 'table'; readonly children: readonly WordNode[] }
  | { readonly type: 'tableRow'; readonly isHeader: boolean; readonly children: readonly WordNode[] }
  | { readonly type: 'tableCell'; readonly rowSpan: number; readonly colSpan: number; readonly children: readonly WordNode[] }
  | { readonly type: 'hyperlink' | 'image' | 'commentReference' | 'bookmarkStart' | 'other'; readonly children?: readonly WordNode[] }

export interface WordDocument {
  readonly type: 'document'
  readonly children: readonly WordNode[]
  readonly notes: { readonly resolve: (reference: { readonly noteType: string; readonly noteId: string }) => { readonly body: readonly WordNode[] } | null }
}
