import {
  CONSULTING_FORMS,
  CONSULTING_MINUTES,
  PHASE_TITLES,
  PHASES,
  type TopicsView,
} from "../../../../server/qualification/meet.ts"
import { PageTitle, Table, useReader } from "../../../layout/index.ts"
import type { Content } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { ConsultingTrail } from "./frame.tsx"
import { SEATS } from "./roles.tsx"

/** All phases with what each role does, on one sheet of paper. */
export function sheetOf(t: Texts, { session }: TopicsView): Content {
  const words = t.qualification.consulting
  return {
    title: words.sheet,
    current: "qualification",
    breadcrumb: <ConsultingTrail t={t} session={session} here={words.sheet} />,
    children: (
      <>
        <PageTitle over={words.title} lead={<p>{words.sheetLead}</p>}>
          {words.sheet}
        </PageTitle>
        <div class="ff-consulting-sheet">
          <Sheet />
        </div>
      </>
    ),
  }
}

function Sheet() {
  const { t, locale } = useReader()
  const words = t.qualification.consulting
  const minutes = (form: (typeof CONSULTING_FORMS)[number], index: number) =>
    t.qualification.timer.minutes(CONSULTING_MINUTES[form][index] ?? 0).replace(" ", "\u00a0")
  return (
    <Table
      caption={words.sheet}
      columns={[
        words.sheetPhase,
        ...CONSULTING_FORMS.map((form) => words.sheetMinutes[form]),
        ...SEATS.map((seat) => words.roles[seat]),
      ]}
      named
      rows={PHASES.map((phase, index) => ({
        key: phase,
        cells: [
          PHASE_TITLES[locale][phase],
          ...CONSULTING_FORMS.map((form) => minutes(form, index)),
          ...SEATS.map((seat) => words.does[phase][seat]),
        ],
      }))}
    />
  )
}
