import { and, asc, desc, eq, isNotNull, isNull, ne, sql } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { forbidden, notFound } from "../../kernel/errors.ts"
import { byName } from "../../kernel/order.ts"
import { mayFacilitate } from "../policy.ts"
import { programmeSteps, programmes } from "../tables.ts"
import { faultsOf } from "./checks.ts"
import {
  accessProgramme,
  isDraft,
  isOwn,
  mayOffer,
  type Programme,
  programmeIdOf,
  stepsInOrder,
  visibleTo,
} from "./policy.ts"
import { descriptionHtml, stepHtml } from "./rendered.ts"
import type { ProgrammeRow, ProgrammeView } from "./schema.ts"

/** For facilitators: of each programme the latest edition that is offered; besides, own drafts and withdrawn ones. */
export async function listProgrammes(reader: Reader, actor: Actor): Promise<ProgrammeRow[]> {
  if (!mayFacilitate(actor)) throw forbidden()
  const rows = await reader
    .select({
      programme: programmes,
      author: people.displayName,
      steps: sql<number>`count(${programmeSteps.id})::int`,
      weeks: sql<number>`coalesce(max(${programmeSteps.week} + greatest(${programmeSteps.weeks}, 1)), 0)::int`,
    })
    .from(programmes)
    .leftJoin(people, eq(people.id, programmes.authorId))
    .leftJoin(programmeSteps, eq(programmeSteps.programmeId, programmes.id))
    .where(visibleTo(actor))
    .groupBy(programmes.id, people.displayName)
    .orderBy(byName(programmes.name), desc(programmes.edition), asc(programmes.id))
  const offered = new Set<string>()
  return rows
    .filter(({ programme }) => {
      const state = stateOf(programme)
      if (state !== "published") return isOwn(actor, programme)
      const isFirst = !offered.has(programme.familyId)
      offered.add(programme.familyId)
      return isFirst
    })
    .map(({ programme, author, steps, weeks }) => ({ ...headOf(actor, programme, author), steps, weeks }))
}

/** What a cohort can be started with. */
export async function listStartable(reader: Reader, actor: Actor): Promise<ProgrammeRow[]> {
  const rows = await listProgrammes(reader, actor)
  return rows.filter(({ state }) => state === "published")
}

export async function findProgramme(reader: Reader, actor: Actor, id: string): Promise<ProgrammeView> {
  const programme = await accessProgramme(reader, actor, id)
  const steps = await stepsInOrder(reader, id)
  const { description, requirements, foundation, version } = programme
  const edit = isDraft(programme)
  return {
    ...headOf(actor, programme, await authorOf(reader, programme)),
    description,
    descriptionHtml: descriptionHtml(programme),
    requirements,
    foundation,
    version,
    steps: steps.map(({ programmeId, position, ...step }) => ({ ...step, html: stepHtml(step) })),
    faults: edit ? faultsOf(programme, steps) : [],
    editions: await editionsOf(reader, programme),
    can: { edit, prepareEdition: !edit && isOwn(actor, programme), offer: mayOffer(actor, programme) },
  }
}

/** A step with its programme. */
export async function findStep(reader: Reader, actor: Actor, id: string) {
  if (!mayFacilitate(actor)) throw forbidden()
  const programme = await findProgramme(reader, actor, await programmeIdOf(reader, id))
  const step = programme.steps.find((one) => one.id === id)
  if (!step) throw notFound()
  return { programme, step }
}

function stateOf({ publishedAt, withdrawnAt }: Programme): ProgrammeRow["state"] {
  if (publishedAt === null) return "draft"
  return withdrawnAt === null ? "published" : "withdrawn"
}

const headOf = (actor: Actor, programme: Programme, author: string | null) => ({
  id: programme.id,
  name: programme.name,
  edition: programme.edition,
  state: stateOf(programme),
  shipped: programme.authorId === null,
  own: isOwn(actor, programme),
  author,
  publishedAt: programme.publishedAt?.toISOString() ?? null,
})

async function authorOf(reader: Reader, { authorId }: Programme): Promise<string | null> {
  if (authorId === null) return null
  const [author] = await reader
    .select({ name: people.displayName })
    .from(people)
    .where(eq(people.id, authorId))
  return author?.name ?? null
}

const editionsOf = (reader: Reader, { id, familyId }: Programme) =>
  reader
    .select({ id: programmes.id, edition: programmes.edition })
    .from(programmes)
    .where(
      and(
        eq(programmes.familyId, familyId),
        ne(programmes.id, id),
        isNotNull(programmes.publishedAt),
        isNull(programmes.withdrawnAt),
      ),
    )
    .orderBy(desc(programmes.edition))
