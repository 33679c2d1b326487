/** The front door of the module: routes for app.ts, and what the pages and the seed use. */

export { editAnnouncement, publishAnnouncement, withdrawAnnouncement } from "./actions.ts"
export { announcementsCatalogue } from "./catalogue.ts"
export { mayPublish } from "./policy.ts"
export { findAnnouncement, listAnnouncements, listCurrent } from "./queries.ts"
export { renderedAnnouncements } from "./rendered.ts"
export { announcementRoutes } from "./routes.ts"
export { AnnouncementRow, AnnouncementView, EditedAnnouncement, NewAnnouncement } from "./schema.ts"
export { describeAnnouncements } from "./subjects.ts"
