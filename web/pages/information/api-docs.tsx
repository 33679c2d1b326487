import { ROLES } from "../../../server/kernel/actor.ts"
import type { App } from "../../../server/kernel/http.ts"
import { html } from "../../../server/kernel/schemas.ts"
import { Card, Disclosure, Facts, LinkButton, PageTitle, useReader } from "../../layout/index.ts"
import { type Site, show } from "../../site.tsx"
import { type Group, type Operation, readGroups, type Shape } from "./api-document.ts"
import { Fields, ShapeOf } from "./api-shape.tsx"

/** Public like the document it shows: the source is open, and who connects a program may have no account yet. */
export function apiDocs(app: App, site: Site): void {
  app.get(
    "/api/docs",
    { config: { access: "public", page: true }, schema: { response: html } },
    async (request, reply) => {
      const groups = readGroups(app.swagger())
      return show(site, request, reply, (t) => ({
        title: t.information.api.title,
        width: "reading",
        children: <Documentation groups={groups} />,
      }))
    },
  )
}

function Documentation({ groups }: { groups: Group[] }) {
  const { t } = useReader()
  const words = t.information.api
  const json = (
    <LinkButton href="/api/openapi.json" icon="download" small>
      {words.json}
    </LinkButton>
  )
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>} actions={json}>
        {words.title}
      </PageTitle>
      <ul class="ff-bullets">
        {words.basics.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Card title={words.groups} id="bereiche" tone="quiet">
        <ul class="ff-links">
          {groups.map(({ name, operations }) => (
            <li key={name}>
              <a href={`#${name}`}>
                {name} ({words.operations(operations.length)})
              </a>
            </li>
          ))}
        </ul>
      </Card>
      {groups.map(({ name, operations }) => (
        <section aria-labelledby={name} class="ff-entries" key={name}>
          <h2 id={name}>{name}</h2>
          {operations.map((operation) => (
            <OneOperation operation={operation} key={operation.id} />
          ))}
        </section>
      ))}
    </>
  )
}

function OneOperation({ operation }: { operation: Operation }) {
  const { t } = useReader()
  const words = t.information.api
  const { id, method, path, summary, parameters, body, answers, refusals } = operation
  const heading = (
    <>
      <code>
        <strong>{method}</strong> {path}
      </code>{" "}
      <span class="ff-entries__words" lang="en">
        {summary}
      </span>
    </>
  )
  const facts = [
    { label: words.access, value: <AccessOf access={operation.access} /> },
    ...(parameters.length > 0 ? [{ label: words.parameters, value: <Fields fields={parameters} /> }] : []),
    ...(body ? [{ label: words.body, value: <ShapeOf shape={body} /> }] : []),
    ...answers.map(({ status, description, media, shape }) => ({
      label: `${words.answer} ${status}`,
      value: shape ? <Answered media={media} shape={shape} /> : `${description}, ${words.noContent}`,
    })),
    ...(refusals.length > 0 ? [{ label: words.refusals, value: refusals.join(", ") }] : []),
  ]
  return (
    <Disclosure id={id} summary={heading}>
      <Facts facts={facts} />
    </Disclosure>
  )
}

/** What is JSON needs no mention. */
function Answered({ media, shape }: { media: string; shape: Shape }) {
  return media === "application/json" ? <ShapeOf shape={shape} /> : <code>{media}</code>
}

function AccessOf({ access }: { access: Operation["access"] }) {
  const { t } = useReader()
  const words = t.information.api
  if (access === "public") return <>{words.everybody}</>
  if (access === "signed-in") return <>{words.signedIn}</>
  return (
    <>
      {ROLES.filter((role) => access.includes(role))
        .map((role) => t.shell.roles[role])
        .join(", ")}
    </>
  )
}
