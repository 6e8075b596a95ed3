import type { GrayImage } from '../gray-image.js'
import type { Region } from '../second-look.js'

/** Dark pixels, cut out: 1 where there is ink. */
export interface Ink {
  readonly width: number
  readonly height: number
  readonly dark: Uint8Array
}

/** Dark pixels that touch one another, in pixels of the picture they were found in; edges right and below are outside. */
export interface Blot extends Region {
  /** Each as y × width of the picture + x. */
  readonly pixels: readonly number[]
}

/** The blots that begin within a region; none is followed beyond `most`. */
export function blotsIn({ width, height, data }: GrayImage, threshold: number, region: Region, most: Region): Blot[] {
  const seen = new Set<number>()
  const isOpen = (x: number, y: number): boolean => x >= Math.max(0, most.left) && x < Math.min(width, most.right) && y >= Math.max(0, most.top) && y < Math.min(height, most.bottom) && data[y * width + x]! < threshold && !seen.has(y * width + x)
  const blots: Blot[] = []
  for (let x = Math.max(0, region.left); x < Math.min(width, region.right); x++) {
    for (let y = Math.max(0, region.top); y < Math.min(height, region.bottom); y++) {
      if (!isOpen(x, y)) continue
      seen.add(y * width + x)
      blots.push(follow(y * width + x))
    }
  }
  return blots

  function follow(first: number): Blot {
    const pixels = [first]
    let [left, top, right, bottom] = [width, height, 0, 0]
    for (let i = 0; i < pixels.length; i++) {
      const [x, y] = [pixels[i]! % width, Math.floor(pixels[i]! / width)]
      left = Math.min(left, x)
      top = Math.min(top, y)
      right = Math.max(right, x + 1)
      bottom = Math.max(bottom, y + 1)
      for (let down = -1; down <= 1; down++) {
        for (let across = -1; across <= 1; across++) {
          if (!isOpen(x + across, y + down)) continue
          seen.add((y + down) * width + x + across)
          pixels.push((y + down) * width + x + across)
        }
      }
    }
    return { left, top, right, bottom, pixels }
  }
}

/** The blots together, cut out of a picture so wide. */
export function inkOf(blots: readonly Blot[], pictureWidth: number): Ink & { readonly box: Region } {
  const box = {
    left: Math.min(...blots.map(({ left }) => left)), top: Math.min(...blots.map(({ top }) => top)),
    right: Math.max(...blots.map(({ right }) => right)), bottom: Math.max(...blots.map(({ bottom }) => bottom)),
  }
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  const dark = new Uint8Array(width * height)
  for (const { pixels } of blots) for (const pixel of pixels) dark[(Math.floor(pixel / pictureWidth) - box.top) * width + (pixel % pictureWidth) - box.left] = 1
  return { width, height, dark, box }
}
