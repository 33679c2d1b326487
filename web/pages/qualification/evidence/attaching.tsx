import { Type } from "typebox"
import { newId } from "../../../../server/kernel/database.ts"
import { notFound } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed, checkInput } from "../../../../server/kernel/schemas.ts"
import {
  attachEvidence,
  findSource,
  listEvidence,
  listProposals,
  listSources,
  NewEvidence,
  Source,
  TakenEvidence,
  takeEvidence,
} from "../../../../server/qualification/proof.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { eitherOf, readForm } from "../../../form-reading.ts"
import type { FormState } from "../../../form-state.tsx"
import { type Fields, textOf } from "../../../forms.ts"
import type { Site } from "../../../site.tsx"
import { preparationOf } from "../preparation/address.ts"
import { evidenceLabels, ownAddress } from "./form.tsx"
import { evidencePage } from "./frame.tsx"
import { Attaching, Taking } from "./new-evidence.tsx"

/** A proposal that was taken up, or what is taken from where it is. */
const Address = Closed({
  titel: Type.Optional(Type.String({ maxLength: 300 })),
  adresse: Type.Optional(Type.String({ maxLength: 500 })),
  art: Type.Optional(Type.String({ maxLength: 40 })),
  von: Type.Optional(Type.String({ maxLength: 40 })),
  after: Type.Optional(Type.String({ maxLength: 40 })),
})

type Found = Awaited<ReturnType<typeof findNew>>

export function attachingPages(app: App, site: Site): void {
  pagesOf(app, site).formPage("/lerngruppen/:id/nachweise/neu", {
    query: Address,
    find: findNew,
    input: eitherOf(NewEvidence, TakenEvidence),
    name: "evidence",
    labels: evidenceLabels,
    start: (_found, { query: { titel = "", adresse = "" } }) => ({
      kind: "post",
      title: titel,
      address: adresse,
      idempotencyKey: newId(),
    }),
    read: (fields, { source }) =>
      source
        ? readForm(TakenEvidence, fields)
        : { ...readForm(NewEvidence, fields), address: ownAddress(site, fields) },
    act: ({ db, actor, params }, value) =>
      "sourceId" in value
        ? takeEvidence(db, site.journalKeys, actor, params.id, value)
        : attachEvidence(db, actor, params.id, value),
    to: (_, _found, { params }) => [`${preparationOf(params.id)}#nachweise`, "evidence-attached"],
    show: newPage,
  })
}

async function findNew(ask: Ask) {
  const { site, db, actor, params } = ask
  const { competences } = await listEvidence(db, actor, params.id)
  const source = sourceIn(ask)
  const taken = source && (await findSource(db, site.journalKeys, actor, params.id, source))
  return { source, taken, competences }
}

/** What was chosen to take: of a form that was sent it has to be something, of an address it may be anything. */
function sourceIn({ request }: Ask): Source | null {
  const sent = request.body as Fields | undefined
  const { art, von } = request.query as Record<string, string>
  const asked = sent
    ? { source: textOf(sent, "source"), sourceId: textOf(sent, "sourceId") }
    : { source: art, sourceId: von }
  const { value } = checkInput(Source, asked)
  if (!value && sent && asked.source) throw notFound()
  return value
}

async function newPage(ask: Ask, found: Found, form: FormState) {
  const { t, site, db, actor, params, request } = ask
  const title = t.qualification.evidence.newTitle
  const { source, taken, competences } = found
  const input = taken ? TakenEvidence : NewEvidence
  const props = { cohortId: params.id, competences, form: { ...form, input } }
  if (source && taken)
    return evidencePage(ask, params.id, title, <Taking {...props} source={source} taken={taken} />)
  const { after } = request.query as Record<string, string>
  const sources = await listSources(db, site.journalKeys, actor, params.id, after)
  const proposals = await listProposals(db, actor, params.id, site.ownPosts)
  return evidencePage(ask, params.id, title, <Attaching {...props} sources={sources} proposals={proposals} />)
}
