import { type Actor, has } from "../../../server/kernel/actor.ts"
import type { Feature } from "../../../server/qualification/index.ts"
import { Card, LinkButton } from "../../layout/index.ts"
import type { Texts } from "../../texts/index.ts"
import { STRUCTURE_READERS } from "../structure/hub.tsx"

/** Where the tool is, below the learning group; those without an entry are offered by the step's own page. */
const PLACES: Partial<Record<Feature, string>> = {
  experience: "ausgangslage#erfahrungen",
  processes: "ausgangslage#arbeitsablaeufe",
  project: "projekte",
  agreement: "projekte",
  rules: "vorhaben/nutzungsregeln",
  event: "vorhaben/kolleginnen-und-kollegen#infoveranstaltung",
  rollout: "vorhaben/kolleginnen-und-kollegen#einfuehrung",
  "data-protection": "vorhaben/datenschutz",
  "feedback-report": "rueckmeldung",
  retrospective: "rueckblick",
  "self-rating": "vorbereitung",
}

/** Only learners rate themselves. */
const LEARNERS_ONLY: Feature[] = ["self-rating"]

type Props = {
  t: Texts
  title?: string
  cohortId: string
  features: readonly Feature[]
  learns: boolean
  actor: Actor
}

/** The tools that a step brings along, within reach where one works on it. */
export function Tools({ t, title, cohortId, features, learns, actor }: Props) {
  const words = t.qualification
  const mayArrange = STRUCTURE_READERS.some((role) => has(actor, role))
  const isArranged = features.includes("platform")
  const offered = features.filter((one) => PLACES[one] && (learns || !LEARNERS_ONLY.includes(one)))
  if (offered.length === 0 && !isArranged) return null
  return (
    <Card title={title ?? words.path.tools} id="werkzeuge" icon="edit">
      <div class="ff-row__foot">
        {offered.map((one) => (
          <LinkButton key={one} href={`/lerngruppen/${cohortId}/${PLACES[one]}`} kind="tertiary" small>
            {words.programmes.features[one]}
          </LinkButton>
        ))}
        {isArranged && mayArrange && (
          <LinkButton href="/verwaltung/struktur" kind="tertiary" small>
            {words.programmes.features.platform}
          </LinkButton>
        )}
      </div>
      {isArranged && !mayArrange && <p>{words.path[learns ? "askForPlatform" : "askForLearners"]}</p>}
    </Card>
  )
}
