/** A text that grows with `size` characters, made so that a careless matcher takes time that grows faster than the text. */
export interface Hostile {
  readonly name: string
  /** The size at which it is tried; then at four times that. */
  readonly size: number
  readonly make: (size: number) => string
  readonly mediaType?: 'text/html'
}

const MEGABYTE = 1_000_000

const repeated = (piece: string) => (size: number): string => piece.repeat(Math.ceil(size / piece.length))

/** `piece` is called with 1, 2, 3 …, so that every repeat differs. */
const counted = (piece: (count: number) => string) => (size: number): string => {
  const parts: string[] = []
  for (let count = 1, length = 0; length < size; count++) {
    const part = piece(count)
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}

const PLAN = 'Số: 12/KH-UBND\nHà Nam, ngày 05 tháng 4 năm 2023\n\nKẾ HOẠCH\nPhòng cháy năm 2023\n\nII. NHIỆM VỤ\n'

export const HOSTILE: readonly Hostile[] = [
  { name: 'markers', size: 60_000, make: repeated('1.1.1.') },
  { name: 'markers, one a line', size: 60_000, make: repeated('1.1.1.\n') },
  { name: 'markers that go deeper', size: 60_000, make: counted((count) => `${Array.from({ length: (count % 40) + 1 }, () => '1').join('.')}. a\n`) },
  { name: 'numbers without symbols', size: 80_000, make: repeated('số /////') },
  { name: 'half notations', size: 100_000, make: repeated('số 12/2020/NĐ-') },
  { name: 'spaces', size: 1.25 * MEGABYTE, make: repeated(' ') },
  { name: 'line breaks', size: 500_000, make: repeated('\n') },
  { name: 'one line', size: 1.25 * MEGABYTE, make: repeated('thực hiện công tác phòng, chống thiên tai ') },
  { name: 'one line of sentences', size: MEGABYTE, make: counted((count) => `Phòng Nội vụ chủ trì việc ${count}, phối hợp với Công an huyện trước ngày ${(count % 28) + 1}/6/2024. `) },
  { name: 'one word', size: 500_000, make: repeated('ngh') },
  { name: 'brackets', size: 100_000, make: repeated('(') },
  { name: 'quotes', size: 100_000, make: repeated('“') },
  { name: 'days', size: 200_000, make: repeated('ngày ') },
  { name: 'from, to', size: 200_000, make: repeated('từ ngày đến ngày ') },
  { name: 'digits', size: 200_000, make: repeated('0123456789') },
  { name: 'dates with slashes', size: 200_000, make: repeated('1/2/') },
  { name: 'joint bodies', size: 200_000, make: repeated('phối hợp với, , ,') },
  { name: 'a list of bodies', size: 200_000, make: counted((count) => `Phòng Nội vụ ${count}, Ban ${count}, `) },
  { name: 'capitals', size: 200_000, make: repeated('Ủy Ban Nhân Dân ') },
  { name: 'reasons', size: 200_000, make: repeated('Căn cứ ') },
  { name: 'decrees', size: 500_000, make: counted((count) => `Nghị định số ${count}/2020/NĐ-CP ngày ${(count % 28) + 1}/3/2020 của Chính phủ; `) },
  { name: 'short forms', size: 200_000, make: counted((count) => `${count}. Nghị định này, Luật này, Quyết định trên.\n`) },
  { name: 'items', size: 500_000, make: (size) => PLAN + counted((count) => `${count}. Phòng Y tế chủ trì việc ${count}.\n`)(size) },
  { name: 'dashes', size: 200_000, make: (size) => PLAN + repeated('- a\n')(size) },
  { name: 'short lines', size: 200_000, make: repeated('Ủy ban\n') },
  { name: 'headings', size: 200_000, make: repeated('KẾ HOẠCH\n') },
  { name: 'recipients', size: 200_000, make: (size) => `${PLAN}1. Rà soát.\n\nNơi nhận:\n${repeated('- Như trên;\n')(size)}` },
  { name: 'footnotes', size: 200_000, make: counted((count) => `Rà soát[${count}].\n[${count}] Chú thích ${count}.\n`) },
  { name: 'a table', size: 500_000, make: (size) => `STT\tNhiệm vụ\tChủ trì\tThời hạn\n${counted((count) => `${count}\tRà soát\tPhòng Y tế\tQuý II\n`)(size)}` },
  { name: 'cells in a line', size: 200_000, make: repeated('a\t') },
  { name: 'pipes', size: 200_000, make: repeated('| a ') },
  { name: 'broken lines', size: 500_000, make: repeated('thực hiện công tác phòng,\nchống thiên tai và tìm kiếm\ncứu nạn ') },
  { name: 'decomposed letters', size: 200_000, make: repeated('ế'.normalize('NFD')) },
  { name: 'marks', size: 100_000, make: repeated('\u0301') },
  { name: 'half surrogates', size: 100_000, make: repeated('\ud83d') },
  { name: 'an HTML table', size: 500_000, mediaType: 'text/html', make: (size) => `<table>${counted((count) => `<tr><td>${count}<td>Rà soát<td>Phòng Y tế`)(size)}` },
  { name: 'nested HTML', size: 15_000, mediaType: 'text/html', make: repeated('<div><b>') },
  { name: 'nested HTML tables', size: 30_000, mediaType: 'text/html', make: repeated('<table><tr><td>') },
  { name: 'open HTML tags', size: 100_000, mediaType: 'text/html', make: repeated('<a ') },
]

/** The least of several runs, in milliseconds: what else the machine does can only add to it. A run of seconds is not repeated. */
export function bestTime(run: () => void, clock: () => number, runs = 3): number {
  let best = Number.POSITIVE_INFINITY
  const begin = clock()
  for (let i = 0; i < runs && clock() - begin < 2000; i++) {
    const start = clock()
    run()
    best = Math.min(best, clock() - start)
  }
  return best
}
