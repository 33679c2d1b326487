import { existsSync, readFileSync, statSync } from "node:fs"
import { basename, join } from "node:path"
import { expect, it } from "vitest"
import { buildAssets } from "../../web/build.ts"

it("gives two that ask at the same time the same files, and then builds no more", async () => {
  const [one, other] = await Promise.all([buildAssets(), buildAssets()])
  expect(other).toEqual(one)
  const manifest = join(one.dir, "manifest.json")
  const written = statSync(manifest).mtimeMs
  const lines: string[] = []
  await buildAssets({ progress: (line) => lines.push(line) })
  expect(lines).toEqual([])
  expect(statSync(manifest).mtimeMs).toBe(written)
})

it("serves everything from our own address, with the licence beside the fonts", async () => {
  const { stylesheet, script, icon, fonts, dir } = await buildAssets()
  for (const address of [stylesheet, script, icon, ...fonts])
    expect(existsSync(join(dir, basename(address)))).toBe(true)
  const css = readFileSync(join(dir, basename(stylesheet)), "utf8")
  expect(css).not.toMatch(/url\(["']?(https?:|\/\/|data:)/)
  expect(css).toContain('font-family:"Fach Sans"')
  expect(css).toContain("prefers-reduced-motion")
  expect(readFileSync(join(dir, "fonts-OFL.txt"), "utf8")).toContain("SIL OPEN FONT LICENSE Version 1.1")
})
