import { decodeBytes } from './bytes.js'
import { readHtml } from './html.js'
import type { Reader } from './reader.js'
import { readText } from './text.js'

/** Plain text and web pages: what no other reader has taken. */
const text: Reader = {
  id: 'text',
  accepts: () => true,
  read: async (bytes, { name }) => {
    const { text: content, mediaType, encoding } = decodeBytes(bytes, name)
    return { ...(mediaType === 'text/html' ? readHtml(content) : readText(content)), encoding }
  },
}

/** In this order; the first that accepts the bytes reads them. */
export const READERS: readonly Reader[] = [text]
