import { NOTHING, type Cleaner } from './cleaner.js'

/** What a portal or a newspaper printed around the text. */
export const webPage: Cleaner = { id: 'web-page', clean: () => NOTHING }
