import { eq } from "drizzle-orm"
import type { Actor, Locale } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { renderMarkdown } from "../../kernel/markdown.ts"
import type { Land } from "../../kernel/workdays.ts"
import { LOCALES } from "../people/schema.ts"
import { requireAdmin } from "../policy.ts"
import { installation, type PageTexts, REPLACEABLE_PAGES } from "../tables.ts"
import { DEFAULTS, type Installation, readInstallation } from "./queries.ts"
import type { InstallationChange } from "./schema.ts"

/** Each setting that changes is an entry of its own in the audit log; of a page only that it was replaced. */
export async function changeInstallation(db: Db, actor: Actor, input: InstallationChange): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const former = await lockInstallation(tx)
    const { pages, ...settings } = input
    const changed = {
      ...settings,
      ...(settings.name !== undefined && { name: settings.name.trim() }),
      ...(pages && { pages: replacePages(former.pages, pages) }),
    }
    await tx.update(installation).set(changed)
    await auditSettings(tx, actor, former, changed)
    await auditPages(tx, actor, former.pages, changed.pages ?? former.pages)
  })
}

/** The installation holds example content; only the seed says so. */
export async function markAsExample(tx: Tx, name: string, land: Land): Promise<void> {
  await lockInstallation(tx)
  await tx.update(installation).set({ name, land, example: true })
}

export async function nameInstallation(tx: Tx, name: string): Promise<void> {
  await lockInstallation(tx)
  await tx.update(installation).set({ name: name.trim() })
}

export async function lockInstallation(tx: Tx): Promise<Installation> {
  await tx.insert(installation).values(DEFAULTS).onConflictDoNothing()
  await tx
    .select({ id: installation.id })
    .from(installation)
    .where(eq(installation.id, "installation"))
    .for("update")
  return readInstallation(tx)
}

function replacePages(former: PageTexts, sources: NonNullable<InstallationChange["pages"]>): PageTexts {
  const pages = structuredClone(former)
  for (const page of REPLACEABLE_PAGES) {
    for (const locale of LOCALES) {
      const text = sources[page]?.[locale]
      if (text === undefined) continue
      // Below the heading that the page itself has.
      const replaced =
        text === null ? undefined : { text, html: renderMarkdown(text, `pages.${page}.${locale}`, 2) }
      pages[page] = withLocale(pages[page], locale, replaced)
    }
  }
  return pages
}

type Texts = NonNullable<PageTexts[keyof PageTexts]>

function withLocale(texts: Texts | undefined, locale: Locale, text: Texts[Locale] | undefined): Texts {
  const { [locale]: _former, ...others } = texts ?? {}
  return text ? { ...others, [locale]: text } : others
}

async function auditSettings(tx: Tx, actor: Actor, former: Installation, changed: Partial<Installation>) {
  for (const setting of ["name", "departmentLabel", "land", "mailWithoutContent"] as const) {
    const [from, to] = [former[setting], changed[setting]]
    if (to === undefined || JSON.stringify(from) === JSON.stringify(to)) continue
    const detail = { setting, from, to }
    await audit(tx, actor, { action: "installation.changed", subjectType: "installation", detail })
  }
}

async function auditPages(tx: Tx, actor: Actor, former: PageTexts, pages: PageTexts): Promise<void> {
  for (const page of REPLACEABLE_PAGES) {
    for (const locale of LOCALES) {
      const text = pages[page]?.[locale]?.text
      if (text === former[page]?.[locale]?.text) continue
      const detail = { page, locale, replaced: text !== undefined }
      await audit(tx, actor, { action: "installation.page-replaced", subjectType: "installation", detail })
    }
  }
}
