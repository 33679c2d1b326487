import type { Loader } from "../../accounts/index.ts"
import { certificateChapter } from "./certificates.ts"
import {
  agreementChapter,
  assessmentChapter,
  attendanceChapter,
  consultingLineChapter,
  consultingTopicChapter,
  consultingVoteChapter,
  evidenceChapter,
  experienceChapter,
  membershipChapter,
  noteChapter,
  programmeChapter,
  projectChapter,
  projectCommentChapter,
  reportChapter,
  retrospectiveChapter,
  roleRequestChapter,
  roundChapter,
  taskChapter,
} from "./chapters.ts"
import { consultingChapter } from "./consultings.ts"
import { eventAnswerChapter, objectionChapter, objectionSupportChapter } from "./events.ts"
import { fileChapter } from "./files.ts"
import { impulseChapter } from "./impulses.ts"
import { journalChapter } from "./journal.ts"
import { ratingChapter } from "./ratings.ts"
import { inWords } from "./words.ts"

/** Everything that the qualification keeps of a person, one sort after the other. */
export const qualificationChapters: Loader[] = [
  membershipChapter,
  attendanceChapter,
  taskChapter,
  roundChapter,
  noteChapter,
  projectChapter,
  projectCommentChapter,
  agreementChapter,
  ratingChapter,
  evidenceChapter,
  impulseChapter,
  experienceChapter,
  retrospectiveChapter,
  reportChapter,
  consultingTopicChapter,
  consultingVoteChapter,
  consultingChapter,
  consultingLineChapter,
  assessmentChapter,
  certificateChapter,
  journalChapter,
  fileChapter,
  roleRequestChapter,
  eventAnswerChapter,
  objectionChapter,
  objectionSupportChapter,
  programmeChapter,
].map(
  (load): Loader =>
    async (...asked) => ({ ...(await load(...asked)), inWords }),
)
