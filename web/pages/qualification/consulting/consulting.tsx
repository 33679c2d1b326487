import { type ConsultingView, LINE_KINDS } from "../../../../server/qualification/meet.ts"
import type { Ask } from "../../../form-pages.ts"
import { Card, Disclosure, ErrorSummary, LinkButton, PageTitle, useReader } from "../../../layout/index.ts"
import { errorsOf, type Tried } from "../../../page-forms.ts"
import type { Content } from "../../../site.tsx"
import type { Texts } from "../../../texts/index.ts"
import { Timer, TimerPhases } from "../timer/index.ts"
import { Decision } from "./decision.tsx"
import { ConsultingTrail, consultingPath, SheetLink, topicsPath } from "./frame.tsx"
import { Lines } from "./lines.tsx"
import type { ConsultingProps } from "./props.ts"
import { Ended, More } from "./result.tsx"
import { Instructions } from "./roles.tsx"

export function consultingPage(
  { t, actor }: Pick<Ask, "t" | "actor">,
  consulting: ConsultingView,
  tried: Tried | null,
): Content {
  return {
    title: consulting.title,
    current: "qualification",
    breadcrumb: <ConsultingTrail t={t} session={consulting.session} here={consulting.title} />,
    children: <Consulting t={t} consulting={consulting} tried={tried} ownerId={actor.id} />,
  }
}

type Props = ConsultingProps & { t: Texts }

/** One page for all: who comes late sees the phase, and at the end everybody what is theirs. */
function Consulting({ t, ...props }: Props) {
  const words = t.qualification.consulting
  const { consulting, tried } = props
  const { session, ended } = consulting
  const actions = ended ? (
    <LinkButton href={topicsPath(session.id)} kind="tertiary">
      {words.result.back}
    </LinkButton>
  ) : (
    <SheetLink sessionId={session.id} />
  )
  return (
    <>
      <PageTitle over={words.title} actions={actions}>
        {consulting.title}
      </PageTitle>
      <ErrorSummary errors={errorsOf(tried)} />
      <div id="beratung-live" data-live={`consulting:${consulting.id}`}>
        {ended ? (
          <div class="ff-stack">
            <Ended consulting={consulting} />
            <Notes {...props} />
            <More consulting={consulting} />
          </div>
        ) : (
          <div class="ff-consulting">
            <div class="ff-consulting__clock">
              <Course t={t} consulting={consulting} />
            </div>
            {hasNotes(props) && (
              <div class="ff-consulting__notes">
                <Notes {...props} />
              </div>
            )}
            <div class="ff-consulting__present">
              <Present t={t} consulting={consulting} />
              <More consulting={consulting} />
            </div>
          </div>
        )}
      </div>
    </>
  )
}

const hasNotes = ({ consulting: { lines, can, decision }, tried }: ConsultingProps) =>
  can.note.length > 0 || decision !== null || tried !== null || Boolean(lines?.length)

function Course({ t, consulting }: { t: Texts; consulting: ConsultingView }) {
  const { timer, can, id } = consulting
  return (
    <Card title={t.qualification.consulting.course} id="ablauf" icon="clock">
      {timer && (
        <>
          <Timer view={timer} level={3} {...(can.time && { action: `${consultingPath(id)}/uhr` })} />
          <Disclosure summary={t.qualification.consulting.allPhases} quiet id="alle-schritte">
            <TimerPhases view={timer} />
          </Disclosure>
        </>
      )}
    </Card>
  )
}

function Present({ t, consulting }: { t: Texts; consulting: ConsultingView }) {
  const words = t.qualification.consulting
  return (
    <Card title={words.phase.title} id="jetzt" icon="people" tone="attention">
      {consulting.question && (
        <p class="ff-lines">
          <strong>{words.phase.question}:</strong> {consulting.question}
        </p>
      )}
      <Instructions consulting={consulting} />
      <p class="kern-hint">{words.phase.confidential}</p>
    </Card>
  )
}

function Notes(props: ConsultingProps) {
  const { consulting } = props
  return (
    <>
      {consulting.lines && LINE_KINDS.map((kind) => <Lines key={kind} {...props} kind={kind} />)}
      <Fate consulting={consulting} />
      <Decision {...props} />
    </>
  )
}

function Fate({ consulting: { ended, can, lines } }: { consulting: ConsultingView }) {
  const { t } = useReader()
  if (ended || (can.note.length === 0 && lines?.length === 0)) return null
  return (
    <div class="ff-part">
      <p class="kern-hint">{t.qualification.consulting.lines.fate}</p>
    </div>
  )
}
