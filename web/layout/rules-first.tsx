import { Alert } from "./blocks.tsx"
import { ActionButton, Buttons, LinkButton } from "./buttons.tsx"
import { useReader } from "./context.ts"

/**
 * Above a form for writing, for whoever has not accepted the rules of use yet: a sentence and a button. Where something
 * is typed already, the rules open in a window of their own. Not within a form.
 */
export function RulesFirst() {
  const { t, rulesFirst } = useReader()
  const words = t.rules.first
  if (!rulesFirst) return null
  const { back, edition } = rulesFirst
  return (
    <Alert kind="info" title={words.title}>
      <p>{back === null ? words.typed : words.text}</p>
      <Buttons>
        {back !== null && (
          <ActionButton
            action="/nutzungsregeln"
            hidden={{ edition: String(edition), back }}
            kind="primary"
            small={false}
          >
            {words.accept}
          </ActionButton>
        )}
        <LinkButton href="/nutzungsregeln" newWindow>
          {words.read}
        </LinkButton>
      </Buttons>
    </Alert>
  )
}
