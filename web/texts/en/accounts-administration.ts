import { numberFormat } from "../../../server/kernel/formats.ts"
import type { administration as german } from "../de/accounts-administration.ts"
import type { Translated } from "../translated.ts"

const number = numberFormat("en", {})

export const administration: Translated<typeof german> = {
  active: "active",
  inactive: "inactive",
  archived: "archived",
  roleHints: {
    clerk: "Asks specialist questions, shares best practices and answers colleagues.",
    specialist: "Answers for the own department where it is responsible, and sees its open questions.",
    lead: "Publishes announcements, releases the structure and sees how many questions are open.",
    facilitator: "Supports cohorts, often from outside. Without a department they read no posts.",
    editor: "Drafts categories and posting guides.",
    admin:
      "Administers people, departments and settings and sees the audit log. Gives no right to read posts by itself.",
  },
  people: {
    title: "People",
    add: "Add a person",
    search: "Name or e-mail address",
    all: "all",
    role: "Role",
    state: "State",
    invited: "no password yet",
    list: "List of people",
    newLead: "The person receives an e-mail with a link to set their password.",
    language: "Language of the e-mails and the forum",
    invite: "Send the invitation by e-mail now",
    inviteHint: "Without a tick you can send the invitation later from the person's page.",
    nameHint: "The name as it stands at posts, for example “Sabine Müller”.",
    departmentsHint: "They decide what the person reads. Several are possible.",
    create: "Add person",
    rolesHint: "Several are possible. Changes hold at once.",
    access: "Access",
    states: {
      active: "The person can sign in.",
      invited: "The person has not set a password yet.",
      inactive: "The person cannot sign in. Their posts stay.",
    },
    inviteAgain: "Send an invitation",
    deactivate: "Deactivate",
    deactivateHint:
      "Deactivating ends all sessions at once. The posts stay, and it can be undone. Journal and own records of the qualification are deleted after 30 days.",
    confirmDeactivate: (name) => `Shall ${name} no longer be able to sign in?`,
    reactivate: "Reactivate",
    log: "Audit log about this person",
    logOf: "What this person has administered",
  },
  operation: {
    title: "Operation",
    lead: "These jobs run by themselves, in the time of Berlin. If the program was not there at one of these times, it does the job once at its next start.",
    job: "Job",
    rhythm: "When",
    last: "Last success",
    next: "Next run",
    never: "not recorded yet",
    failed: "Last failure:",
    kept: "Runs are recorded for a week.",
    mailFault: {
      "host-unknown":
        "There is no mail server by the name in SMTP_URL. E-mails wait until the name is right: please check the setting and start the application again.",
      "host-unresolved":
        "The name of the mail server in SMTP_URL cannot be resolved at the moment. E-mails wait until the name service answers again.",
    },
    silent:
      "Open pages do not learn of changes, and e-mails leave up to 15 seconds later: what the database tells by NOTIFY does not reach this server. Mostly a PgBouncer in transaction mode stands in between. Please connect Fachforum directly or in session mode.",
    collations: {
      text: "The library that PostgreSQL sorts by was replaced. Names may be missing from lists or stand there twice until the indexes are built anew. Please back up the database and then run:",
      changed: (name, recorded, actual) =>
        `${name ?? "Order of the database"}: built with version ${recorded}, now ${actual}`,
    },
    renderings: {
      title: "How stored texts are shown",
      lead: "After a new version, stored texts are rendered anew in the background. Versions and dates of editing stay.",
      finished: "up to date.",
      running: (done, total) => `${number.format(done)} of ${number.format(total)} rendered anew.`,
      paused: (done, total) => `paused, ${number.format(done)} of ${number.format(total)} rendered anew.`,
      kept: (count) =>
        count === 1
          ? "1 text stays as it was shown before."
          : `${number.format(count)} texts stay as they were shown before.`,
      kinds: {
        posts: "Posts",
        categories: "Notes of the categories",
        announcements: "Announcements",
        pages: "The authority's own texts",
        plans: "Plans of the cohorts",
      },
    },
    nights:
      "Nights matter here: what runs daily deletes data when its time is up. Nothing of it runs between 2 and 3 o'clock, an hour that the clock change takes away or repeats.",
    hourly: (minute: string) => `every hour, minute ${minute}`,
    quarterly: "every quarter of an hour",
    daily: (time: string) => `every night at ${time}`,
    jobs: {
      "accounts.sweep": "Delete expired sessions, links and counters",
      "search.misses": "Delete old searches that found nothing",
      "forum.reviews": "Put answers up for review whose day has come",
      "forum.attachments": "Delete uploaded files that nobody used",
      "qualification.departures": "Delete data of people who left a cohort",
      "qualification.assessment-notes": "Delete notes of finished assessments",
      "qualification.forget": "Delete data of finished cohorts whose time is up",
    } as Record<string, string>,
  },
  departments: {
    title: (many) => many,
    add: (one) => `Add: ${one}`,
    lead: "They decide who reads what and who is responsible. They can stand below one another.",
    list: (many) => `${many} and what stands below them`,
    none: "Nothing there yet.",
    shortName: "Short name",
    shortNameHint: "Where room is short. The beginning of the name without it.",
    parent: "Belongs to",
    top: "nothing, stands at the top",
    edit: (name) => `Edit ${name}`,
    archiveTitle: "Archive",
    archiveHint: "Possible only when nothing stands below it and no active person belongs to it. Posts stay.",
    archive: "Archive",
    confirmArchive: (name) => `Archive “${name}”?`,
    archivedText: "Archived: can no longer be chosen.",
    restore: "Restore",
    people: "View people",
  },
  settings: {
    title: "Settings",
    name: "Name of the forum",
    nameHint: "Stands at the top of every page and in e-mails.",
    label: "What is a department called in your organisation?",
    labelHint: "For example section, unit or office.",
    deOne: "German, singular",
    deMany: "German, plural",
    enOne: "English, singular",
    enMany: "English, plural",
    land: "Whose public holidays apply?",
    landHint:
      "The suggested review date, the hints beside days and the count of working days follow them. Cohorts choose their own.",
    landNone: "Only those of all of Germany",
    mails: "E-mails without content",
    mailsHint: "E-mails then say only that there is something new, and give neither title nor text.",
    texts: "Texts",
    textsLead: "These pages have to fit your authority before the forum goes into operation.",
    own: "own text",
    shipped: "shipped text",
    pages: { imprint: "Imprint", privacy: "Privacy", accessibility: "Accessibility" },
    pageLead: "Headings begin with ##, lists with a hyphen. Empty a field to return to the shipped text.",
    de: "German text",
    en: "English text",
    placeholders: "The shipped text holds placeholders in square brackets. Please replace all of them.",
    view: "View the page",
  },
}
