import { buildApp } from "../../server/app.ts"
import { openMailIn } from "../../server/mail-in/index.ts"
import { unbuiltAssets } from "../../web/build.ts"

/** A process that does nothing but read the mailbox, for `killed.test.ts` to kill. */
const { config, databaseUrl } = JSON.parse(process.env.INSTALLATION ?? "{}")
const { parts } = await buildApp({
  config,
  databaseUrl,
  assets: unbuiltAssets(config.dataDir),
  logger: null,
})
await openMailIn({ ...parts, report: (error) => console.error(error) }).start()
