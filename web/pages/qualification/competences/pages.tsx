import { forbidden } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { type CohortView, findCohort } from "../../../../server/qualification/core.ts"
import {
  type ChoiceView,
  chooseCompetences,
  findChoice,
  NewChoice,
} from "../../../../server/qualification/proof.ts"
import { type Ask, pagesOf } from "../../../form-pages.ts"
import { Faults, type FormState } from "../../../form-state.tsx"
import { Alert, Card, PageTitle } from "../../../layout/index.ts"
import type { Site } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { cohortPage } from "../cohort-page.tsx"
import { FrameworkNotes } from "../framework-notes.tsx"
import { Choosing, choiceStart } from "./choosing.tsx"
import { LevelMeanings, Scale } from "./levels.tsx"

const ADDRESS = "/lerngruppen/:id/kompetenzen"
type Found = { cohort: CohortView; choice: ChoiceView }

/** What the cohort assesses, for all its members; its facilitators choose. */
export function competencePages(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  pages.page(ADDRESS, { find: findChosen, show: (ask, found) => chosenPage(ask, found) })
  pages.form(ADDRESS, {
    find: async (ask: Ask) => {
      const found = await findChosen(ask)
      if (!found.cohort.parts.includes("facilitator")) throw forbidden()
      return found
    },
    input: NewChoice,
    labels: (t) => ({ competences: t.qualification.competences.title }),
    start: ({ choice }) => choiceStart(choice),
    act: ({ db, actor, params }, value) => chooseCompetences(db, actor, params.id, value),
    to: (_, { cohort }) => [`/lerngruppen/${cohort.id}/kompetenzen`, "saved"],
    again: chosenPage,
  })
}

async function findChosen({ db, actor, params }: Ask): Promise<Found> {
  const choice = await findChoice(db, actor, params.id)
  return { choice, cohort: await findCohort(db, actor, params.id) }
}

const chosenPage = ({ t }: Pick<Ask, "t">, found: Found, tried: FormState | null = null) =>
  cohortPage(
    t,
    found.cohort,
    { title: t.qualification.competences.title, width: "reading" },
    <Chosen t={t} {...found} tried={tried} />,
  )

function Chosen({ t, cohort, choice, tried }: Found & { t: Texts; tried: FormState | null }) {
  const words = t.qualification.competences
  const [first] = choice.competences
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      {tried && <Faults form={tried} />}
      {choice.can.choose && choice.version === 0 && (
        <Alert kind="info">
          <p>{words.isDefault}</p>
        </Alert>
      )}
      {choice.fixed && <p class="kern-hint">{words.fixed}</p>}
      {choice.can.choose && <Choosing t={t} cohortId={cohort.id} choice={choice} tried={tried} />}
      {choice.competences.map((competence) => (
        <Card key={competence.key} title={competence.name}>
          <p class="kern-hint">{words.area(competence.area)}</p>
          <LevelMeanings competence={competence} />
        </Card>
      ))}
      {first && (
        <Card title={words.scale} id="stufen" tone="quiet">
          <p>{words.scaleText}</p>
          <Scale levels={first.levels} />
          <FrameworkNotes
            frameworks={choice.competences.map(({ framework, version }) => `${framework}@${version}`)}
          />
        </Card>
      )}
    </>
  )
}
