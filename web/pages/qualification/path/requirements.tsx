import type { PathRequirement, PathView } from "../../../../server/qualification/course.ts"
import { Alert, Badge, LinkButton } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { anchorOf } from "./address.ts"

type Props = { t: Texts; path: PathView }

/** What is still owed for the certificate, and where it is done. */
export function Requirements(props: Props) {
  const { t, path } = props
  const words = t.qualification.path
  const owed = path.requirements.filter(({ fulfilled }) => !fulfilled)
  return (
    <section aria-labelledby="zertifikat" class="ff-part">
      <h2 id="zertifikat">{words.certificate}</h2>
      {path.requirements.length === 0 && <p>{words.nothingAsked}</p>}
      {path.requirements.length > 0 && owed.length === 0 && (
        <Alert kind="success">
          <p>{path.certificate ? words.issued : words.nothingOwed}</p>
        </Alert>
      )}
      {path.certificate && (
        <div>
          <LinkButton href={`/zertifikate/${path.certificate}`} kind="primary" small>
            {words.toCertificate}
          </LinkButton>
        </div>
      )}
      <ul class="ff-requirements">
        {path.requirements.map((one) => (
          <Requirement key={one.requirement} {...props} one={one} />
        ))}
      </ul>
    </section>
  )
}

function Requirement({ t, path, one }: Props & { one: PathRequirement }) {
  const words = t.qualification.path
  const { requirement, fulfilled, items } = one
  const done = items?.filter((item) => item.done).length ?? 0
  const open = items?.filter((item) => !item.done) ?? []
  const ahead = path.steps.filter(({ place }) => place !== "past").map(({ step }) => step.id)
  // A date that is still to come is owed, but nothing can be done about it yet.
  const named = open.filter(
    ({ stepId }) => stepId !== null && (requirement !== "attendance" || !ahead.includes(stepId)),
  )
  return (
    <li>
      <div class="ff-requirements__head">
        <h3>{t.qualification.certificates.requirements[requirement]}</h3>
        <Fulfilled t={t} fulfilled={fulfilled} />
      </div>
      {!path.certificate && items && items.length > 1 && (
        <p class="ff-requirements__bar">
          <Bar done={done} all={items.length} />
          <span>{words.ofAll(done, items.length)}</span>
        </p>
      )}
      {!fulfilled && (
        <>
          <p>{words.how[requirement]}</p>
          {named.length > 0 && (
            <ul class="ff-links">
              {named.map((item) => (
                <li key={item.stepId}>
                  <a href={addressOf(one, item.stepId ?? "")}>{item.title}</a>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </li>
  )
}

/** Impulses have pages of their own; everything else is found in the list of the path. */
const addressOf = ({ requirement }: PathRequirement, stepId: string): string =>
  requirement === "impulses" ? `/lernimpulse/${stepId}` : `#${anchorOf(stepId)}`

export function Fulfilled({ t, fulfilled }: { t: Texts; fulfilled: boolean }) {
  const words = t.qualification.path
  if (fulfilled)
    return (
      <Badge kind="success" icon="check-circle">
        {words.fulfilled}
      </Badge>
    )
  return <Badge icon="clock">{words.owed}</Badge>
}

/** The same is said in words beside it. */
function Bar({ done, all }: { done: number; all: number }) {
  return (
    <svg class="ff-bar" viewBox="0 0 160 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="ff-levels__empty" x="1" y="1" width="158" height="10" rx="3" />
      {done > 0 && <rect class="ff-levels__full" x="1" y="1" width={(158 * done) / all} height="10" rx="3" />}
    </svg>
  )
}
