import { sql } from "drizzle-orm"
import { boolean, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { people } from "../../accounts/index.ts"
import { instant } from "../../kernel/tables.ts"
import type { AchievementContent } from "../badges/achievement.ts"
import { cohortMembers, cohorts } from "../tables.ts"
import type { CertificateContent } from "./certified.ts"

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
