import { eq } from "drizzle-orm"
import { auditLog } from "../../kernel/tables.ts"
import { apiTokens } from "../api-tokens/tables.ts"
import { passkeys, totpKeys } from "../factors/tables.ts"
import { directoryPeople } from "../ldap/tables.ts"
import { leavings } from "../leaving/tables.ts"
import { personIdentities } from "../providers/tables.ts"
import { legalHolds } from "../retention/tables.ts"
import { departments, directories, memberships, people, providers, sessions } from "../tables.ts"
import type { Loader } from "./chapter.ts"
import { ofPerson } from "./declared.ts"

const action = { column: auditLog.action, de: "Was geschah", en: "What happened" }
const at = { column: auditLog.at, de: "Wann", en: "When" }

/** What the accounts keep of a person. */
export const accountsChapters: Loader[] = [
  ofPerson({
    name: "konto",
    title: { de: "Ihr Konto", en: "Your account" },
    from: people,
    owner: people.id,
    fields: {
      name: { column: people.displayName, de: "Name", en: "Name" },
      email: { column: people.email, de: "E-Mail-Adresse", en: "E-mail address" },
      roles: { column: people.roles, de: "Rollen", en: "Roles" },
      locale: { column: people.locale, de: "Sprache", en: "Language" },
      createdAt: { column: people.createdAt, de: "Angelegt am", en: "Made on" },
      mailOff: { column: people.mailOff, de: "Abbestellte E-Mails", en: "E-mails switched off" },
      mailWithoutContent: {
        column: people.mailWithoutContent,
        de: "E-Mails ohne Inhalt",
        en: "E-mails without content",
      },
    },
    order: [people.id],
  }),
  ofPerson({
    name: "abteilungen",
    title: { de: "Abteilungen", en: "Departments" },
    from: memberships,
    joins: [[departments, eq(departments.id, memberships.departmentId)]],
    owner: memberships.personId,
    fields: { department: { column: departments.name, de: "Abteilung", en: "Department" } },
    order: [departments.id],
  }),
  ofPerson({
    name: "sitzungen",
    title: { de: "Sitzungen", en: "Sessions" },
    from: sessions,
    owner: sessions.personId,
    fields: {
      device: { column: sessions.device, de: "Gerät", en: "Device" },
      signedInOn: { column: sessions.signedInOn, de: "Angemeldet am", en: "Signed in on" },
      expiresAt: { column: sessions.expiresAt, de: "Läuft ab am", en: "Expires on" },
    },
    order: [sessions.expiresAt, sessions.publicId],
  }),
  ofPerson({
    name: "zugangsschluessel",
    title: { de: "Zugangsschlüssel für Programme", en: "Tokens for programs" },
    from: apiTokens,
    owner: apiTokens.personId,
    fields: {
      name: { column: apiTokens.name, de: "Wofür", en: "What for" },
      scopes: { column: apiTokens.scopes, de: "Rechte", en: "Good for" },
      createdOn: { column: apiTokens.createdOn, de: "Ausgestellt am", en: "Issued on" },
      expiresOn: { column: apiTokens.expiresOn, de: "Gültig bis", en: "Good until" },
      usedOn: { column: apiTokens.usedOn, de: "Zuletzt verwendet am", en: "Last used on" },
    },
    order: [apiTokens.id],
  }),
  ofPerson({
    name: "passkeys",
    title: { de: "Passkeys", en: "Passkeys" },
    from: passkeys,
    owner: passkeys.personId,
    fields: {
      name: { column: passkeys.name, de: "Name", en: "Name" },
      addedOn: { column: passkeys.addedOn, de: "Hinzugefügt am", en: "Added on" },
    },
    order: [passkeys.id],
  }),
  ofPerson({
    name: "code-app",
    title: { de: "App für Codes bei der Anmeldung", en: "App for codes at the sign-in" },
    from: totpKeys,
    owner: totpKeys.personId,
    fields: { addedOn: { column: totpKeys.addedOn, de: "Eingerichtet am", en: "Set up on" } },
    order: [totpKeys.personId],
  }),
  ofPerson({
    name: "anmeldedienste",
    title: { de: "Verknüpfte Anmeldedienste", en: "Linked sign-in services" },
    from: personIdentities,
    joins: [[providers, eq(providers.id, personIdentities.providerId)]],
    owner: personIdentities.personId,
    fields: {
      service: { column: providers.name, de: "Dienst", en: "Service" },
      subject: { column: personIdentities.subject, de: "Ihre Kennung dort", en: "Your id there" },
      linkedOn: { column: personIdentities.linkedOn, de: "Verknüpft am", en: "Linked on" },
      roles: { column: personIdentities.grantedRoles, de: "Rollen von dort", en: "Roles from there" },
    },
    order: [providers.id],
  }),
  ofPerson({
    name: "verzeichnis",
    title: { de: "Verzeichnis, aus dem Sie kommen", en: "Directory that you come from" },
    from: directoryPeople,
    joins: [[directories, eq(directories.id, directoryPeople.directoryId)]],
    owner: directoryPeople.personId,
    fields: {
      directory: { column: directories.name, de: "Verzeichnis", en: "Directory" },
      roles: { column: directoryPeople.grantedRoles, de: "Rollen von dort", en: "Roles from there" },
      missingSince: {
        column: directoryPeople.missingSince,
        de: "Fehlt dort seit",
        en: "Missing there since",
      },
    },
    order: [directoryPeople.personId],
  }),
  ofPerson({
    name: "ausscheiden",
    title: { de: "Vorgesehenes Ausscheiden", en: "Leaving that is intended" },
    from: leavings,
    owner: leavings.personId,
    fields: {
      dueOn: { column: leavings.dueOn, de: "Ab wann", en: "From when" },
      posts: { column: leavings.posts, de: "Beiträge", en: "Posts" },
      certificates: { column: leavings.certificates, de: "Zertifikate", en: "Certificates" },
    },
    order: [leavings.personId],
  }),
  ofPerson({
    name: "protokoll",
    title: { de: "Was Sie verwaltet haben (Protokoll)", en: "What you have administered (audit log)" },
    from: auditLog,
    owner: auditLog.actorId,
    fields: { at, action, subject: { column: auditLog.subjectType, de: "Woran", en: "To what" } },
    order: [auditLog.at, auditLog.id],
  }),
  ofPerson({
    name: "protokoll-zur-person",
    title: {
      de: "Was an Ihrem Konto geändert wurde (Protokoll)",
      en: "What was changed of your account (audit log)",
    },
    from: auditLog,
    owner: auditLog.subjectId,
    fields: { at, action },
    order: [auditLog.at, auditLog.id],
  }),
  ofPerson({
    name: "aufbewahrungssperren",
    title: {
      de: "Sperren gegen Löschen, die Sie gesetzt haben",
      en: "Holds against deletion that you placed",
    },
    from: legalHolds,
    owner: legalHolds.placedById,
    fields: {
      reason: { column: legalHolds.reason, de: "Grund", en: "Reason" },
      placedAt: { column: legalHolds.placedAt, de: "Seit", en: "Since" },
      liftedAt: { column: legalHolds.liftedAt, de: "Bis", en: "Until" },
    },
    order: [legalHolds.id],
  }),
]
