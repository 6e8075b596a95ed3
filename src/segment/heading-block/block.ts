import type { DocumentType, Notation } from '../../model/plan.js'
import type { Span, Spanned } from '../../model/span.js'
import type { HeadingName } from './issuer-names.js'
import type { Title } from './title.js'

/** The heading block, *thể thức đầu*, as it is printed (Nghị định 30/2020/NĐ-CP, Phụ lục I; Hướng dẫn 36-HD/VPTW). */
export interface HeadingBlock {
  /** `article`: no national heading, no number, no dateline; a headline, then prose. */
  readonly kind: 'document' | 'article'
  /** Index of the first line that is not heading. */
  readonly firstBodyLine: number
  readonly issuer: HeadingName | null
  readonly jointIssuers: readonly HeadingName[]
  readonly parent: HeadingName | null
  /** *Số, ký hiệu.* */
  readonly notation: (Notation & { readonly span: Span }) | null
  /** *Địa danh* of the dateline. */
  readonly place: Spanned | null
  /** The day of issue without the place, with its EDTF value. */
  readonly issued: (Spanned & { readonly edtf: string }) | null
  /** From the line of the type, else from the symbol. */
  readonly type: DocumentType | null
  /** *Trích yếu.* */
  readonly title: Title | null
  /** *Kính gửi*, one each. */
  readonly addressees: readonly Spanned[]
  /** MẬT, HỎA TỐC, DỰ THẢO …, as printed. */
  readonly marks: readonly string[]
  /** "(Kèm theo Quyết định số …)" below the title. */
  readonly attachment: Spanned | null
  /** Provinces and districts that the preamble names with their kind, where the issuers do not tell the province: "tỉnh Hải Dương", "huyện Tây Hòa". */
  readonly neighbours: readonly string[]
}

export interface HeadingHints {
  /** The page around the text is one of a press article. */
  readonly looksLikeArticle: boolean
}
