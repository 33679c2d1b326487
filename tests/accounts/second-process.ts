import { type Built, buildApp } from "../../server/app.ts"
import type { World } from "../support/world.ts"

/** Another process of the same installation, as far as the database can tell. */
export function openSecondProcess({ config, url }: World): Promise<Built> {
  const file = (name: string) => `/assets/${name}`
  const assets = {
    stylesheet: file("main.css"),
    script: file("main.js"),
    icon: file("icon.svg"),
    fonts: [],
    dir: config.dataDir,
  }
  return buildApp({ config, databaseUrl: url, assets, logger: null })
}
