import { type Static, Type } from "typebox"
import { type AuditView, findPerson, listAudit, listDepartments } from "../../../../server/accounts/index.ts"
import type { Actor } from "../../../../server/kernel/actor.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed, html, Id } from "../../../../server/kernel/schemas.ts"
import { EmptyState, List, Pager, PageTitle, useReader } from "../../../layout/index.ts"
import { type Site, show } from "../../../site.tsx"
import { NothingMatches } from "../../lists/filters.tsx"
import { Chosen, Hint, pathWith } from "../../lists/query.ts"
import { adminPage, underAdministration } from "../administration.tsx"
import { idsIn } from "./details.ts"
import { AuditEntry, nameIn } from "./entry.tsx"
import { AUDIT, AuditFilter } from "./filter.tsx"

const Query = Closed({
  action: Type.Optional(Type.String({ maxLength: 80 })),
  subjectId: Chosen(Id),
  actorId: Chosen(Id),
  after: Type.Optional(Id),
  hinweis: Hint,
})
type Query = Static<typeof Query>

/** Who did what to what; what the entries are about is shown as it is called today. */
export function auditPages(app: App, site: Site): void {
  app.get(
    AUDIT,
    { config: adminPage, schema: { querystring: Query, response: html } },
    async (request, reply) => {
      const { query } = request
      const page = await listAudit(site.db, request.actor, site.describeSubjects, {
        after: query.after,
        action: query.action || undefined,
        subjectId: query.subjectId || undefined,
        actorId: query.actorId || undefined,
      })
      const names = await readNames(site, request.actor, query, page.items)
      return show(site, request, reply, (t) => ({
        title: t.accounts.audit.title,
        current: "administration",
        width: "reading",
        breadcrumb: underAdministration(t, t.accounts.audit.title),
        children: <Audit {...page} query={query} names={names} />,
      }))
    },
  )
}

/** Of departments, of what the entries' details name by its id, and of whom the list is narrowed to. */
async function readNames(
  { db, describeSubjects }: Site,
  actor: Actor,
  { subjectId, actorId }: Query,
  items: AuditView[],
) {
  const departments = await listDepartments(db, { archived: true })
  const names = new Map(departments.map(({ id, name }) => [id, name]))
  const others = [...new Set(items.flatMap(({ detail }) => idsIn(detail)))].filter((id) => !names.has(id))
  for (const [id, { title, person }] of await describeSubjects(actor, others)) {
    const name = title ?? person
    if (name) names.set(id, name)
  }
  for (const { subjectId, detail } of items) {
    const name = nameIn(detail)
    if (subjectId && name && !names.has(subjectId)) names.set(subjectId, name)
  }
  for (const id of [subjectId, actorId]) {
    const person = id ? await findPerson(db, id) : null
    if (person) names.set(person.id, person.displayName)
  }
  return names
}

type AuditProps = {
  items: AuditView[]
  next: string | null
  query: Query
  names: Map<string, string>
}

function Audit({ items, next, query, names }: AuditProps) {
  const { t } = useReader()
  const words = t.accounts.audit
  const { hinweis: _hint, after, action, ...kept } = query
  const filter = { action, ...kept }
  const isNarrowed = Object.values(filter).some(Boolean)
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      <AuditFilter action={action} kept={kept} active={isNarrowed} />
      {kept.subjectId && <p>{words.onlyPerson(names.get(kept.subjectId) ?? kept.subjectId)}</p>}
      {kept.actorId && <p>{words.onlyActor(names.get(kept.actorId) ?? kept.actorId)}</p>}
      {items.length > 0 ? (
        <List label={words.list}>
          {items.map((entry) => (
            <AuditEntry entry={entry} names={names} key={entry.id} />
          ))}
        </List>
      ) : (
        <Nothing isNarrowed={isNarrowed} />
      )}
      <Pager
        next={next && pathWith(AUDIT, { ...filter, after: next })}
        first={after ? pathWith(AUDIT, filter) : null}
      />
    </>
  )
}

function Nothing({ isNarrowed }: { isNarrowed: boolean }) {
  const { t } = useReader()
  if (isNarrowed) return <NothingMatches reset={AUDIT} />
  return <EmptyState title={t.accounts.audit.none} />
}
