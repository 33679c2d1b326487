import { type Static, Type } from "typebox"
import { CheckView } from "../../kernel/file-checks.ts"
import { Closed, Id } from "../../kernel/schemas.ts"

const file = {
  id: Id,
  name: Type.String(),
  caption: Type.String(),
  image: Type.Boolean(),
  bytes: Type.Integer(),
  check: CheckView,
  can: Closed({ remove: Type.Boolean() }),
}

const HandoutView = Closed("Handout", file)
const SheetView = Closed("Sheet", { ...file, learner: Type.String() })

export const StepFilesView = Closed("StepFiles", {
  handouts: Type.Array(HandoutView),
  /** Of the learner who reads, or of all for facilitators. */
  sheets: Type.Array(SheetView),
  can: Closed({ handOut: Type.Boolean(), handIn: Type.Boolean() }),
})
export type StepFilesView = Static<typeof StepFilesView>
