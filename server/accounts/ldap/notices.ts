import { eq } from "drizzle-orm"
import { has } from "../../kernel/actor.ts"
import { declareNotice, type Letter } from "../../kernel/notices.ts"
import { readInstallation } from "../installation/queries.ts"
import { directories } from "../tables.ts"
import { LDAP_FAULTS, type LdapFaultCode } from "./faults.ts"
import { ldapDirectories } from "./tables.ts"
import { LDAP_FAULT_WORDS } from "./words.ts"

const de = {
  subject: (installation: string) => `${installation}: Das Verzeichnis wurde nicht übernommen`,
  text: (name: string) =>
    `Das Verzeichnis „${name}“ konnte in dieser Nacht nicht übernommen werden. Personen, Rollen und Abteilungen sind, wie sie waren.`,
  faults: LDAP_FAULT_WORDS.de,
  once: "Diese E-Mail kommt einmal, nicht jede Nacht, solange der Grund derselbe bleibt.",
  link: "Zum Verzeichnis",
}
const en: typeof de = {
  subject: (installation) => `${installation}: the directory was not taken over`,
  text: (name) =>
    `The directory “${name}” could not be taken over this night. People, roles and departments are as they were.`,
  faults: LDAP_FAULT_WORDS.en,
  once: "This e-mail comes once, not every night, as long as the reason stays the same.",
  link: "To the directory",
}

type Facts = { name: string; fault: LdapFaultCode; installation: string }

/** For administrators: people may stay who have left, until somebody looks after it. */
export const DIRECTORY_FAULT = declareNotice({
  name: "accounts.directory-fault",
  always: "Without it nobody would notice that people who have left can still sign in.",
  ids: ["directoryId"],
  words: { de, en },
  async find({ db }, { actor }, { directoryId }) {
    const [found] = await db
      .select({ name: directories.name, fault: ldapDirectories.fault })
      .from(ldapDirectories)
      .innerJoin(directories, eq(directories.id, ldapDirectories.directoryId))
      .where(eq(directories.id, directoryId))
    const fault = LDAP_FAULTS.find((one) => one === found?.fault)
    if (!found || !fault || !has(actor, "admin")) return null
    const { name: installation } = await readInstallation(db)
    const known: Facts = { name: found.name, fault, installation }
    return { known, content: null, path: `/verwaltung/verzeichnisse/ldap/${directoryId}/abgleich` }
  },
  write: (words, { name, fault, installation }): Letter => ({
    subject: words.subject(installation),
    paragraphs: [words.text(name), words.faults[fault]],
    link: words.link,
    below: [words.once],
  }),
})
