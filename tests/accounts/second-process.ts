import { type Built, buildApp } from "../../server/app.ts"
import { unbuiltAssets } from "../../web/build.ts"
import type { World } from "../support/world.ts"

/** Another process of the same installation, as far as the database can tell. */
export function openSecondProcess({ config, url }: World): Promise<Built> {
  const assets = unbuiltAssets(config.dataDir)
  return buildApp({ config, databaseUrl: url, assets, logger: null })
}
