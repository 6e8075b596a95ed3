import { createCanvas } from '@napi-rs/canvas'
import { expect, it } from 'vitest'
import { grayOfColour } from '../../../src/read/ocr/gray-image.js'
import { withStrokesCounted } from '../../../src/read/ocr/strokes.js'

/** A number as a printer sets it: strokes with feet and heads, and what stands behind them. */
function printed(strokes: number, behind: 'nothing' | 'slash' | 'v') {
  const canvas = createCanvas(160, 60)
  const context = canvas.getContext('2d')
  context.fillStyle = 'white'
  context.fillRect(0, 0, 160, 60)
  context.fillStyle = 'black'
  for (let i = 0; i < strokes; i++) {
    context.fillRect(14 + i * 11, 10, 4, 32)
    context.fillRect(11 + i * 11, 10, 10, 2)
    context.fillRect(11 + i * 11, 40, 10, 2)
  }
  context.lineWidth = 4
  context.beginPath()
  const at = 12 + strokes * 11
  if (behind === 'slash') { context.moveTo(at + 2, 46); context.lineTo(at + 16, 8) }
  if (behind === 'v') { context.moveTo(at + 2, 10); context.lineTo(at + 12, 42); context.lineTo(at + 22, 10) }
  context.stroke()
  return { image: grayOfColour(context.getImageData(0, 0, 160, 60).data, 160, 60, 4), right: at + (behind === 'nothing' ? 0 : 20) }
}

const counted = (seen: string, strokes: number, behind: 'nothing' | 'slash' | 'v' = 'nothing') => {
  const { image, right } = printed(strokes, behind)
  return withStrokesCounted([{ text: seen, left: 10, top: 8, right, bottom: 44, confidence: 0.96, line: '1' }], image, 128)[0]!
}

it('counts the strokes that OCR lost or saw twice, and believes the number less', () => {
  expect(counted('II/2024', 3, 'slash')).toMatchObject({ text: 'III/2024', confidence: 0.85 })
  expect(counted('II.', 3)).toMatchObject({ text: 'III.', confidence: 0.85 })
  expect(counted('III', 2)).toMatchObject({ text: 'II', confidence: 0.85 })
})

it('leaves what was counted right, and what is no number of strokes', () => {
  for (const [seen, strokes] of [['I', 1], ['II', 2], ['III/2024', 3]] as const) expect(counted(seen, strokes, 'slash')).toMatchObject({ text: seen, confidence: 0.96 })
  for (const seen of ['IV', 'V', 'Il', 'In', 'HII']) expect(counted(seen, 1, 'v')).toMatchObject({ text: seen, confidence: 0.96 })
  expect(counted('II', 5)).toMatchObject({ text: 'II', confidence: 0.96 })
})
