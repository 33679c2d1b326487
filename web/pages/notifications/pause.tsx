import { ActionButton, DateTime, useReader } from "../../layout/index.ts"

/** "Nur per Glocke für heute": a button, and while it lasts until when, and how it ends. */
export function Pause({ until, action }: { until: string | null; action: string }) {
  const { t } = useReader()
  const words = t.notifications.settings
  if (until === null)
    return (
      <>
        <p>{words.pauseHint}</p>
        <ActionButton action={`${action}/pause`} kind="secondary" icon="bell">
          {words.pause}
        </ActionButton>
      </>
    )
  return (
    <>
      <p>
        {words.paused} <DateTime value={until} format="datetime" />
      </p>
      <ActionButton action={`${action}/pause/beenden`} kind="secondary" icon="mail">
        {words.resume}
      </ActionButton>
    </>
  )
}
