import { addDays } from '../../model/edtf.js'
import type { Tally } from './tally.js'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!)

/** Bars that lie on their side, the longest first, each with its number: a table, so that it can be read aloud and copied. */
export function bars(rows: readonly (readonly [label: string, count: number])[], format: (count: number) => string): string {
  const most = Math.max(1, ...rows.map(([, count]) => count))
  const row = ([label, count]: readonly [string, number]): string =>
    `<tr><th scope="row" title="${escapeHtml(label)}">${escapeHtml(label)}</th><td><div class="bar" style="width:${((100 * count) / most).toFixed(1)}%"></div></td><td class="number">${format(count)}</td></tr>`
  return `<table class="bars"><tbody>${rows.map(row).join('')}</tbody></table>`
}

/** Standing columns, one for each key in the order given. */
export function columns(keys: readonly string[], tally: Tally, format: (count: number) => string): string {
  const [width, height, gap] = [44, 150, 8]
  const most = Math.max(1, ...keys.map((key) => tally.get(key)))
  const bar = (key: string, index: number): string => {
    const count = tally.get(key)
    const tall = (height * count) / most
    const x = index * (width + gap)
    const middle = x + width / 2
    return `<g><title>${escapeHtml(key)}: ${format(count)}</title><rect x="${x}" y="${(height - tall + 16).toFixed(1)}" width="${width}" height="${tall.toFixed(1)}" rx="2"/><text x="${middle}" y="${(height - tall + 11).toFixed(1)}" class="value">${format(count)}</text><text x="${middle}" y="${height + 32}">${escapeHtml(key)}</text></g>`
  }
  const total = keys.length * (width + gap)
  return `<svg class="columns" role="img" viewBox="0 0 ${Math.max(total, 1)} ${height + 40}" width="${total}" height="${height + 40}">${keys.map(bar).join('')}</svg>`
}

/** Who issued how much in which year: a table whose cells are the darker the more there are. */
export function matrix(rowNames: readonly string[], columnNames: readonly string[], count: (row: string, column: string) => number, format: (count: number) => string, corner: string): string {
  const most = Math.max(1, ...rowNames.flatMap((row) => columnNames.map((column) => count(row, column))))
  const cell = (row: string, column: string): string => {
    const value = count(row, column)
    return value ? `<td class="heat${(value / most).toFixed(2) > '0.55' ? ' strong' : ''}" style="--heat:${(15 + (85 * value) / most).toFixed(0)}%">${format(value)}</td>` : '<td></td>'
  }
  const head = columnNames.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('')
  const body = rowNames.map((row) => `<tr><th scope="row" title="${escapeHtml(row)}">${escapeHtml(row)}</th>${columnNames.map((column) => cell(row, column)).join('')}</tr>`).join('')
  return `<div class="scroll"><table class="matrix"><thead><tr><th scope="col">${escapeHtml(corner)}</th>${head}</tr></thead><tbody>${body}</tbody></table></div>`
}

const SIDE = 12

/**
 * A year as a calendar, weeks from left to right, Monday on top, each day the darker the more falls due:
 *
 *     2024   T1 ▢▢▢▢ T2 ▢▢▢▢ …
 */
export function calendar(year: string, dues: Tally, format: (count: number) => string, monthName: (month: number) => string): string {
  const first = `${year}-01-01`
  const offset = weekday(first)
  const cells: string[] = []
  let most = 1
  for (let day = first; day.startsWith(year); day = addDays(day, 1)) most = Math.max(most, dues.get(day))
  let index = 0
  for (let day = first; day.startsWith(year); day = addDays(day, 1), index++) {
    const count = dues.get(day)
    const week = Math.floor((index + offset) / 7)
    const heat = count ? ` style="--heat:${(20 + (80 * Math.sqrt(count)) / Math.sqrt(most)).toFixed(0)}%"` : ''
    cells.push(`<rect x="${week * SIDE}" y="${((index + offset) % 7) * SIDE + 16}" width="${SIDE - 2}" height="${SIDE - 2}" rx="2" class="${count ? 'day heat' : 'day'}"${heat}><title>${day.split('-').reverse().join('/')}: ${format(count)}</title></rect>`)
    if (day.endsWith('-01')) cells.push(`<text x="${week * SIDE}" y="10">${escapeHtml(monthName(Number(day.slice(5, 7))))}</text>`)
  }
  const width = 54 * SIDE
  return `<figure class="calendar"><figcaption>${escapeHtml(year)}</figcaption><svg role="img" viewBox="0 0 ${width} ${7 * SIDE + 18}" width="${width}" height="${7 * SIDE + 18}">${cells.join('')}</svg></figure>`
}

/** 0 for Monday. Days are counted from Monday, 3 January 2000. */
function weekday(day: string): number {
  return (((Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) - Date.UTC(2000, 0, 3)) / 86_400_000) % 7 + 7) % 7
}
