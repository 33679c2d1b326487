import type { FastifyReply, FastifyRequest } from "fastify"
import {
  deactivatePerson,
  editPerson,
  findPerson,
  invitePerson,
  listDepartments,
  PersonChange,
  type PersonView,
  reactivatePerson,
  readInstallation,
} from "../../../../server/accounts/index.ts"
import { notFound } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import { FormOf } from "../../../forms.ts"
import {
  Buttons,
  ErrorSummary,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../../layout/index.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { adminPage, underAdministration } from "../administration.tsx"
import { attempt, perform } from "../attempt.ts"
import type { Shown } from "../fields.tsx"
import { PersonAccess } from "./access.tsx"
import { PERSON_FIELDS, PersonFields, personInput } from "./fields.tsx"

const LIST = "/verwaltung/personen"
const PATH = `${LIST}/:id`

export function personPages(app: App, site: Site): void {
  const { db } = site
  app.get(PATH, { config: adminPage, schema: { params: ById, response: html } }, async (request, reply) => {
    const person = await accessPerson(site, request.params.id)
    return showPerson(site, request, reply, person, asStored(person))
  })

  app.post(
    PATH,
    { config: adminPage, schema: { params: ById, body: FormOf(...PERSON_FIELDS), response: html } },
    async (request, reply) => {
      const { actor, body, params } = request
      const { failed } = await attempt(texts(request.locale), PersonChange, personInput(body), (value) =>
        editPerson(db, actor, params.id, value),
      )
      if (!failed) return goTo(reply, await pageAfterEdit(site, actor.id, params.id), "saved")
      const person = await accessPerson(site, params.id)
      return showPerson(site, request, reply, person, { fields: body, errors: failed.errors }, failed.status)
    },
  )

  const deeds = [
    { name: "deaktivieren", act: deactivatePerson, flash: "person-deactivated" },
    { name: "aktivieren", act: reactivatePerson, flash: "person-reactivated" },
    { name: "einladen", act: invitePerson, flash: "person-invited" },
  ] as const
  for (const { name, act, flash } of deeds) {
    app.post(
      `${PATH}/${name}`,
      { config: adminPage, schema: { params: ById, response: html } },
      async (request, reply) => {
        const { id } = request.params
        const { failed } = await perform(texts(request.locale), () => act(db, request.actor, id))
        if (!failed) return goTo(reply, `${LIST}/${id}`, flash)
        const person = await accessPerson(site, id)
        const shown = { ...asStored(person), errors: failed.errors }
        return showPerson(site, request, reply, person, shown, failed.status)
      },
    )
  }
}

async function accessPerson({ db }: Site, id: string): Promise<PersonView> {
  const person = await findPerson(db, id)
  if (!person) throw notFound()
  return person
}

/** Whoever just gave the administration away themselves may not see the page any more. */
async function pageAfterEdit(site: Site, actorId: string, id: string): Promise<string> {
  if (actorId !== id) return `${LIST}/${id}`
  const { roles } = await accessPerson(site, id)
  return roles.includes("admin") ? `${LIST}/${id}` : "/profil"
}

const asStored = ({ displayName, email, roles, departments }: PersonView): Shown => ({
  fields: { displayName, email, roles, departmentIds: departments.map(({ id }) => id) },
  errors: [],
})

async function showPerson(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  person: PersonView,
  shown: Shown,
  status = 200,
) {
  const departments = await choicesFor(site, person)
  const installation = await readInstallation(site.db)
  const content = (t: Texts) => ({
    title: shown.errors.length > 0 ? t.shell.form.errorPageTitle(person.displayName) : person.displayName,
    current: "administration",
    breadcrumb: underAdministration(t, person.displayName, {
      label: t.accounts.administration.people.title,
      href: LIST,
    }),
    children: (
      <PersonPage person={person} shown={shown}>
        <PersonFields shown={shown} departments={departments} installation={installation} />
      </PersonPage>
    ),
  })
  return show(site, request, reply, content, status)
}

/** An archived department that the person still belongs to stays to be chosen, so that saving does not take it away. */
async function choicesFor({ db }: Site, person: PersonView) {
  const all = await listDepartments(db, { archived: true })
  return all.filter(({ id, archived }) => !archived || person.departments.some((own) => own.id === id))
}

type PageProps = { person: PersonView; shown: Shown; children: preact.ComponentChildren }

function PersonPage({ person, shown, children }: PageProps) {
  const { t } = useReader()
  return (
    <>
      <ErrorSummary errors={shown.errors} />
      <PageTitle>{person.displayName}</PageTitle>
      <div class="ff-columns">
        <div>
          <Form action={`${LIST}/${person.id}`}>
            {children}
            <Buttons>
              <SubmitButton>{t.shell.form.save}</SubmitButton>
              <LinkButton href={LIST} kind="tertiary">
                {t.shell.form.cancel}
              </LinkButton>
            </Buttons>
          </Form>
        </div>
        <div>
          <PersonAccess person={person} path={`${LIST}/${person.id}`} />
        </div>
      </div>
    </>
  )
}
