import type { App } from "../../../server/kernel/http.ts"
import type { Site } from "../../site.tsx"

export async function threadPages(_app: App, _site: Site): Promise<void> {}
