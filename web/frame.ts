import type { FastifyRequest } from "fastify"
import {
  administers,
  type Installation,
  knownInstallation,
  openFrame,
  rememberedInstallation,
} from "../server/accounts/index.ts"
import { isAnnouncedTo } from "../server/announcements/index.ts"
import { isToldOfConversation, unreadConversations } from "../server/conversations/index.ts"
import { isHeardOf, openCount, queueDepartments } from "../server/forum/index.ts"
import type { Actor } from "../server/kernel/actor.ts"
import type { Db } from "../server/kernel/database.ts"
import { outageIn } from "../server/kernel/outage.ts"
import { open as placeholder } from "../server/kernel/statements.ts"
import { now } from "../server/kernel/time.ts"
import { isLockedFile, isUnreadHere, markRead, unreadCount } from "../server/notifications/index.ts"
import { hasCohort, isInCohort, learnedCohortIds } from "../server/qualification/course.ts"
import { isToldOfQualification } from "../server/qualification/index.ts"
import { askedRules } from "../server/rules/index.ts"
import type { NavItem, PageActor } from "./layout/index.ts"
import { navigationFor } from "./navigation.ts"
import type { Texts } from "./texts/index.ts"

const GROUPS = { groupIdsOf: learnedCohortIds }

/** An actor knows the departments by their ids only; people know them by their names. */
const OF_PERSON = {
  hasCohort: hasCohort(placeholder("person")),
  // Each module that tells people something says what of it they may see now.
  unread: unreadCount({
    forum: isHeardOf,
    announcements: isAnnouncedTo((groupId) => isInCohort(placeholder("person"), groupId)),
    conversations: isToldOfConversation(GROUPS),
    qualification: isToldOfQualification,
    accounts: administers,
    files: isLockedFile,
  }),
  isUnreadHere,
  conversations: unreadConversations(GROUPS),
  askedRules: askedRules(placeholder("person")),
}
const readFrame = openFrame(OF_PERSON)
const readCountingFrame = openFrame({ ...OF_PERSON, open: openCount })

type Frame = {
  actor: PageActor | null
  navigation: NavItem[]
  installation: Installation
  /** The edition of the rules of use that whoever reads has to accept before they write. */
  askedRules: number | null
  hasConversations: boolean
}

export type Counting = {
  /** Open questions of the person's departments, where the page has counted them already. */
  open?: number | null
  /** What of the inbox is read by looking at the page: everything of a thread, or of several things. */
  reads?: string | string[]
}

/** Where one is, who reads and where they can go, as far as that can be found out. */
export async function frameOf(
  db: Db,
  request: FastifyRequest,
  { open, reads }: Counting,
  t: Texts,
): Promise<Frame> {
  const { visitor } = request
  if (visitor && !request.isShell) {
    try {
      const groups = [reads ?? []].flat()
      const before = await readFrameOf(db, visitor, open, groups)
      if (before.isUnreadHere) for (const groupId of groups) await markRead(db, visitor, { groupId })
      const { installation, departments, unread, ...found } = before.isUnreadHere
        ? await readFrameOf(db, visitor, before.open, [])
        : before
      const navigation = navigationFor(visitor, found, t)
      const { displayName, roles } = visitor
      const departmentNames = departments.map(({ name }) => name)
      const { askedRules, conversations } = found
      return {
        actor: { displayName, roles, departmentNames, unread },
        navigation,
        installation,
        askedRules,
        hasConversations: conversations !== null,
      }
    } catch (error) {
      if (!outageIn(error)) throw error
      request.isShell = true
    }
  }
  const installation = request.isShell ? rememberedInstallation(db) : await knownInstallation(db)
  const actor = visitor && { displayName: visitor.displayName, roles: visitor.roles }
  return { actor, navigation: [], installation, askedRules: null, hasConversations: true }
}

/** The frame of somebody, with the number of open questions where the navigation shows it. */
async function readFrameOf(db: Db, visitor: Actor, counted: number | null | undefined, groups: string[]) {
  const values = { groups, now: now() }
  if (queueDepartments(visitor).length > 0 && typeof counted !== "number")
    return readCountingFrame(db, visitor, values)
  return { ...(await readFrame(db, visitor, values)), open: counted ?? 0 }
}
