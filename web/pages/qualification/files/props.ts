import type { StepFilesView } from "../../../../server/qualification/core.ts"

export type StepFilesProps = {
  /** The step that the files belong to. */
  stepId: string
  files: StepFilesView
  /** The page that they stand on. */
  path: string
  readerId: string
}
