import { TwoSteps } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

/** An entry or a comment that goes from a project. */
export function Removing({ t, action, context }: { t: Texts; action: string; context: string }) {
  const { remove, removeNow, removeConfirm } = t.qualification.projects
  return (
    <TwoSteps
      summary={remove}
      now={removeNow}
      text={removeConfirm}
      action={action}
      hidden={{ action: "remove" }}
      small
      context={context}
    />
  )
}
