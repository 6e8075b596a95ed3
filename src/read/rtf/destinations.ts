/** What the text of a group is for. */
export type Destination = 'body' | 'skip' | 'fonts' | 'styles' | 'lists' | 'list-uses' | 'number' | 'note' | 'box' | 'shape' | 'row' | 'level-text'

/** Groups that open with one of these words; inherited by the groups within. */
const DESTINATIONS: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts', stylesheet: 'styles', listtable: 'lists', listoverridetable: 'list-uses', listtext: 'number', pntext: 'number', footnote: 'note',
  shptxt: 'box', shpinst: 'shape', dptxbxtext: 'box', do: 'shape', leveltext: 'level-text', levelnumbers: 'skip', listname: 'skip', nesttableprops: 'row', ud: 'body', fldrslt: 'body', result: 'body', shppict: 'skip',
  ...Object.fromEntries(
    ('colortbl info pict header headerl headerr headerf footer footerl footerr footerf annotation fldinst xe tc rxe txe bkmkstart bkmkend object objdata upr nonesttables nonshppict ' +
      'shprslt sp filetbl revtbl rsidtbl generator themedata colorschememapping datastore latentstyles ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn template mmathPr panose falt private ' +
      'pn pnseclvl userprops docvar xmlnstbl listpicture atnid atnauthor atndate').split(' ').map((word) => [word, 'skip' as const]),
  ),
}

/** Destinations that show something within a group that is skipped. */
const SHOWN_INSIDE: ReadonlySet<string> = new Set(['result', 'ud', 'shptxt', 'dptxbxtext', 'shpinst'])
const SKIPPED_FOR_GOOD: ReadonlySet<string> = new Set(['info', 'header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf', 'annotation', 'shprslt', 'nonshppict', 'nonesttables', 'pict', 'fldinst'])

/** The destination that a word opens: undefined where it opens none, "skip" for one that may be passed over. */
export function destinationOf(word: string, optional: boolean, within: Destination): Destination | undefined {
  const found = DESTINATIONS[word]
  if (within === 'skip' && !SHOWN_INSIDE.has(word)) return found || optional ? 'skip' : undefined
  return found ?? (optional ? 'skip' : undefined)
}

/** Nothing inside is on the page, whatever it is. */
export const isAside = (word: string): boolean => SKIPPED_FOR_GOOD.has(word)
