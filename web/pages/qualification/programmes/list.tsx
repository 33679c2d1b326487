import type { App } from "../../../../server/kernel/http.ts"
import { listProgrammes, type ProgrammeRow } from "../../../../server/qualification/core.ts"
import { pagesOf } from "../../../form-pages.ts"
import { Badge, List, Meta, PageTitle, Row } from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { access, ProgrammeTrail, pathOf } from "./frame.tsx"

export function listPage(app: App, site: Site): void {
  pagesOf(app, site).page("/programme", {
    access,
    find: ({ db, actor }) => listProgrammes(db, actor),
    show: ({ t }, programmes) => ({
      title: t.qualification.programmes.title,
      current: "qualification",
      width: "reading",
      breadcrumb: <ProgrammeTrail t={t} />,
      children: <All t={t} programmes={programmes} />,
    }),
  })
}

function All({ t, programmes }: { t: Texts; programmes: ProgrammeRow[] }) {
  const words = t.qualification.programmes
  const withdrawn = programmes.filter(({ state }) => state === "withdrawn")
  const rows = (state: ProgrammeRow["state"]) => programmes.filter((one) => one.state === state)
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      <Group t={t} title={words.offered} empty={words.offeredEmpty} rows={rows("published")} />
      <Group t={t} title={words.drafts} empty={words.draftsEmpty} rows={rows("draft")} />
      {withdrawn.length > 0 && <Group t={t} title={words.withdrawn} empty="" rows={withdrawn} />}
    </>
  )
}

function Group({ t, title, empty, rows }: { t: Texts; title: string; empty: string; rows: ProgrammeRow[] }) {
  return (
    <section>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <List>
          {rows.map((programme) => (
            <Row
              key={programme.id}
              href={pathOf(programme.id)}
              title={programme.name}
              level={3}
              meta={<Origin t={t} {...programme} />}
            />
          ))}
        </List>
      )}
    </section>
  )
}

type Head = Pick<ProgrammeRow, "state" | "edition" | "shipped" | "author" | "own">

/** Which edition it is, whose, and how large. */
export function Origin({ t, steps, weeks, ...head }: Head & { t: Texts; steps: number; weeks: number }) {
  const words = t.qualification.programmes
  return (
    <Meta
      items={[
        head.state !== "published" && <Badge key="state">{words.states[head.state]}</Badge>,
        words.edition(head.edition),
        head.shipped && words.shipped,
        !head.own && head.author && words.by(head.author),
        words.steps(steps),
        words.lasting(weeks),
      ]}
    />
  )
}
