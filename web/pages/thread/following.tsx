import type { Level } from "../../../server/forum/index.ts"
import { ActionButton, Card, useReader } from "../../layout/index.ts"

/** Whether one hears of what is new in a thread. Whom or what somebody follows is shown to nobody else. */
export function FollowThread({ path, following }: { path: string; following: Level | null }) {
  const { t } = useReader()
  const words = t.notifications.following
  const button = (level: "all" | "muted" | "", label: string) => (
    <ActionButton
      action={`${path}/folgen`}
      hidden={{ level }}
      kind={level === "all" ? "secondary" : "tertiary"}
    >
      {label}
    </ActionButton>
  )
  return (
    <Card title={words.title} id="folgen" tone="quiet">
      <p class="kern-hint">
        {following === "muted" ? words.isMuted : following ? words.isFollowing : words.isNeither}
      </p>
      <div class="ff-buttons">
        {following === null && button("all", words.follow)}
        {following !== null && button("", following === "muted" ? words.unmute : words.unfollow)}
        {following !== "muted" && button("muted", words.mute)}
      </div>
    </Card>
  )
}

/** What is said once it is done. */
export const followFlash = ({ level }: { level: Level | null }) =>
  level === null ? "unfollowed" : level === "muted" ? "muted" : "followed"
