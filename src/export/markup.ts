/** Characters that XML 1.0 cannot hold: controls, halves of surrogate pairs, non-characters. */
const UNPRINTABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

export const withoutUnprintable = (text: string): string => text.replace(UNPRINTABLE, '')

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text for HTML and XML, in elements and in quoted attributes. */
export const escapeMarkup = (text: string): string => withoutUnprintable(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]!)
