import { type Actor, has } from "../../../server/kernel/actor.ts"
import { type Feature, listLearnerRoles, type RoleRow } from "../../../server/qualification/core.ts"
import type { Ask } from "../../form-pages.ts"
import { Card, formatDay, LinkButton, useReader } from "../../layout/index.ts"
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
  /** Of the learner who reads: what became of the request that they may set the platform up. */
  request?: RoleRow["request"]
  /** Where the sheets of the step are, on a page that does not list them itself. */
  sheetsAt?: string | undefined
}

const maySetUp = (actor: Actor) => STRUCTURE_READERS.some((role) => has(actor, role))

/** The tools that a step brings along, within reach where one works on it. */
export function Tools(props: Props) {
  const { t, title, cohortId, features, learns, actor, request = null, sheetsAt } = props
  const words = t.qualification
  const mayArrange = maySetUp(actor)
  const isArranged = features.includes("platform")
  const offered = features.filter((one) => PLACES[one] && (learns || !LEARNERS_ONLY.includes(one)))
  if (offered.length === 0 && !isArranged && !sheetsAt) return null
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
        {sheetsAt && (
          <LinkButton href={sheetsAt} kind="tertiary" icon="print" small>
            {words.sheets.title}
          </LinkButton>
        )}
      </div>
      {isArranged && !mayArrange && learns && <Missing request={request} />}
      {isArranged && !learns && (
        <>
          {!mayArrange && <p>{words.path.askForLearners}</p>}
          <div>
            <LinkButton href={`/lerngruppen/${cohortId}/beteiligte#redaktion`} kind="tertiary" small>
              {words.path.requestRole}
            </LinkButton>
          </div>
        </>
      )}
    </Card>
  )
}

/** What became of the request for a learner who lacks the role, where a step brings the platform along. */
export async function ownRequest(
  { db, actor }: Pick<Ask, "db" | "actor">,
  cohortId: string,
  features: readonly Feature[],
  learns: boolean,
): Promise<RoleRow["request"]> {
  if (!learns || maySetUp(actor) || !features.includes("platform")) return null
  const rows = await listLearnerRoles(db, actor, cohortId)
  return rows.find(({ isMine }) => isMine)?.request ?? null
}

/** What a learner without the role reads: whom to ask, or what became of it. */
function Missing({ request }: { request: RoleRow["request"] }) {
  const { t, locale } = useReader()
  const { path, roles } = t.qualification
  if (request?.state === "open") return <p>{roles.own.open(formatDay(request.requestedOn, locale))}</p>
  if (request?.state === "declined") return <p class="ff-plain">{roles.own.declined(request.answer)}</p>
  return <p>{path.askForPlatform}</p>
}
