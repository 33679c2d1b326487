import { type Static, Type } from "typebox"
import {
  type DepartmentView,
  listDepartments,
  listPeople,
  type PersonView,
  readInstallation,
} from "../../../../server/accounts/index.ts"
import { ROLES } from "../../../../server/kernel/actor.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { Choice, Closed, checkInput, html, Id } from "../../../../server/kernel/schemas.ts"
import { listOpenRoleRequests, type OpenRoleRequest } from "../../../../server/qualification/core.ts"
import type { Ask } from "../../../form-pages.ts"
import { fieldErrors } from "../../../forms.ts"
import {
  Badge,
  ErrorSummary,
  errorFor,
  Field,
  type FieldError,
  LinkButton,
  List,
  Meta,
  Pager,
  PageTitle,
  Row,
  useReader,
} from "../../../layout/index.ts"
import { errorsOf, type Tried } from "../../../page-forms.ts"
import { type Content, type Site, show } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { Filters, NothingMatches } from "../../lists/filters.tsx"
import { Chosen, Hint, pathWith } from "../../lists/query.ts"
import { adminPage, treeOptions, underAdministration } from "../administration.tsx"
import { labelOf } from "../label.ts"
import { RoleRequests } from "./role-requests.tsx"

const PATH = "/verwaltung/personen"
const Query = Closed({
  name: Type.Optional(Type.String()),
  departmentId: Chosen(Id),
  role: Chosen(Choice(ROLES)),
  active: Chosen(Choice(["true", "false"])),
  after: Type.Optional(Id),
  hinweis: Hint,
})
type Query = Static<typeof Query>
/** What is too long is said, not left out. */
const Sought = Closed({ name: Type.String({ maxLength: 100 }) })

/** All people, found by what one knows of them, and above them what waits for a decision. */
export function peopleListPage(app: App, site: Site): void {
  const { db } = site
  app.get(
    PATH,
    { config: adminPage, schema: { querystring: Query, response: html } },
    async (request, reply) => {
      const { actor, locale, query } = request
      const t = texts(locale)
      const { faults } = checkInput(Sought, { name: query.name ?? "" })
      const errors = fieldErrors(t, faults)
      const content = await peopleContent({ t, db, actor, locale }, query, errors, null)
      const title = errors.length > 0 ? t.shell.form.errorPageTitle(content.title) : content.title
      return show(site, request, reply, () => ({ ...content, title }), errors.length > 0 ? 422 : 200)
    },
  )
}

/**
 * @param errors what is wrong with what is looked for
 * @param tried a decision that was refused
 */
export async function peopleContent(
  { t, db, actor, locale }: Pick<Ask, "t" | "db" | "actor" | "locale">,
  query: Query,
  errors: FieldError[],
  tried: Tried | null,
): Promise<Content> {
  const [page, departments, installation, requests] = await Promise.all([
    errors.length > 0 ? { items: [], next: null } : listPeople(db, filterOf(query)),
    listDepartments(db),
    readInstallation(db),
    listOpenRoleRequests(db, actor),
  ])
  const label = labelOf(installation, locale).one
  const { title } = t.accounts.administration.people
  return {
    title,
    current: "administration",
    breadcrumb: underAdministration(t, title),
    children: <PeopleList {...page} {...{ query, departments, label, errors, requests, tried }} />,
  }
}

const filterOf = ({ name, departmentId, role, active, after }: Query) => ({
  name,
  after,
  departmentId: departmentId || undefined,
  role: role || undefined,
  active: active ? active === "true" : undefined,
})

type ListProps = {
  items: PersonView[]
  next: string | null
  query: Query
  departments: DepartmentView[]
  label: string
  errors: FieldError[]
  requests: OpenRoleRequest[]
  tried: Tried | null
}

function PeopleList({ items, next, query, departments, label, errors, requests, tried }: ListProps) {
  const { t } = useReader()
  const words = t.accounts.administration.people
  const { hinweis: _hint, after, ...filter } = query
  return (
    <>
      <ErrorSummary errors={tried ? errorsOf(tried) : errors} />
      <PageTitle
        actions={
          <>
            <LinkButton href={`${PATH}/neu`} kind="primary" icon="plus">
              {words.add}
            </LinkButton>
            <LinkButton href={`${PATH}/einlesen`} kind="secondary">
              {t.accounts.peopleImport.title}
            </LinkButton>
          </>
        }
      >
        {words.title}
      </PageTitle>
      <RoleRequests requests={requests} tried={tried} />
      <PeopleFilter {...{ query, departments, label, errors }} />
      {errors.length > 0 ? null : items.length === 0 ? (
        <NothingMatches reset={PATH} />
      ) : (
        <List label={words.list}>
          {items.map((person) => (
            <PersonRow person={person} key={person.id} />
          ))}
        </List>
      )}
      <Pager
        next={next && pathWith(PATH, { ...filter, after: next })}
        first={after ? pathWith(PATH, filter) : null}
      />
    </>
  )
}

type FilterProps = Pick<ListProps, "query" | "departments" | "label" | "errors">

function PeopleFilter({ query, departments, label, errors }: FilterProps) {
  const { t } = useReader()
  const { people: words, active, inactive } = t.accounts.administration
  const isActive = [query.name, query.departmentId, query.role, query.active].some(Boolean)
  const states = [
    { value: "true", label: active },
    { value: "false", label: inactive },
  ]
  const select = { type: "select" as const, placeholder: words.all, optional: true }
  return (
    <Filters action={PATH} active={isActive}>
      <Field
        name="name"
        {...errorFor(errors, "name")}
        type="search"
        maxlength={100}
        label={words.search}
        value={query.name}
        autocomplete="off"
        optional
      />
      <Field
        {...select}
        name="departmentId"
        label={label}
        value={query.departmentId}
        options={treeOptions(departments)}
      />
      <Field
        {...select}
        name="role"
        label={words.role}
        value={query.role}
        options={ROLES.map((role) => ({ value: role, label: t.shell.roles[role] }))}
      />
      <Field {...select} name="active" label={words.state} value={query.active} options={states} />
    </Filters>
  )
}

/** May be broken after the sign in the middle, and where even that is not enough. */
function Address({ email }: { email: string }) {
  const at = email.indexOf("@") + 1
  return (
    <span class="ff-address">
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </span>
  )
}

function PersonRow({ person }: { person: PersonView }) {
  const { t } = useReader()
  const { people: words, inactive } = t.accounts.administration
  const departments = person.departments.map(({ name }) => name).join(", ")
  return (
    <Row
      href={`${PATH}/${person.id}`}
      title={person.displayName}
      badges={
        <>
          {person.roles.map((role) => (
            <Badge key={role}>{t.shell.roles[role]}</Badge>
          ))}
          {!person.active && (
            <Badge kind="warning" icon="hide">
              {inactive}
            </Badge>
          )}
          {person.active && person.invited && (
            <Badge kind="info" icon="mail">
              {words.invited}
            </Badge>
          )}
        </>
      }
      meta={<Meta items={[departments, <Address email={person.email} />]} />}
    />
  )
}
