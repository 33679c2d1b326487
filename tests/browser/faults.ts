import { findBarriers, type openPage, VIEWPORTS } from "./support.ts"

type Opened = Awaited<ReturnType<typeof openPage>>

/**
 * What is wrong with a page that has just been loaded: barriers wide and light, small and dark, what its scripts and the
 * content security policy said, what stands out at the smallest width, and what is there twice.
 * @param isKnown whether it is built of the same parts as others that are looked at: one look with axe is enough
 */
export async function findFaults(page: Opened, isKnown: boolean): Promise<string[]> {
  await page.setViewportSize(VIEWPORTS.wide)
  await page.emulateMedia({ colorScheme: "light" })
  const wide = isKnown ? [] : await findBarriers(page)
  await page.setViewportSize(VIEWPORTS.phone)
  await page.emulateMedia({ colorScheme: "dark" })
  const phone = await findBarriers(page)
  await page.setViewportSize(VIEWPORTS.smallest)
  const shape = await page.evaluate(readShape)
  return [
    ...wide.map((barrier) => `wide, light: ${barrier}`),
    ...phone.map((barrier) => `phone, dark: ${barrier}`),
    ...page.faults.splice(0),
    ...(shape.over > 0 ? [`${shape.over} pixels too wide`] : []),
    ...(shape.headings === 1 ? [] : [`${shape.headings} main headings`]),
    ...(shape.twice.length > 0 ? [`twice ${shape.twice.join(", ")}`] : []),
  ]
}

function readShape() {
  const { scrollWidth, clientWidth } = document.documentElement
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id)
  return {
    over: scrollWidth - clientWidth,
    headings: document.querySelectorAll("h1").length,
    twice: ids.filter((id, index) => ids.indexOf(id) !== index),
  }
}
