import { sql } from "drizzle-orm"
import { boolean, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { people } from "../../accounts/index.ts"
import { instant } from "../../kernel/tables.ts"
import type { AchievementContent } from "../badges/achievement.ts"
import type { Bilingual } from "../competences/frameworks/index.ts"
import { cohortMembers, cohorts } from "../tables.ts"

export type CertifiedCompetence = {
  /** `digcomp@2.2:2.4` */
  key: string
  framework: string
  version: string
  id: string
  name: Bilingual
  level: number
  levelName: Bilingual
  /** What somebody does at this level, as the end of a sentence; null at 0. */
  doing: Bilingual | null
  /** Where the holder stood at the start, where that was agreed; absent in earlier versions. */
  start?: { level: number; levelName: Bilingual } | null
}

/** Everything that stands on it, as it was on its day: it outlives cohort, programme and account. */
export type CertificateContent = {
  installation: string
  holder: string
  programme: string
  description: string
  from: string
  until: string
  competences: CertifiedCompetence[]
  /** As they were agreed, one each, but for those that the competences say already. */
  sentences: string[]
  issuer: string
  /** Of the common dates at which the holder was there; absent in earlier versions. */
  hours?: number
  /** The titles of the holder's learning projects; absent in earlier versions. */
  projects?: string[]
  /** The highest level of its scale; absent: the eight steps of earlier versions. */
  scale?: number
}

/** Deletions of cohorts and accounts leave it standing: they only empty the references. */
export const certificates = pgTable(
  "certificates",
  {
    id: uuid("id").primaryKey(),
    /** Random, 26 signs of 5 bits: whoever has it may ask whether it is valid. */
    code: text("code").notNull().unique("certificates_code"),
    memberId: uuid("member_id").references(() => cohortMembers.id, { onDelete: "set null" }),
    cohortId: uuid("cohort_id").references(() => cohorts.id, { onDelete: "set null" }),
    holderId: uuid("holder_id").references(() => people.id, { onDelete: "set null" }),
    issuerId: uuid("issuer_id").references(() => people.id, { onDelete: "set null" }),
    /** Only to tell programmes apart; the programme may be gone. */
    programmeId: uuid("programme_id").notNull(),
    content: jsonb("content").$type<CertificateContent>().notNull(),
    issuedAt: instant("issued_at").notNull(),
    revokedOn: date("revoked_on"),
    revokedReason: text("revoked_reason"),
    revokerId: uuid("revoker_id").references(() => people.id, { onDelete: "set null" }),
    /** What the holder lets the public check show beyond "valid" or "revoked". */
    showsName: boolean("shows_name").notNull().default(false),
    showsCompetences: boolean("shows_competences").notNull().default(false),
    version: integer("version").notNull().default(1),
    /** The place in the status list of the badges; random, so that it tells nothing. */
    statusIndex: integer("status_index").notNull().unique("certificates_status"),
    /** Of the address that the holder had on the day of issue: a badge that is out proves it for good. */
    identityHash: text("identity_hash"),
    identitySalt: text("identity_salt"),
    /** What its badge is given for. Certificates of earlier versions get it when their badge is next asked for. */
    achievementId: uuid("achievement_id"),
    achievement: jsonb("achievement").$type<AchievementContent>(),
  },
  (table) => [
    uniqueIndex("certificates_enrolment").on(table.memberId).where(sql`${table.revokedOn} is null`),
    index("certificates_holder").on(table.holderId),
    index("certificates_cohort").on(table.cohortId),
    index("certificates_achievement").on(table.achievementId),
    index("certificates_issuer").on(table.issuerId).where(sql`issuer_id is not null`),
    index("certificates_member").on(table.memberId).where(sql`member_id is not null`),
    index("certificates_revoker").on(table.revokerId).where(sql`revoker_id is not null`),
  ],
)

/**
 * The places of certificates that their holders deleted. A badge that is already out cannot be called back, so its bit
 * has to stay set, and its place is given to nobody else. A random number: it tells nothing about anybody.
 */
export const deletedBadges = pgTable("deleted_badges", {
  statusIndex: integer("status_index").primaryKey(),
})
