import type { ComponentChildren } from "preact"
import { changeMe, findActor, listTrialPeople, originOf, signInAs } from "../../../server/accounts/index.ts"
import { notFound } from "../../../server/kernel/errors.ts"
import type { App } from "../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../server/kernel/schemas.ts"
import { FormOf, textOf } from "../../forms.ts"
import { ActionButton, Buttons, Card, Disclosure, LinkButton, Meta, useReader } from "../../layout/index.ts"
import { goTo, ownPath, type Site } from "../../site.tsx"

export type TrialPerson = Awaited<ReturnType<typeof listTrialPeople>>[number] & {
  /** Who this is in the story. */
  note?: ReturnType<Site["peopleNotes"]>[string] | undefined
}

export async function readTrialPeople(site: Site): Promise<TrialPerson[]> {
  const people = await listTrialPeople(site)
  const notes = site.peopleNotes()
  return people.map((person) => ({ ...person, note: notes[person.displayName] }))
}

const TrialForm = FormOf("personId", "returnTo")

/** "Ansehen als …": exists in a trial with example content only; elsewhere there is no such page. */
export function trialPages(app: App, site: Site): void {
  app.post(
    "/anmelden/als",
    { config: { access: "public", page: true }, schema: { body: TrialForm, response: html } },
    async (request, reply) => {
      const { value } = checkInput(ById, { id: textOf(request.body, "personId") })
      if (value === null) throw notFound()
      const { cookie } = await signInAs(site, value.id, originOf(request, site.sessions))
      await keepLanguage(site, value.id, request.cookies.language)
      return goTo(reply.header("set-cookie", cookie), ownPath(textOf(request.body, "returnTo")))
    },
  )
}

/** Whoever has chosen a language in this trial reads it as everybody. */
async function keepLanguage({ db }: Site, personId: string, language: string | undefined): Promise<void> {
  if (language !== "de" && language !== "en") return
  const actor = await findActor(db, personId, null)
  if (actor) await changeMe(db, actor, { locale: language })
}

type ChoiceProps = {
  people: TrialPerson[]
  returnTo: string
  hasErrors: boolean
  /** The ordinary form, for those who set a password in the trial. */
  children: ComponentChildren
}

export function TrialChoice({ people, returnTo, hasErrors, children }: ChoiceProps) {
  const { t } = useReader()
  const words = t.accounts.trial
  const groups = Map.groupBy(people, groupOf)
  return (
    <>
      <div class="ff-grid ff-grid--halves">
        {GROUPS.map((group) => (
          <Card title={words.groups[group].title} id={`gruppe-${group}`} key={group}>
            <p class="ff-muted ff-small">{words.groups[group].text}</p>
            <ul class="ff-list">
              {(groups.get(group) ?? []).map((person) => (
                <PersonRow person={person} returnTo={returnTo} key={person.id} />
              ))}
            </ul>
          </Card>
        ))}
        <Card title={words.hints} id="tipps" tone="quiet">
          <p>{words.tip}</p>
          <p>{words.mailsText}</p>
          <Buttons>
            <LinkButton href="/probe/post" icon="mail">
              {words.mails}
            </LinkButton>
          </Buttons>
        </Card>
      </div>
      <Disclosure summary={words.withPassword} open={hasErrors}>
        {children}
      </Disclosure>
    </>
  )
}

function PersonRow({ person, returnTo }: { person: TrialPerson; returnTo: string }) {
  const { t, locale } = useReader()
  const words = t.accounts.trial
  const roles = person.roles.map((role) => t.shell.roles[role])
  const departments = person.departments.length > 0 ? person.departments : [words.nowhere]
  return (
    <li class="ff-row">
      <div class="ff-row__main">
        <p class="ff-row__title">{person.displayName}</p>
        {person.note && <p class="ff-row__excerpt">{person.note[locale]}</p>}
        <div class="ff-row__foot">
          <Meta items={[roles.join(", "), departments.join(", ")]} />
        </div>
      </div>
      <div class="ff-row__actions">
        <ActionButton
          action="/anmelden/als"
          hidden={{ personId: person.id, returnTo }}
          kind="secondary"
          context={words.as(person.displayName)}
        >
          {words.choose}
        </ActionButton>
      </div>
    </li>
  )
}

const GROUPS = ["ask", "answer", "lead"] as const

function groupOf({ roles }: TrialPerson): (typeof GROUPS)[number] {
  if (roles.some((role) => role === "lead" || role === "admin" || role === "facilitator")) return "lead"
  return roles.includes("specialist") ? "answer" : "ask"
}
