import { strToU8, zipSync } from 'fflate'

/** Parts of a Word file, without their root elements; what is left out is not in the file. */
export interface WordFile {
  readonly body: string
  readonly numbering?: string
  readonly styles?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly header?: string
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const NAMESPACES = `xmlns:w="${W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"`

const part = (root: string, content: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${NAMESPACES}>${content}</w:${root}>`)

export function toWordFile({ body, numbering, styles, footnotes, endnotes, header }: WordFile): Uint8Array {
  const parts: Record<string, Uint8Array> = { 'word/document.xml': part('document', `<w:body>${body}<w:sectPr/></w:body>`) }
  if (numbering !== undefined) parts['word/numbering.xml'] = part('numbering', numbering)
  if (styles !== undefined) parts['word/styles.xml'] = part('styles', styles)
  if (footnotes !== undefined) parts['word/footnotes.xml'] = part('footnotes', footnotes)
  if (endnotes !== undefined) parts['word/endnotes.xml'] = part('endnotes', endnotes)
  if (header !== undefined) parts['word/header1.xml'] = part('hdr', header)
  return zipSync(parts)
}

/** A run of text, perhaps in a font. */
export const run = (text: string, font?: string): string => `<w:r>${font ? `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`

/** A paragraph with its properties and runs; plain text becomes one run. */
export const paragraph = (content: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') || !content ? content : run(content)}</w:p>`

/** The properties of a paragraph of a list. */
export const numbered = (list: number, level = 0): string => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`

export const level = (index: number, format: string, text: string, more = ''): string => `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`

export const abstractList = (id: number, levels: string): string => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`

export const list = (id: number, abstract: number, overrides = ''): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`

export const startAt = (index: number, start: number): string => `<w:lvlOverride w:ilvl="${index}"><w:startOverride w:val="${start}"/></w:lvlOverride>`

export const cell = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<w:p>') || content.startsWith('<w:tbl>') ? content : paragraph(content)}</w:tc>`

export const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`

export const table = (...rows: string[]): string => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`
