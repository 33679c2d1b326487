import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import { findLeaving, type LeavingView, leaveCohort } from "../../../../server/qualification/index.ts"
import { FormOf, textOf } from "../../../forms.ts"
import { Buttons, Card, Field, Form, LinkButton, PageTitle, SubmitButton } from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { CohortTrail } from "../trail.tsx"

const config = { access: "signed-in", page: true } as const

/** Says exactly what goes and what stays, before anything does. */
export function leavingPages(app: App, site: Site): void {
  const path = "/lerngruppen/:id/verlassen"
  app.get(path, { config, schema: { params: ById, response: html } }, async (request, reply) => {
    const view = await findLeaving(site.db, request.actor, request.params.id)
    return show(site, request, reply, (t) => ({
      title: t.qualification.leaving.title,
      current: "qualification",
      width: "reading",
      breadcrumb: (
        <CohortTrail t={t} cohort={view.cohort} below={[{ label: t.qualification.leaving.link }]} />
      ),
      children: <Leaving t={t} view={view} />,
    }))
  })
  app.post(
    path,
    { config, schema: { params: ById, body: FormOf("certificates"), response: html } },
    async ({ actor, params, body }, reply) => {
      const deleteCertificates = textOf(body, "certificates") === "delete"
      await leaveCohort(site.db, actor, params.id, { deleteCertificates })
      return goTo(reply, "/qualifizierung", "cohort-left")
    },
  )
}

type Props = { t: Texts; view: LeavingView }

function Leaving({ t, view }: Props) {
  const words = t.qualification.leaving
  return (
    <>
      <PageTitle over={view.cohort.name} lead={<p>{words.lead}</p>}>
        {words.title}
      </PageTitle>
      <Card title={words.first} id="mitnehmen" icon="download" tone="attention">
        <p>{words.firstText}</p>
        <div>
          <LinkButton href="/api/me/qualification" icon="download">
            {words.download}
          </LinkButton>
        </div>
      </Card>
      <section class="ff-part" aria-labelledby="geht">
        <h2 id="geht">{words.goes}</h2>
        <Bullets items={goingOf({ t, view })} />
      </section>
      <section class="ff-part" aria-labelledby="bleibt">
        <h2 id="bleibt">{words.stays}</h2>
        <Bullets items={words.staysList} />
        <p>{words.staysText}</p>
      </section>
      <Form action={`/lerngruppen/${view.cohort.id}/verlassen`}>
        {view.certificates.length > 0 && (
          <>
            <h2>{words.certificate}</h2>
            <Field
              type="radios"
              name="certificates"
              label={words.certificateText}
              values={["keep"]}
              options={[
                { value: "keep", label: words.keep, hint: words.keepHint },
                { value: "delete", label: words.delete, hint: words.deleteHint },
              ]}
            />
          </>
        )}
        <Buttons>
          <SubmitButton kind="danger">{words.now}</SubmitButton>
          <LinkButton href={`/lerngruppen/${view.cohort.id}`} kind="tertiary">
            {words.stay}
          </LinkButton>
        </Buttons>
      </Form>
    </>
  )
}

const Bullets = ({ items }: { items: string[] }) => (
  <ul class="ff-bullets">
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
)

/** Only what there is; the last line may hold nothing, but is never wrong. */
function goingOf({ t, view }: Props): string[] {
  const words = t.qualification.leaving
  const { journal, selfRatings, evidence, impulses, hasRound, projects } = view
  const all: [boolean, string][] = [
    [
      journal.entries > 0,
      journal.whole ? words.journalWhole(journal.entries) : words.journalPart(journal.entries),
    ],
    [selfRatings > 0, words.selfRatings(selfRatings)],
    [evidence > 0, words.evidence(evidence)],
    [impulses > 0, words.impulses(impulses)],
    [hasRound, words.round],
    ...projects.map((title): [boolean, string] => [true, words.project(title)]),
    [true, words.others],
  ]
  return all.filter(([there]) => there).map(([, text]) => text)
}
