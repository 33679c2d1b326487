import { renderedPages } from "./accounts/index.ts"
import { renderedAnnouncements } from "./announcements/index.ts"
import { renderedGuides, renderedPosts } from "./forum/index.ts"
import type { RenderedTexts } from "./kernel/rendering.ts"

/** Everything that is stored beside its HTML. What the qualification stores is rendered whenever it is read. */
export const renderedTexts: RenderedTexts[] = [
  renderedPages,
  renderedGuides,
  renderedAnnouncements,
  renderedPosts,
]
