import { Handouts } from "./handouts.tsx"
import type { StepFilesProps } from "./props.ts"
import { Sheets } from "./sheets.tsx"

/** What a step hands out, and what was filled in for it on paper. */
export const StepFiles = (props: StepFilesProps) => (
  <>
    <Handouts {...props} />
    <Sheets {...props} />
  </>
)
