import type { CutPictures } from './cut-pictures.js'
import type { PdfPage } from './open-pdf.js'
import type { PageMarks } from './page-operators.js'
import { type Scan, scanOf } from './page-picture.js'

/** What is kept at most, in bytes: pages of black and white by the hundred, of grey a few. */
const MOST_KEPT = 64 * 1024 * 1024

interface Kept {
  readonly scan?: Scan | undefined
  readonly failed?: unknown
  readonly bytes: number
}

/** Scanned pages as they were decoded with the page's operators, kept until their turn with OCR comes, while there is room: decoding them again takes as long as the rest of making them ready. */
export class KeptScans {
  readonly #cut: CutPictures
  readonly #kept = new Map<number, Kept>()
  #bytes = 0

  constructor(cut: CutPictures) {
    this.#cut = cut
  }

  /** Keeps what {@link scanOf} finds, or that it failed. */
  async keep(page: PdfPage, marks: PageMarks, width: number, height: number): Promise<void> {
    if (this.#bytes >= MOST_KEPT) return
    const kept = await this.#scanOf(page, marks, width, height).then((scan): Kept => ({ scan, bytes: scan ? bytesOf(scan) : 0 }), (failed: unknown): Kept => ({ failed, bytes: 0 }))
    this.#bytes += kept.bytes
    this.#kept.set(page.pageNumber, kept)
  }

  /**
   * The scan that a page is, decoded now where it was not kept; `undefined` where the page is more than that.
   * @throws UnreadableDocumentError where the scan is damaged
   */
  async take(number: number, readAgain: () => Promise<Parameters<KeptScans['keep']>>): Promise<Scan | undefined> {
    const kept = this.#kept.get(number)
    if (!kept) return this.#scanOf(...(await readAgain()))
    this.#kept.delete(number)
    this.#bytes -= kept.bytes
    if (kept.failed) throw kept.failed
    return kept.scan
  }

  async #scanOf(page: PdfPage, { images, words }: PageMarks, width: number, height: number): Promise<Scan | undefined> {
    const scan = await scanOf(page, images, width, height, this.#cut)
    return words.some(({ visible }) => visible) ? undefined : scan
  }
}

const bytesOf = ({ image }: Scan): number => ('bits' in image ? image.bits : image.data).length
