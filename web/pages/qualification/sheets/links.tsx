import type { CohortView, Feature } from "../../../../server/qualification/core.ts"
import { Card, LinkButton, List, Meta, Row, useReader } from "../../../layout/index.ts"
import { allPath, pdfPath, sheetPath } from "./address.ts"
import { sheetsFor } from "./named.ts"
import type { NamedSheet } from "./sheet.ts"

type Parts = CohortView["parts"]

/** Only managers have no part in most of what is written. */
export const mayBeFilled = ({ forManagers }: NamedSheet, parts: Parts) =>
  forManagers === true || parts.some((part) => part !== "manager")

type RowsProps = { cohortId: string; sheets: NamedSheet[]; parts: Parts }
type StepProps = {
  cohortId: string
  step: { id: string; materials: string; features: readonly Feature[] }
}

/** The sheets that a step names, where the group works on it; nothing where there are none. */
export function StepSheets({ cohortId, step }: StepProps) {
  const { t } = useReader()
  const words = t.qualification.sheets
  const sheets = sheetsFor(step)
  if (sheets.length === 0) return null
  return (
    <Card title={words.title} id="blaetter" icon="print">
      <SheetRows cohortId={cohortId} sheets={sheets} parts={["learner", "facilitator"]} />
      <div>
        <LinkButton href={allPath(cohortId, step.id)} icon="print" small>
          {words.allOfStep}
        </LinkButton>
      </div>
    </Card>
  )
}

/** Each sheet with all that can be had of it. */
export function SheetRows({ cohortId, sheets, parts }: RowsProps) {
  const { t } = useReader()
  const words = t.qualification.sheets
  const isInGroup = parts.some((part) => part !== "manager")
  return (
    <List>
      {sheets.map((sheet) => {
        const { slug, paper, place } = sheet
        const title = words.titles[slug]
        const link = (href: string, label: string) => (
          <a href={href} key={href}>
            {label}
            <span class="kern-sr-only"> ({title})</span>
          </a>
        )
        return (
          <Row
            key={slug}
            href={sheetPath(cohortId, slug)}
            title={title}
            meta={
              <Meta
                items={[
                  words.papers[paper],
                  link(pdfPath(cohortId, slug), words.emptyPdf),
                  mayBeFilled(sheet, parts) &&
                    link(sheetPath(cohortId, slug, { filled: true }), words.filled),
                  isInGroup && link(`/lerngruppen/${cohortId}/${place}`, words.onScreen),
                ]}
              />
            }
          />
        )
      })}
    </List>
  )
}
