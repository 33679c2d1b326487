import type { SessionView } from "../../../../server/qualification/meet.ts"
import { Card, LinkButton } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

/** The way to peer consulting: at every meeting, and at workshops whose programme has it. */
export function ConsultingCard({ t, session }: { t: Texts; session: SessionView }) {
  const words = t.qualification.sessions
  if (session.kind !== "meeting" && !session.features.includes("peer-consulting")) return null
  return (
    <Card title={words.consulting} id="kollegiale-beratung" icon="people">
      <p>{words.consultingText}</p>
      <div>
        <LinkButton href={`/termine/${session.id}/beratung`}>{words.consultingOpen}</LinkButton>
      </div>
    </Card>
  )
}
