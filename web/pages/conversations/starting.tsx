import { Type } from "typebox"
import {
  type Addressee,
  findAddressees,
  listAddressees,
  MOST_PEOPLE,
  NewConversation,
  PeopleQuery,
  startConversation,
} from "../../../server/conversations/index.ts"
import { newId } from "../../../server/kernel/database.ts"
import type { App } from "../../../server/kernel/http.ts"
import { Closed, Id, UUID } from "../../../server/kernel/schemas.ts"
import { type Ask, pagesOf } from "../../form-pages.ts"
import { Faults, type FormState, field } from "../../form-state.tsx"
import { type Fields, listOf, textOf } from "../../forms.ts"
import {
  Button,
  Buttons,
  Card,
  errorFor,
  Field,
  Form,
  LinkButton,
  PageTitle,
  SubmitButton,
  useReader,
} from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import { LIST, NEW, NEWS, pathOf, startingWith } from "./address.ts"
import { Trail } from "./trail.tsx"
import { lookingFor, TypedWords } from "./typed.ts"

const Address = Closed({
  name: TypedWords,
  person: Type.Optional(Type.Union([Id, Type.Array(Id, { maxItems: MOST_PEOPLE })])),
})
type Typed = { name?: string; person?: string | string[] }

/** First the people, each by a part of the name; then what one wants to write. Both without any script. */
export function startingPages(app: App, site: Site): void {
  pagesOf(app, site).formPage(NEW, {
    query: Address,
    find: findChoice,
    input: NewConversation,
    labels: (t) => {
      const { chosen, name, message } = t.conversations
      return { personIds: chosen, title: name, body: message }
    },
    status: ({ searching }) => searching.status,
    start: ({ chosen }): Fields => ({
      idempotencyKey: newId(),
      personIds: chosen.map(({ id }) => id),
    }),
    act: ({ db, actor }, value) => startConversation(db, site.conversing, actor, value),
    to: ({ id }) => [`${pathOf(id)}#${NEWS}`, "conversation-started"],
    show: ({ t }, choice, form) => ({
      title: t.conversations.start,
      current: "conversations",
      width: "reading",
      breadcrumb: <Trail t={t} below={[{ label: t.conversations.start }]} />,
      children: <Starting {...choice} form={form} />,
    }),
  })
}

type Choice = { chosen: Addressee[]; found: Addressee[] | null; searching: FormState }

/** The people stand in the address while they are chosen, and in the form when it is sent. */
async function findChoice({ db, actor, query, request, t }: Ask<{ id: string }, unknown>): Promise<Choice> {
  const { name = "", person = [] } = Object(query) as Typed
  const sent = listOf(Object(request.body), "personIds").filter((id) => new RegExp(`^${UUID}$`).test(id))
  const ids = [...new Set([...[person].flat(), ...sent])].slice(0, MOST_PEOPLE)
  const chosen = await listAddressees(db, actor, ids)
  const rule = PeopleQuery.properties.name
  const searching = lookingFor(t, { name: "name", label: t.conversations.findPerson, rule }, name.trim())
  if (name.trim() === "" || searching.status !== 200) return { chosen, found: null, searching }
  const found = await findAddressees(db, actor, name)
  const others = found.filter(({ id }) => !chosen.some((one) => one.id === id))
  return { chosen, found: others, searching }
}

function Starting({ chosen, found, searching, form }: Choice & { form: FormState }) {
  const { t } = useReader()
  const words = t.conversations
  const ids = chosen.map(({ id }) => id)
  return (
    <>
      <PageTitle lead={<p>{words.startLead}</p>}>{words.start}</PageTitle>
      <Faults form={searching.status === 200 ? form : searching} />
      {chosen.length < MOST_PEOPLE && (
        <Card title={words.whom} id="personen" icon="people">
          <Form action={NEW} method="get">
            {ids.map((id) => (
              <input type="hidden" name="person" value={id} key={id} />
            ))}
            <Field
              {...field(searching, "name")}
              type="search"
              hint={words.findPersonHint}
              optional={false}
              autocomplete="off"
              needed={false}
            />
            <div>
              <Button icon="search">{words.searchNow}</Button>
            </div>
          </Form>
          {found && <Found found={found} ids={ids} />}
        </Card>
      )}
      {chosen.length > 0 || isTyped(form) ? (
        <Writing chosen={chosen} form={form} />
      ) : (
        <p class="ff-muted" id="feld-personIds">
          {words.nobodyChosen}
        </p>
      )}
    </>
  )
}

/** Where nobody is chosen any more, what was written is still the person's. */
const isTyped = ({ fields }: FormState) => textOf(fields, "title") + textOf(fields, "body") !== ""

function Found({ found, ids }: { found: Addressee[]; ids: string[] }) {
  const { t } = useReader()
  const words = t.conversations
  if (found.length === 0) return <p>{words.nobodyFound}</p>
  return (
    <ul class="ff-checklist" aria-label={words.foundPeople}>
      {found.map((person) => (
        <li key={person.id}>
          {nameOf(person)}{" "}
          <LinkButton href={startingWith([...ids, person.id])} icon="plus" small context={person.name}>
            {words.add}
          </LinkButton>
        </li>
      ))}
    </ul>
  )
}

function Writing({ chosen, form }: { chosen: Addressee[]; form: FormState }) {
  const { t } = useReader()
  const words = t.conversations
  return (
    <Form action={NEW} keep="gespraech-neu" idempotencyKey={textOf(form.fields, "idempotencyKey")}>
      <Field
        type="checkboxes"
        name="personIds"
        label={words.chosen}
        values={listOf(form.fields, "personIds")}
        options={chosen.map((person) => ({ value: person.id, label: nameOf(person) }))}
        {...errorFor(form.errors, "personIds")}
      />
      <Field {...field(form, "title")} hint={words.nameHint} />
      <Field {...field(form, "body")} type="textarea" rows={5} data={{ "data-markdown": "" }} />
      <Buttons>
        <SubmitButton>{words.startNow}</SubmitButton>
        <LinkButton href={LIST} kind="tertiary">
          {t.shell.form.cancel}
        </LinkButton>
      </Buttons>
    </Form>
  )
}

const nameOf = ({ name, shortNames }: Addressee) =>
  shortNames.length > 0 ? `${name} (${shortNames.join(", ")})` : name
