/** What the installation is given of the module; what it is made of has a front door for each wing. */

export { qualificationCatalogue } from "./catalogue.ts"
export { describeQualificationInbox, isToldOfQualification } from "./inbox.ts"
export { qualificationJobs } from "./jobs.ts"
export { qualificationLeaving } from "./leaving/for-good.ts"
export { qualificationChannels } from "./live.ts"
export { qualificationNotices } from "./notices.ts"
export { qualificationRoutes } from "./routes.ts"
export { describeQualificationSubjects } from "./subjects.ts"
export { qualificationChapters } from "./takeaway/own.ts"
