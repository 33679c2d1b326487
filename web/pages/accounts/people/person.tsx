import {
  countFactors,
  type DepartmentView,
  deactivatePerson,
  editPerson,
  findLeavingOf,
  findPerson,
  invitePerson,
  isLockedHere,
  listDepartments,
  PersonChange,
  type PersonLeaving,
  type PersonView,
  reactivatePerson,
  readInstallation,
  takeFactors,
} from "../../../../server/accounts/index.ts"
import { notFound } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { NoInput } from "../../../form-reading.ts"
import { Faults, type FormState } from "../../../form-state.tsx"
import { Buttons, Form, LinkButton, PageTitle, SubmitButton, useReader } from "../../../layout/index.ts"
import type { Content, Site } from "../../../site.tsx"
import { underAdministration } from "../administration.tsx"
import { PersonAccess } from "./access.tsx"
import { PersonFactors } from "./factors.tsx"
import { type Choice, LIST, PersonFields, personChange } from "./fields.tsx"
import { PersonLeavingCard } from "./leaving.tsx"

const PATH = `${LIST}/:id`
const access = ["admin"] as const

type Found = Choice &
  PersonLeaving & { person: PersonView; fixed: DepartmentView[]; isLocked: boolean; hasFactor: boolean }

export function personPages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.formPage(PATH, {
    access,
    find,
    input: PersonChange,
    read: personChange,
    start: fieldsOf,
    act: ({ db, actor, params }, value) => editPerson(db, actor, params.id, value),
    to: async (_, _found, ask) => [await pageAfterEdit(ask), "saved"],
    show: showPerson,
  })
  const actions = [
    { name: "deaktivieren", act: deactivatePerson, flash: "person-deactivated" },
    { name: "aktivieren", act: reactivatePerson, flash: "person-reactivated" },
    { name: "einladen", act: invitePerson, flash: "person-invited" },
    { name: "zweiter-faktor", act: takeFactors, flash: "factors-taken" },
  ] as const
  for (const { name, act, flash } of actions)
    pages.form(`${PATH}/${name}`, {
      access,
      find,
      input: NoInput,
      act: ({ db, actor, params }) => act(db, actor, params.id),
      to: (_, { person }) => [`${LIST}/${person.id}`, flash],
      again: (ask, found, form) =>
        showPerson(ask, found, { ...form, input: PersonChange, fields: fieldsOf(found) }),
    })
}

async function accessPerson({ db, params }: Ask): Promise<PersonView> {
  const person = await findPerson(db, params.id)
  if (!person) throw notFound()
  return person
}

/** An archived department that the person still belongs to stays to be chosen, so that saving does not take it away. */
async function find(ask: Ask): Promise<Found> {
  const person = await accessPerson(ask)
  const all = await listDepartments(ask.db, { archived: true })
  const isOwn = ({ id }: DepartmentView) => person.departments.some((own) => own.id === id)
  return {
    person,
    departments: all.filter((one) => !one.directory && (!one.archived || isOwn(one))),
    fixed: all.filter((one) => one.directory && isOwn(one)),
    installation: await readInstallation(ask.db),
    isLocked: await isLockedHere(ask.db, person.id),
    hasFactor: (await countFactors(ask.db, person.id)) > 0,
    ...(await findLeavingOf(ask.db, ask.actor, person.id)),
  }
}

/** Whoever just gave the administration away themselves may not see the page any more. */
async function pageAfterEdit(ask: Ask): Promise<string> {
  const { id } = ask.params
  if (ask.actor.id !== id) return `${LIST}/${id}`
  const { roles } = await accessPerson(ask)
  return roles.includes("admin") ? `${LIST}/${id}` : "/profil"
}

const fieldsOf = ({ person: { displayName, email, roles, departments } }: Found) => ({
  displayName,
  email,
  roles: [...roles],
  departmentIds: departments.map(({ id }) => id),
})

const showPerson = ({ t, actor }: Ask, found: Found, form: FormState): Content => ({
  title: found.person.displayName,
  current: "administration",
  breadcrumb: underAdministration(t, found.person.displayName, {
    label: t.accounts.administration.people.title,
    href: LIST,
  }),
  children: <PersonPage {...found} form={form} isSelf={found.person.id === actor.id} />,
})

type PageProps = Found & { form: FormState; isSelf: boolean }

function PersonPage({ person, form, leaving, isLocked, hasFactor, isSelf, ...choice }: PageProps) {
  const { t } = useReader()
  return (
    <>
      <Faults form={form} />
      <PageTitle>{person.displayName}</PageTitle>
      <div class="ff-columns">
        <div>
          <Form action={`${LIST}/${person.id}`}>
            <PersonFields form={form} person={person} {...choice} />
            <Buttons>
              <SubmitButton>{t.shell.form.save}</SubmitButton>
              <LinkButton href={LIST} kind="tertiary">
                {t.shell.form.cancel}
              </LinkButton>
            </Buttons>
          </Form>
        </div>
        <div>
          <PersonAccess person={person} path={`${LIST}/${person.id}`} isLockedHere={isLocked} />
          <PersonFactors has={hasFactor} isSelf={isSelf} path={`${LIST}/${person.id}`} />
          <PersonLeavingCard leaving={leaving} path={`${LIST}/${person.id}`} />
        </div>
      </div>
    </>
  )
}
