import type { PlanView } from "../../../../server/qualification/outcome.ts"
import { ActionButton, Buttons, Card, LinkButton } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

/** What was announced from the plan. */
export type Announced = { id: string; title: string; draft: boolean }

type Props = { t: Texts; cohortId: string; plan: PlanView; announced: Announced | null }

/** The way from the decided roll-out to its announcement, and other things that the group announces. */
export function Announcing({ t, cohortId, plan, announced }: Props) {
  const words = t.announcements
  if (plan.kind !== "rollout") return null
  const draft = plan.can.edit && (
    <LinkButton href={`/ankuendigungen/entwurf?gruppe=${cohortId}`} icon="announce">
      {words.draftForGroup}
    </LinkButton>
  )
  if (!plan.decided) return draft ? <Buttons>{draft}</Buttons> : null
  return (
    <Card title={words.fromPlan} id="ankuendigung" icon="announce" level={3}>
      {announced ? (
        <p>
          {announced.draft ? words.fromPlanDraft : words.fromPlanDone}{" "}
          <a href={`/ankuendigungen/${announced.id}`}>{announced.title}</a>
        </p>
      ) : (
        <p>{words.fromPlanText}</p>
      )}
      <Buttons>
        {!announced && (
          <ActionButton action={`/lerngruppen/${cohortId}/ankuendigung`} kind="primary" icon="announce">
            {words.fromPlanNow}
          </ActionButton>
        )}
        {draft}
        <LinkButton href="/nutzung" icon="people">
          {t.adoption.title}
        </LinkButton>
      </Buttons>
    </Card>
  )
}
