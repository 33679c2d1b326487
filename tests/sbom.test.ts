import { join } from "node:path"
import { beforeAll, describe, expect, it } from "vitest"
import { INSIDE } from "../server/bundle/inside.ts"
import { readLock } from "../server/bundle/packages.ts"
import { writeSbom } from "../server/bundle/sbom.ts"

const root = join(import.meta.dirname, "..")

type Component = {
  type: string
  name: string
  "bom-ref": string
  licenses?: object[]
  hashes?: { alg: string; content: string }[]
  components?: Component[]
}
type Bom = {
  bomFormat: string
  specVersion: string
  components: Component[]
  dependencies: { ref: string; dependsOn?: string[] }[]
}

let text: string
let bom: Bom
beforeAll(async () => {
  // Throws what the schema of CycloneDX finds wrong.
  text = await writeSbom(root)
  bom = JSON.parse(text)
})

describe("The bill of materials", () => {
  it("is CycloneDX 1.6, the same each time", async () => {
    expect(bom).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.6" })
    expect(await writeSbom(root)).toBe(text)
  })

  it("names every package that is shipped and none other, each with licence and hash", () => {
    const shipped = readLock(root).packages.filter(({ isForDevelopment }) => !isForDevelopment)
    expect(bom.components).toHaveLength(shipped.length)
    const poor = bom.components.filter(
      ({ licenses, hashes }) => !licenses?.length || hashes?.[0]?.content.length !== 128,
    )
    expect(poor.map((one) => one["bom-ref"])).toEqual([])
    expect(bom.components.map(({ name }) => name)).not.toContain("vitest")
  })

  it("names the fonts and the PostgreSQL that lie in packages, with licence and hashes", () => {
    const inside = bom.components.flatMap(({ components = [] }) => components)
    expect(inside.map(({ name }) => name).toSorted()).toEqual(INSIDE.map(({ name }) => name).toSorted())
    for (const { name, licenses, components } of inside) {
      expect(licenses, name).toHaveLength(1)
      for (const file of components ?? []) expect(file.hashes?.[0]?.content, name).toMatch(/^[0-9a-f]{128}$/)
    }
    const fira = inside.find(({ name }) => name === "Fira Sans")
    expect(fira?.components).toHaveLength(3)
  })

  it("says what needs what, down to the last", () => {
    const needs = new Map(bom.dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]))
    const reached = new Set<string>()
    const follow = (ref: string) => {
      if (reached.has(ref)) return
      reached.add(ref)
      for (const next of needs.get(ref) ?? []) follow(next)
    }
    follow("fachforum@0.1.0")
    expect(bom.components.map((one) => one["bom-ref"]).filter((ref) => !reached.has(ref))).toEqual([])
  })
})
