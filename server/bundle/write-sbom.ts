import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { writeSbom } from "./sbom.ts"

// `npm run sbom`. It needs the packages for development.
const root = join(import.meta.dirname, "..", "..")
const file = join("build", "sbom.cdx.json")
await mkdir(join(root, "build"), { recursive: true })
await writeFile(join(root, file), await writeSbom(root))
console.log(`${file} ist geschrieben.`)
