/** What a column holds: `date` is a day, `YYYY-MM-DD`. */
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'date'

export type Value = string | number | boolean | null
/** A row by the names of its columns. */
export type Row = Readonly<Record<string, Value>>

export interface Column {
  readonly name: string
  readonly type: ColumnType
  /** For the data dictionary. */
  readonly about: string
}

export interface TableSpec {
  readonly name: TableName
  readonly about: string
  /** Columns that tell one row from all others. */
  readonly key: readonly string[]
  readonly columns: readonly Column[]
}

const TABLE_NAMES = ['inputs', 'documents', 'sections', 'tasks', 'task_bodies', 'citations', 'instruments', 'dates', 'bodies', 'targets', 'diagnostics', 'failures'] as const
export type TableName = (typeof TABLE_NAMES)[number]

/** The rows of a table in a file of JSON lines, one row each, its keys in the order of the columns. */
export interface TableFile {
  readonly name: TableName
  readonly path: string
  readonly rows: number
}

const column = (name: string, type: ColumnType, about: string): Column => ({ name, type, about })
const text = (name: string, about: string): Column => column(name, 'text', about)
const integer = (name: string, about: string): Column => column(name, 'integer', about)
const day = (name: string, about: string): Column => column(name, 'date', about)

const DOCUMENT = text('document_id', 'SHA-256 of the bytes; joins all tables')
const SPAN = [integer('start', 'first code unit in the text of the document'), integer('end', 'the one after the last')]
const BODY = [
  text('body_id', 'the same for the same body in all documents'), text('name', 'written out and completed'), text('text', 'as written'),
  text('kind', 'committee, department, school …'), text('level', 'central, province, district, commune'), text('place', 'without its kind'), column('collective', 'boolean', 'a group named as one'),
]

/** The tables of an archive, each column with what it means: the one place where they are defined. */
export const TABLES: readonly TableSpec[] = [
  {
    name: 'inputs', about: 'every input and what became of it', key: ['source'],
    columns: [text('source', 'path as given'), DOCUMENT, text('status', 'done, failed or duplicate'), text('same_as', 'the input with the same content that was read'), integer('byte_length', 'bytes of the file')],
  },
  {
    name: 'documents', about: 'one row for each document that was read', key: ['document_id'],
    columns: [
      DOCUMENT, text('source', 'path as given'), text('kind', 'document or article'), text('reader', 'text, html, docx, doc, rtf, odt, pdf, ocr'), text('encoding', 'before repair'), integer('pages', 'null where the format has none'),
      column('ocr_confidence', 'number', '0 to 1; null without OCR'), text('type', 'code of the document type'), text('type_name', 'its name'), text('notation', 'số, ký hiệu'), text('number', 'its number'), text('title', 'trích yếu'),
      text('issuer', 'cơ quan ban hành, written out'), text('issuer_id', 'joins bodies.body_id'), text('issuer_level', 'central, province, district, commune'), text('parent', 'cơ quan chủ quản'), text('place', 'of the dateline'),
      text('issued', 'EDTF'), day('issued_from', 'first day it may mean'), day('issued_to', 'last day it may mean'), integer('year', 'of issue'), text('signer', 'name of the first signer'), text('signer_position', 'chức vụ'),
      integer('characters', 'of the text'), integer('sections', 'in the outline'), integer('tasks', ''), integer('citations', ''), integer('targets', ''), integer('diagnostics', ''),
    ],
  },
  {
    name: 'sections', about: 'the outline, in reading order', key: ['document_id', 'section_no'],
    columns: [DOCUMENT, integer('section_no', 'from 0 in reading order'), integer('parent_no', 'section_no of the one above'), text('path', 'II.1.a'), text('marker', 'as printed'), text('kind', 'roman, decimal, article …'), text('role', 'purpose, tasks, funding …'), text('heading', 'title after the marker'), ...SPAN],
  },
  {
    name: 'tasks', about: 'nhiệm vụ', key: ['document_id', 'task_no'],
    columns: [
      DOCUMENT, integer('task_no', 'from 0 in reading order'), text('task_id', 'stable over small edits of the text'), text('section', 'path of the section'), text('group', 'headings above, joined by " / "'), text('text', 'what is to be done, verbatim'),
      text('due', 'EDTF'), text('due_text', 'verbatim'), day('due_from', 'first day of the due; null where open'), day('due_to', 'last day of the due; null where open'), text('output', 'sản phẩm'), text('origin', 'item, sentence, table'),
      text('responsible', 'names, joined by "; "'), text('coordinating', 'names, joined by "; "'), column('confidence', 'number', '0 to 1'), ...SPAN,
    ],
  },
  { name: 'task_bodies', about: 'who leads and who joins, one row for each body of a task', key: ['document_id', 'task_no', 'role', 'body_no'], columns: [DOCUMENT, integer('task_no', 'joins tasks'), text('role', 'responsible or coordinating'), integer('body_no', 'from 0 within the role'), ...BODY] },
  {
    name: 'citations', about: 'every mention of an instrument', key: ['document_id', 'citation_no'],
    columns: [
      DOCUMENT, integer('citation_no', 'from 0 in reading order'), text('type', 'code'), text('notation', 'canonical'), text('name', 'of a law'), text('date', 'EDTF'), text('issuer', 'written out'), text('title', 'trích yếu'),
      text('relation', 'basis, amends, replaces, guides, refers …'), integer('refers_to', 'citation_no that a short form stands for'), text('urn', 'urn:lex:vn:…'), text('instrument', 'joins instruments.instrument within the document'), text('text', 'verbatim'), ...SPAN,
    ],
  },
  {
    name: 'instruments', about: 'each cited instrument once for each document, its mentions put together', key: ['document_id', 'instrument'],
    columns: [DOCUMENT, text('instrument', 'urn, else notation with date, else name with date: the same for the same instrument in all documents'), text('type', 'code'), text('notation', ''), text('name', ''), text('date', 'EDTF'), text('issuer', ''), text('title', ''), text('urn', ''), column('basis', 'boolean', 'stands among the bases'), integer('mentions', 'how often')],
  },
  { name: 'dates', about: 'every mention of a time', key: ['document_id', 'date_no'], columns: [DOCUMENT, integer('date_no', 'from 0 in reading order'), text('text', 'verbatim'), text('edtf', 'null where it cannot be worked out'), day('day_from', 'first day; null where open'), day('day_to', 'last day; null where open'), text('role', 'deadline, period, citation …'), ...SPAN] },
  { name: 'bodies', about: 'each body that a document gives a part, once for each part', key: ['document_id', 'body_no'], columns: [DOCUMENT, integer('body_no', 'from 0'), text('part', 'issuer, joint-issuer, parent, addressee, recipient, responsible, coordinating'), ...BODY, integer('mentions', 'how often in this part')] },
  {
    name: 'targets', about: 'chỉ tiêu', key: ['document_id', 'target_no'],
    columns: [DOCUMENT, integer('target_no', 'from 0 in reading order'), text('section', ''), text('comparator', '>=, <=, =, >, <, ~'), column('value', 'number', ''), column('value_to', 'number', 'upper end of a range'), text('unit', 'as written'), text('by', 'EDTF'), day('by_to', 'last day of it'), text('text', 'verbatim'), ...SPAN],
  },
  { name: 'diagnostics', about: 'what a careful clerk would point out', key: ['document_id', 'diagnostic_no'], columns: [DOCUMENT, integer('diagnostic_no', 'from 0'), text('code', ''), text('severity', 'error, warning, info'), text('message', ''), ...SPAN] },
  { name: 'failures', about: 'inputs that could not be read', key: ['source'], columns: [text('source', 'path as given'), DOCUMENT, text('code', 'empty, corrupt, encrypted, timeout …'), text('message', '')] },
]

export const tableSpec = (name: TableName): TableSpec => TABLES.find((table) => table.name === name)!
