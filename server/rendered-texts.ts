import { renderedPages } from "./accounts/index.ts"
import { renderedAnnouncementComments, renderedAnnouncements } from "./announcements/index.ts"
import { renderedMessages } from "./conversations/index.ts"
import { renderedGuides, renderedPosts } from "./forum/index.ts"
import type { RenderedTexts } from "./kernel/rendering.ts"
import { renderedProgrammes, renderedSteps } from "./qualification/core.ts"
import { renderedMinutes } from "./qualification/meet.ts"
import { renderedEvents, renderedPlans } from "./qualification/outcome.ts"
import { renderedRules } from "./rules/index.ts"

/** Everything that is stored beside its HTML. */
export const renderedTexts: RenderedTexts[] = [
  renderedPages,
  renderedGuides,
  renderedAnnouncements,
  renderedAnnouncementComments,
  renderedMessages,
  renderedRules,
  renderedPosts,
  renderedPlans,
  renderedEvents,
  renderedProgrammes,
  renderedSteps,
  renderedMinutes,
]
