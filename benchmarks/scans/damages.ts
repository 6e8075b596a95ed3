/** A page that lies on the glass. */
export interface Sheet {
  readonly number: number
  /** In pixels. */
  readonly width: number
  readonly height: number
  /** Pixels to a point. */
  readonly scale: number
  /** Different for each page, the same in each run. */
  readonly seed: number
  /** Where a name is signed, in points: left, top, width, height. */
  readonly signed: readonly (readonly [left: number, top: number, width: number, height: number])[]
}

/** What a scanner, a copier or the years do to a page. */
export interface Damage {
  readonly name: string
  readonly dots: number
  readonly colour?: true
  /** Arguments of ImageMagick's `convert`, between the page and what becomes of it. */
  readonly harm: (sheet: Sheet) => readonly string[]
  /** Quality of the JPEG file; black and white where none is given. */
  readonly quality?: number
  /** A person reads these pages with pains, or not: they need not be read well, but must be told. */
  readonly hard?: true
}

const noise = (seed: number, amount: number, kind = 'Gaussian'): readonly string[] => ['-seed', String(seed), '-attenuate', String(amount), '+noise', kind]
/** Laid in askew, clockwise. */
const askew = (degrees: number, paper = 'white'): readonly string[] => ['-background', paper, '-virtual-pixel', 'background', '-distort', 'SRT', String(degrees)]
/** Black becomes the first, white the second. */
const levels = (ink: number, paper: number): readonly string[] => ['+level', `${ink}%,${paper}%`]
const threshold = (percent: number): readonly string[] => ['-threshold', `${percent}%`]
/** Light from one side: the far corner lies in the dark. */
const shadow = ({ width, height }: Sheet, darkest: number): readonly string[] => ['(', '-size', `${2 * width}x${2 * height}`, `gradient:white-gray(${darkest}%)`, '-rotate', '20', '-gravity', 'center', '-crop', `${width}x${height}+0+0`, '+repage', ')', '-gravity', 'northwest', '-compose', 'multiply', '-composite']

/** A seal of 36 millimetres that covers a third of the signature on its left, and the strokes of a pen. */
function signedAndSealed({ signed, scale }: Sheet, ink: string, pen: string): readonly string[] {
  return signed.flatMap(([left, top, width]) => {
    const [x, y, radius] = [left - 8, top - 34, 51].map((points) => Math.round(points * scale)) as [number, number, number]
    const at = (across: number, down: number): string => `${Math.round((left + across) * scale)},${Math.round((top + down) * scale)}`
    const ring = (size: number): string => `circle ${x},${y} ${x + Math.round(radius * size)},${y}`
    return [
      '-fill', 'none', '-stroke', ink, '-strokewidth', (1.8 * scale).toFixed(1), '-draw', ring(1), '-strokewidth', (0.6 * scale).toFixed(1), '-draw', ring(0.92), '-draw', ring(0.6),
      '-fill', ink, '-stroke', 'none', '-pointsize', (9 * scale).toFixed(0), '-draw', `text ${x - Math.round(radius * 0.5)},${y - Math.round(radius * 0.7)} 'U.B.N.D TINH'`, '-draw', `text ${x - Math.round(radius * 0.42)},${y + Math.round(radius * 0.82)} 'VIET NAM'`, '-draw', `text ${x - Math.round(radius * 0.3)},${y + Math.round(radius * 0.08)} '* * *'`,
      '-fill', 'none', '-stroke', pen, '-strokewidth', (1.1 * scale).toFixed(1), '-draw', `bezier ${at(0.2 * width, -8)} ${at(0.1 * width, -60)} ${at(0.5 * width, -50)} ${at(0.45 * width, -12)}`, '-draw', `bezier ${at(0.3 * width, -20)} ${at(0.7 * width, -44)} ${at(0.7 * width, 4)} ${at(1.1 * width, -22)}`,
      '-stroke', 'none', '-fill', 'black',
    ]
  })
}

/** Black edges where the lid stood open, and the holes of a binder. */
function copierEdges({ width, height, scale }: Sheet): readonly string[] {
  const [edge, hole] = [Math.round(11 * scale), Math.round(8 * scale)]
  const holes = [0.36, 0.64].map((down) => `circle ${edge + 3 * hole},${Math.round(down * height)} ${edge + 4 * hole},${Math.round(down * height)}`)
  return ['-fill', 'gray15', '-draw', `polygon 0,0 ${edge},0 ${Math.round(edge * 0.4)},${height} 0,${height}`, '-draw', `rectangle 0,${height - Math.round(edge * 0.7)} ${width},${height}`, ...holes.flatMap((circle) => ['-draw', circle])]
}

/** Corners that a hand-held camera saw nearer or farther, in shares of the width. */
function fromAbove({ width, height }: Sheet): readonly string[] {
  const moved = [[0, 0, 0.015, 0.01], [1, 0, 0.985, 0.004], [1, 1, 1, 0.995], [0, 1, 0.004, 0.99]] as const
  const pairs = moved.map(([x, y, newX, newY]) => [x * width, y * height, newX * width, newY * height].map((place) => place.toFixed(1)).join(','))
  return ['-virtual-pixel', 'edge', '-distort', 'Perspective', pairs.join(' ')]
}

export const DAMAGES: readonly Damage[] = [
  { name: '300 dots, grey', dots: 300, quality: 85, harm: ({ seed }) => noise(seed, 0.1) },
  { name: '200 dots, grey', dots: 200, quality: 80, harm: ({ seed }) => noise(seed, 0.15) },
  { name: '150 dots, grey', dots: 150, quality: 80, harm: ({ seed }) => noise(seed, 0.15) },
  { name: '300 dots, black and white', dots: 300, harm: ({ seed }) => [...noise(seed, 0.3), ...threshold(55)] },
  { name: '200 dots, fax', dots: 200, harm: ({ seed }) => [...noise(seed, 0.3), ...threshold(62)] },
  { name: 'askew 0.3°', dots: 200, quality: 75, harm: ({ seed, number }) => [...askew(number % 2 ? 0.3 : -0.3), ...noise(seed, 0.15)] },
  { name: 'askew 1°', dots: 200, quality: 75, harm: ({ seed, number }) => [...askew(number % 2 ? -1 : 0.8), ...noise(seed, 0.15)] },
  { name: 'askew 2°, black and white', dots: 250, harm: ({ seed, number }) => [...askew(number % 2 ? 2 : -1.6), ...noise(seed, 0.2), ...threshold(58)] },
  { name: 'noise', dots: 200, quality: 60, harm: ({ seed }) => noise(seed, 1.1) },
  { name: 'blur', dots: 200, quality: 75, harm: ({ seed }) => ['-blur', '0x1.3', ...noise(seed, 0.15)] },
  { name: 'JPEG quality 15', dots: 200, quality: 15, harm: ({ seed }) => noise(seed, 0.15) },
  { name: 'faint print', dots: 200, quality: 70, harm: ({ seed }) => [...levels(62, 96), ...noise(seed, 0.25)] },
  { name: 'grey paper, shadow', dots: 200, quality: 70, harm: (sheet) => [...levels(18, 80), ...shadow(sheet, 45), ...noise(sheet.seed, 0.25)] },
  { name: 'seal and signature', dots: 200, quality: 80, colour: true, harm: (sheet) => [...signedAndSealed(sheet, 'rgba(205,35,45,0.8)', 'rgba(25,45,150,0.9)'), ...noise(sheet.seed, 0.1)] },
  { name: 'seal, copied', dots: 200, quality: 75, harm: (sheet) => [...signedAndSealed(sheet, 'gray45', 'gray25'), ...noise(sheet.seed, 0.15)] },
  { name: 'copy with dark edges', dots: 200, harm: (sheet) => [...copierEdges(sheet), '-blur', '0x0.7', ...noise(sheet.seed, 0.5), ...noise(sheet.seed + 1, 0.02, 'Impulse'), ...threshold(66)] },
  { name: 'other side shows through', dots: 200, quality: 70, harm: ({ seed }) => ['(', '+clone', '-flop', '-blur', '0x1', ...levels(76, 100), ')', '-compose', 'multiply', '-composite', ...noise(seed, 0.2)] },
  { name: 'two pages on their side', dots: 200, quality: 75, harm: ({ seed, number }) => [...(number === 2 || number === 3 ? ['-rotate', '90'] : []), ...noise(seed, 0.15)] },
  { name: 'photograph', dots: 200, quality: 60, harm: (sheet) => [...levels(12, 88), ...fromAbove(sheet), ...shadow(sheet, 60), '-blur', '0x0.6', ...noise(sheet.seed, 0.3)] },
  { name: 'copy of a copy, 150 dots', dots: 150, hard: true, harm: ({ seed }) => ['-blur', '0x0.9', ...noise(seed, 0.6), ...threshold(60), '-blur', '0x0.7', ...noise(seed + 1, 0.5), ...threshold(52)] },
  { name: '100 dots, black and white', dots: 100, hard: true, harm: ({ seed }) => [...noise(seed, 0.3), ...threshold(60)] },
]
