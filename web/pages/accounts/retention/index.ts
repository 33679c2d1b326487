import { Type } from "typebox"
import {
  liftHold,
  listHolds,
  listRetention,
  NewHold,
  NewRetention,
  placeHold,
  setRetention,
  tryRetention,
} from "../../../../server/accounts/index.ts"
import { notFound } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed, UUID } from "../../../../server/kernel/schemas.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { NoInput, readForm } from "../../../form-reading.ts"
import { type Fields, textOf } from "../../../forms.ts"
import type { Site } from "../../../site.tsx"
import { type Found, shown } from "./page.tsx"

const RETENTION = "/verwaltung/aufbewahrung"
const access = ["admin"] as const
const ByKind = Closed({ kind: Type.String({ maxLength: 50 }) })

/** For how long what is kept, what would go, and what must not. */
export function retentionPages(app: App, site: Site): void {
  const { db, retentionKinds: kinds, threadExists } = site
  const pages = pagesOf(app, site)
  const find = async ({ actor }: Pick<Ask, "actor">): Promise<Found> => ({
    rules: await listRetention({ db, kinds }, actor),
    trials: await tryRetention({ db, kinds }, actor),
    holds: await listHolds(db, actor),
  })
  pages.page(RETENTION, { access, find, show: (ask, found) => shown(ask, found) })
  pages.form(`${RETENTION}/fristen/:kind`, {
    access,
    params: ByKind,
    find: async (ask) => {
      const found = await find(ask)
      if (!found.rules.some(({ kind }) => kind === ask.params.kind)) throw notFound()
      return found
    },
    input: NewRetention,
    labels: (t) => ({ days: t.accounts.retention.period }),
    act: ({ actor, params }, value) => setRetention({ db, kinds }, actor, params.kind, value),
    to: () => [RETENTION, "saved"],
    again: (ask, found, form) => shown(ask, found, { form, at: ask.params.kind }),
  })
  pages.form(`${RETENTION}/sperren`, {
    access,
    find,
    input: NewHold,
    read: holdInput,
    labels: (t) => ({
      subjectType: t.accounts.retention.of,
      subjectId: t.accounts.retention.id,
      reason: t.accounts.retention.reason,
    }),
    act: ({ actor }, value) => placeHold(db, threadExists, actor, value),
    to: () => [`${RETENTION}#sperren`, "hold-placed"],
    again: (ask, found, form) => shown(ask, found, { form, at: "sperre" }),
  })
  pages.form(`${RETENTION}/sperren/:id/aufheben`, {
    access,
    find,
    input: NoInput,
    act: ({ actor, params }) => liftHold(db, actor, params.id),
    to: () => [`${RETENTION}#sperren`, "hold-lifted"],
    again: (ask, found, form) => shown(ask, found, { form, at: "aufheben" }),
  })
}

/** An address of ours holds the id. */
function holdInput(fields: Fields) {
  const typed = textOf(fields, "subjectId").trim()
  return { ...readForm(NewHold, fields), subjectId: new RegExp(UUID).exec(typed)?.[0] ?? typed }
}
