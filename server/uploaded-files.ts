import { uploadedAnnouncementFiles } from "./announcements/index.ts"
import { uploadedMessageFiles } from "./conversations/index.ts"
import { uploadedAttachments } from "./forum/index.ts"
import type { UploadedFiles } from "./kernel/file-checking.ts"
import { uploadedStepFiles } from "./qualification/core.ts"
import { uploadedPhotos } from "./qualification/meet.ts"

/** Every file that somebody uploads, by every module: the virus scanner looks through all of them. */
export const uploadedFiles: UploadedFiles[] = [
  uploadedAttachments,
  uploadedAnnouncementFiles,
  uploadedMessageFiles,
  uploadedStepFiles,
  uploadedPhotos,
]
