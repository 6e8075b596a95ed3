/** `npm run templates`: the sample templates of templates/, written with the layout of drafts. */
import { writeFileSync } from 'node:fs'
import { SAMPLES } from './samples.js'

for (const { name, write } of SAMPLES) writeFileSync(new URL(`../${name}.docx`, import.meta.url), await write())
