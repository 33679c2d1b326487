import { asc, eq, gt } from "drizzle-orm"
import { FIRST_ID } from "../../kernel/database.ts"
import { htmlOf, renderEach, renewEach } from "../../kernel/rendered.ts"
import { type RenderedTexts, renewRows } from "../../kernel/rendering.ts"
import { programmeSteps, programmes } from "../tables.ts"

type Programme = typeof programmes.$inferSelect
type ProgrammeStep = typeof programmeSteps.$inferSelect
type Described = Pick<Programme, "description">
type StepTexts = Pick<ProgrammeStep, "contents" | "materials" | "tasks"> & {
  /** Null where it is not for the reader. */
  guidance: string | null
}

export const renderDescription = ({ description }: Described) => renderEach({ description })
export const descriptionHtml = ({ description, html }: Described & Pick<Programme, "html">): string =>
  htmlOf({ description }, html).description ?? ""

export const renderStep = (step: StepTexts) => renderEach(textsOf(step))
/** By the names of the texts; an empty one has none. */
export const stepHtml = (step: StepTexts & Pick<ProgrammeStep, "html">) => htmlOf(textsOf(step), step.html)

const textsOf = ({ contents, guidance, materials, tasks }: StepTexts) => {
  return { contents, guidance, materials, tasks }
}

export const renderedProgrammes: RenderedTexts = {
  kind: "programmes",
  count: (reader) => reader.$count(programmes),
  async renew(tx, after, most) {
    const rows = await tx
      .select()
      .from(programmes)
      .where(gt(programmes.id, after || FIRST_ID))
      .orderBy(asc(programmes.id))
      .limit(most)
      .for("update")
    return renewRows(rows, async ({ id, description, html: former }) => {
      const { html, isKept } = renewEach({ description }, former)
      await tx.update(programmes).set({ html }).where(eq(programmes.id, id))
      return !isKept
    })
  },
}

export const renderedSteps: RenderedTexts = {
  kind: "programme-steps",
  count: (reader) => reader.$count(programmeSteps),
  async renew(tx, after, most) {
    const rows = await tx
      .select()
      .from(programmeSteps)
      .where(gt(programmeSteps.id, after || FIRST_ID))
      .orderBy(asc(programmeSteps.id))
      .limit(most)
      .for("update")
    return renewRows(rows, async (step) => {
      const { html, isKept } = renewEach(textsOf(step), step.html)
      await tx.update(programmeSteps).set({ html }).where(eq(programmeSteps.id, step.id))
      return !isKept
    })
  },
}
