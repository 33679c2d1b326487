import { createHash } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Contrib, Enums, Models, Serialize, Spec, Validation } from "@cyclonedx/cyclonedx-library"
import { PackageURL } from "packageurl-js"
import parseExpression from "spdx-expression-parse"
import { readRelease } from "../papers/index.ts"
import { INSIDE, type Inside } from "./inside.ts"
import { idOf, type Package, readLock } from "./packages.ts"

const { Component } = Models
const VERSION = Spec.Version.v1dot6
const licences = new Contrib.License.Factories.LicenseFactory(parseExpression)

/**
 * The bill of materials of what is shipped, as CycloneDX 1.6: every package with its licence and the hash of its archive,
 * what it needs, and what of others is in it. The same lock gives the same text. Throws where the schema refuses it.
 */
export async function writeSbom(root: string): Promise<string> {
  const { own, packages } = readLock(root)
  const shipped = packages.filter(({ isForDevelopment }) => !isForDevelopment)
  const program = new Component(Enums.ComponentType.Application, own.name, {
    bomRef: idOf(own),
    version: own.version,
    licenses: licenceOf(own.license),
    purl: purlOf(own),
  })
  const components = new Map(shipped.map((one) => [idOf(one), componentOf(one)]))
  for (const one of INSIDE) {
    const holder = shipped.find(({ name }) => name === one.package)
    const component = holder && components.get(idOf(holder))
    if (!component) throw new Error(`${one.name} is said to be in ${one.package}, which is not shipped`)
    component.components.add(insideOf(root, one))
  }
  connect(program, own, components)
  for (const one of shipped) connect(components.get(idOf(one)), one, components)
  const bom = new Models.Bom({
    components: new Models.ComponentRepository(components.values()),
    metadata: new Models.Metadata({
      component: program,
      timestamp: new Date(`${readRelease().releasedOn}T00:00:00Z`),
    }),
  })
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6))
  const text = serializer.serialize(bom, { sortLists: true, space: 1 })
  const faults = await new Validation.JsonStrictValidator(VERSION).validate(text)
  if (faults !== null) throw new Error(`the bill of materials is not valid: ${JSON.stringify(faults)}`)
  return `${text}\n`
}

function componentOf(one: Package): Models.Component {
  const [, group, name = one.name] = /^(@[^/]+)\/(.+)$/.exec(one.name) ?? []
  return new Component(Enums.ComponentType.Library, name, {
    bomRef: idOf(one),
    version: one.version,
    licenses: licenceOf(one.license),
    hashes: new Models.HashDictionary([[Enums.HashAlgorithm["SHA-512"], one.hash]]),
    purl: purlOf(one),
    scope: one.isOptional ? Enums.ComponentScope.Optional : Enums.ComponentScope.Required,
    ...(group && { group }),
  })
}

function insideOf(root: string, { name, version, license, description, files, ...one }: Inside) {
  const component = new Component(Enums.ComponentType.Library, name, {
    bomRef: `${one.package}#${name}`,
    version,
    description,
    licenses: licenceOf(license),
  })
  for (const file of files) {
    const path = join(root, "node_modules", one.package, file)
    // Of another platform's package nothing lies here.
    if (!existsSync(path)) continue
    const hash = createHash("sha512").update(readFileSync(path)).digest("hex")
    component.components.add(
      new Component(Enums.ComponentType.File, file, {
        bomRef: `${one.package}#${file}`,
        hashes: new Models.HashDictionary([[Enums.HashAlgorithm["SHA-512"], hash]]),
      }),
    )
  }
  return component
}

function connect(
  component: Models.Component | undefined,
  { needs }: Package,
  components: Map<string, Models.Component>,
): void {
  for (const need of needs) {
    const needed = components.get(need)
    if (needed) component?.dependencies.add(needed.bomRef)
  }
}

const licenceOf = (license: string) => new Models.LicenseRepository([licences.makeFromString(license)])

function purlOf({ name, version }: Package): string {
  const [, group, rest = name] = /^(@[^/]+)\/(.+)$/.exec(name) ?? []
  return new PackageURL("npm", group, rest, version).toString()
}
