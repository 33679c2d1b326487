export type Colour = { r: number; g: number; b: number; a: number }

const WHITE: Colour = { r: 255, g: 255, b: 255, a: 1 }
const known = new Map<string, Colour>()
let pencil: CanvasRenderingContext2D | null = null

/** Any colour that CSS can name, as the browser paints it. */
export function paint(name: string): Colour {
  const before = known.get(name)
  if (before) return before
  pencil ??= document.createElement("canvas").getContext("2d", { willReadFrequently: true })
  if (!pencil) throw new Error("no canvas")
  pencil.clearRect(0, 0, 1, 1)
  pencil.fillStyle = name
  pencil.fillRect(0, 0, 1, 1)
  const [r = 0, g = 0, b = 0, a = 0] = pencil.getImageData(0, 0, 1, 1).data
  const painted = { r, g, b, a: a / 255 }
  known.set(name, painted)
  return painted
}

/** What lies behind the content of an element, all layers taken together. */
export function backgroundOf(element: Element | null): Colour {
  if (!element) return WHITE
  const own = paint(getComputedStyle(element).backgroundColor)
  return own.a === 1 ? own : mix(own, backgroundOf(element.parentElement))
}

/** A colour on what lies behind it. */
export const mix = (over: Colour, under: Colour): Colour => ({
  r: over.r * over.a + under.r * (1 - over.a),
  g: over.g * over.a + under.g * (1 - over.a),
  b: over.b * over.a + under.b * (1 - over.a),
  a: 1,
})

/** As WCAG 2.2 defines it, from 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance({ r, g, b }: Colour): number {
  const [red, green, blue] = [r, g, b].map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
