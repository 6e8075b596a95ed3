import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/node.js'

const installed = spawnSync('tesseract', ['--version']).status === 0

describe.runIf(installed)('a page on its side, where tesseract is installed', () => {
  it.each([90, 270])('is turned by %i degrees and read', async (degrees) => {
    const page = await loadImage(readFileSync(new URL('printed-page.png', import.meta.url)))
    const canvas = createCanvas(1754, page.width)
    const context = canvas.getContext('2d')
    context.fillStyle = 'white'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.translate(canvas.width / 2, canvas.height / 2)
    context.rotate((degrees * Math.PI) / 180)
    context.drawImage(page, -page.width / 2, -800)
    context.drawImage(page, -page.width / 2, -300)
    const { text } = await readDocument(canvas.toBuffer('image/png'), { apart: false })
    expect(text).toContain('17/KH-UBND')
    expect(text).toContain('ngày 05 tháng 3 năm 2024')
  }, 60_000)
})
