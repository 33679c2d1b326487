import { Badge, Card, TwoSteps, useReader } from "../../../layout/index.ts"

/** Whether there is a second factor, and the way out for whoever has lost theirs; what it is only its owner sees. */
export function PersonFactors({ has, isSelf, path }: { has: boolean; isSelf: boolean; path: string }) {
  const { t } = useReader()
  const words = t.accounts.factors.admin
  return (
    <Card title={words.person} id="zweiter-faktor" icon="lock">
      <p>
        {has ? (
          <Badge kind="success" icon="check">
            {words.has}
          </Badge>
        ) : (
          <Badge>{words.none}</Badge>
        )}
      </p>
      {has && !isSelf && (
        <>
          <p class="ff-muted ff-small">{words.takeHint}</p>
          <TwoSteps
            summary={words.take}
            now={words.takeNow}
            text={words.takeText}
            action={`${path}/zweiter-faktor`}
            small
          />
        </>
      )}
    </Card>
  )
}
