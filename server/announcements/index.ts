/** The front door of the module: routes for app.ts, and what the pages and the seed use. */

export { acknowledge, countAcknowledged, dismissAnnouncement, remindOf } from "./acknowledging.ts"
export {
  draftForGroup,
  editAnnouncement,
  publishAnnouncement,
  releaseAnnouncement,
  withdrawAnnouncement,
} from "./actions.ts"
export { announcementsCatalogue } from "./catalogue.ts"
export { announcementsChapters } from "./chapters.ts"
export { commentAnnouncement, findCommented, removeComment } from "./comments.ts"
export { announcementBytes, attachFile, LONGEST_CAPTION, removeFile } from "./files.ts"
export { isAnnouncedTo } from "./hearing.ts"
export { describeAnnouncementInbox } from "./inbox.ts"
export { announcementJobs } from "./jobs.ts"
export { announcementsLeaving } from "./leaving.ts"
export { announcementChannels } from "./live.ts"
export type { Outside } from "./outside.ts"
export { accessDraftingGroup, mayPublish } from "./policy.ts"
export {
  findAnnouncement,
  findRollOutOf,
  listAnnouncements,
  listCurrent,
  listReplacing,
  listVersions,
} from "./queries.ts"
export { renderedAnnouncementComments, renderedAnnouncements } from "./rendered.ts"
export { draftRollOut } from "./roll-out.ts"
export { announcementRoutes } from "./routes.ts"
export {
  type AcknowledgedView,
  AnnouncementRow,
  AnnouncementView,
  EditedAnnouncement,
  NewAnnouncement,
  NewComment,
  NewGroupDraft,
  Withdrawal,
} from "./schema.ts"
export { describeAnnouncements } from "./subjects.ts"
export { isAnnouncedToAll } from "./telling.ts"
export { uploadedAnnouncementFiles } from "./uploaded.ts"
