import { unsubscribingFrom } from "../../server/notifications/index.ts"
import { MOVED, MOVED_INTO } from "../../web/pages/qualification/moved.ts"
import type { World } from "../support/world.ts"

export const WHO = [
  "nobody",
  "facilitator",
  "Sabine Müller",
  "Martina Schöller",
  "Katrin Vogt",
  "Jens Albrecht",
  "Olaf Brandt",
] as const
export type Who = (typeof WHO)[number]
export type PageOfOurs = [who: Who, path: string]

/** What somebody gets by an address, but no page of it is looked at here, and why. */
export const NOT_LOOKED_AT: Record<string, string> = {
  ...Object.fromEntries(
    Object.keys({ ...MOVED, ...MOVED_INTO }).map((former) => [former, "leads to where it is now"]),
  ),
  ...Object.fromEntries(
    ["Groups", "ResourceTypes", "Schemas", "Users"].flatMap((kind) =>
      [`/scim/v2/${kind}`, `/scim/v2/${kind}/:id`].map((url) => [url, "of programs"]),
    ),
  ),
  "/scim/v2/*": "of programs",
  "/scim/v2/Me": "of programs",
  "/scim/v2/ServiceProviderConfig": "of programs",
  "/health/live": "no page",
  "/health/ready": "no page",
  "/favicon.ico": "a picture",
  "/robots.txt": "a text",
  "/anhaenge/:id": "a file",
  "/assets/:file": "a file",
  "/termine/fotos/:id": "a picture",
  "/schritte/dateien/:id": "a file",
  "/ankuendigungen/dateien/:id": "a file",
  "/gespraeche/dateien/:id": "a file",
  "/lerngruppen/:id/chat": "only where there are no conversations",
  "/lernprojekte/:id/chat": "only where there are no conversations",
  "/kalender/:file": "a calendar",
  "/termine/:id/protokoll.pdf": "a document",
  "/zertifikate/:id/pdf": "a document",
  "/lerngruppen/:id/rueckmeldung/pdf": "a document",
  "/lerngruppen/:id/blaetter/pdf": "a document",
  "/verwaltung/zustimmungsmappe/json": "a document",
  "/verwaltung/zustimmungsmappe/pdf": "a document",
  "/lerngruppen/:id/blaetter/:blatt/pdf": "a document",
  "/probe/post/:id": "a mail, in the frame of a page",
  "/a/:id": "leads to a post",
  "/abgemeldet": "leads to the sign-in page",
  "/anmelden/mit/:slug": "leads to a sign-in service",
  "/anmelden/pruefen/:slug": "leads to a sign-in service",
  "/anmelden/zurueck/:slug": "leads on from a sign-in service",
  "/anmelden/code": "between the password and being signed in: passkeys.test",
  "/anmelden/einrichten": "between the password and being signed in: passkeys.test",
  "/profil/sicherung/app": "of people with a password: passkeys.test",
  "/zertifikate/pruefen/:code": "not in a trial: outside-trial",
  "/einrichtung": "there before there is anybody: outside-trial",
}

/** Pages in particular states, by who reads them. */
export async function listPages({ db, config }: World): Promise<PageOfOurs[]> {
  await db.$client.query(
    `insert into post_drafts (id, person_id, kind, category_id, title, body, attachment_ids, created_at)
     select '01932f3e-0000-7000-8000-0000000000d1', p.id, 'question', c.id, 'Zählt das Kind mit?',
       'Herr Karl-Heinz Sommerfeld fragt, ob das Kind mitzählt.', '{}', now()
     from people p, categories c where p.display_name = 'Sabine Müller' and c.name = 'Miete und Belastung'
     on conflict do nothing`,
  )
  await db.$client.query(
    `with source as (
       insert into directories (id, name, invites) values ('01932f3e-0000-7000-8000-0000000000d2', 'Entra ID', true)
       on conflict do nothing returning id)
     insert into directory_tokens (id, directory_id, token_hash, scope, created_on, expires_on, used_on)
     select '01932f3e-0000-7000-8000-0000000000d3', id, 'none', 'people', '2026-01-05', '2026-02-05', '2026-01-06'
     from source`,
  )
  await db.$client.query(
    `with service as (
       insert into people (id, display_name, email, roles, created_at, is_service)
       values ('01932f3e-0000-7000-8000-0000000000d6', 'Fachverfahren (Dienst)', 'dienst@dienst.invalid', '{clerk}', now(), true)
       on conflict do nothing returning id)
     insert into api_tokens (id, person_id, token_hash, name, scopes, created_on, expires_on, used_on)
     select '01932f3e-0000-7000-8000-0000000000d7', id, 'none', 'Abgleich offener Fachfragen',
       '{forum:read,forum:write}', '2026-01-05', '2026-02-05', '2026-01-06'
     from service`,
  )
  await db.$client.query(
    `with source as (
       insert into directories (id, name, invites) values ('01932f3e-0000-7000-8000-0000000000d8', 'Haus-LDAP', false)
       on conflict do nothing returning id)
     insert into ldap_directories (directory_id, address, starts_tls, bind_name, base, person_filter, group_filter,
       id_attribute, name_attribute, mail_attribute, enabled, only_matched, signs_in, version, taken_at, fault)
     select id, 'ldaps://ldap.example.org', false, 'cn=leser,dc=example,dc=org', 'ou=people,dc=example,dc=org',
       '(objectClass=person)', '(objectClass=groupOfNames)', 'entryUUID', 'displayName', 'mail', false, false, false,
       1, now(), 'unreachable' from source`,
  )
  await db.$client.query(
    `insert into directory_rules (id, directory_id, position, claim, comparison, value, role, department_id)
     select '01932f3e-0000-7000-8000-0000000000d9', '01932f3e-0000-7000-8000-0000000000d8', 1, 'groups', 'is',
       'wohngeld', 'clerk', d.id from departments d order by d.id limit 1 on conflict do nothing`,
  )
  await db.$client.query(
    `with hook as (
       insert into webhooks (id, name, url, events, enabled, created_on, secret_key, sealed_secret, former_key,
         sealed_former, failing_since)
       values ('01932f3e-0000-7000-8000-0000000000d8', 'Intranet', 'https://intranet.example.org/hook',
         '{question.asked}', true, '2026-01-05', 'none', 'none', 'none', 'none', now())
       on conflict do nothing returning id)
     insert into webhook_deliveries (id, webhook_id, event, at, state, attempts, status, milliseconds, fault)
     select '01932f3e-0000-7000-8000-0000000000d9', id, 'question.asked', now(), 'failed', 10, 503, 81, 'status'
     from hook`,
  )
  const files = [
    ["01932f3e-0000-7000-8000-0000000000d4", "E-Mail;Name\nneu@example.org;Nina Neu"],
    ["01932f3e-0000-7000-8000-0000000000d5", "E-Mail;Name;Rollen\nneu@example.org;Nina Neu;Kaiser"],
  ]
  for (const file of files)
    await db.$client.query(
      `insert into people_imports (id, person_id, content, invite, created_at)
       select $1, id, $2, true, now() from people where display_name = 'Olaf Brandt' on conflict do nothing`,
      file,
    )
  // Not offered: what leads to it leads out of here.
  await db.$client.query(
    `insert into sign_in_providers (id, slug, name, issuer, client_id, scopes, enabled, creates_accounts, only_matched,
       links_by_email, trusts_email, ends_there, recheck_minutes, version, unreachable_since)
     values ('01932f3e-0000-7000-8000-0000000000d2', 'haus', 'Hauskonto', 'https://anmeldung.example.org/realms/haus',
       'fachforum', 'openid profile email', false, true, false, false, false, true, 60, 1, now()) on conflict do nothing`,
  )
  await db.$client.query(
    `insert into provider_rules (id, provider_id, position, claim, comparison, value, role, department_id, version)
     select '01932f3e-0000-7000-8000-0000000000d3', p.id, 1, 'groups', 'is', 'wohngeld', 'clerk', d.id, 1
     from sign_in_providers p, departments d where p.slug = 'haus' order by d.id limit 1 on conflict do nothing`,
  )
  const provider = "01932f3e-0000-7000-8000-0000000000d2"
  const one = async (statement: string) => (await db.$client.query(statement)).rows[0].id as string
  const answered = await one(
    "select question_id as id from answers where needs_review_since is not null limit 1",
  )
  const askedBack = await one("select id from questions where state = 'asked-back'")
  const duplicate = await one("select id from questions where state = 'duplicate'")
  const open = await one(
    "select q.id from questions q join threads using (id) where state = 'open' and wanted_by is not null",
  )
  const withPicture = await one(
    "select p.thread_id as id from attachments a join posts p on p.id = a.post_id limit 1",
  )
  const official = await one("select a.id from answers a where needs_review_since is not null limit 1")
  const own = await one(
    "select p.id from posts p join people a on a.id = p.author_id where a.display_name = 'Sabine Müller' and p.kind = 'question'",
  )
  const practice = await one("select id from threads where kind = 'best-practice'")
  const category = await one("select id from categories where name = 'Miete und Belastung'")
  const main = await one("select id from categories where parent_id is null and kind = 'questions'")
  const announcement = await one("select id from announcements where audience = 'all' limit 1")
  const ownAnnouncement = await one(
    "select a.id from announcements a join people p on p.id = a.author_id where p.display_name = 'Martina Schöller' limit 1",
  )
  const synonym = await one("select id from search_synonyms limit 1")
  const person = await one("select id from people where display_name = 'Katrin Vogt'")
  const partOf = (part: string, name: string) =>
    one(
      `select cohort_id as id from cohort_members m join people p on p.id = m.person_id
       where m.part = '${part}' and p.display_name = '${name}' and m.left_at is null limit 1`,
    )
  const unsubscribing = await unsubscribingFrom({ db, config }, person, "forum.answered")
  const managed = await partOf("manager", "Martina Schöller")
  const coming = await one(
    `select s.id from cohort_steps s join programme_steps p on p.id = s.step_id
     where p.kind = 'meeting' and s.starts_at > now() order by s.starts_at limit 1`,
  )
  const learned = await partOf("learner", "Sabine Müller")
  const clerk: string[] = [
    "/",
    "/fragen",
    "/gute-praxis",
    `/kategorien/${main}`,
    `/kategorien/${category}`,
    "/meine-fragen",
    "/entwuerfe",
    "/entwuerfe/01932f3e-0000-7000-8000-0000000000d1",
    "/probe/post/eingang",
    "/suche",
    "/suche?q=Miete",
    "/suche?q=Miete&art=frage&zeitraum=jahr",
    "/suche?q=Kaninchenstall&art=kommentar",
    "/ankuendigungen",
    "/benachrichtigungen",
    "/gespraeche",
    "/gespraeche?suche=Ablaufplan",
    "/gespraeche/neu?name=me",
    "/gespraeche/blockiert",
    `/ankuendigungen/${announcement}`,
    `/fragen/${withPicture}`,
    `/fragen/${askedBack}`,
    `/fragen/${duplicate}`,
    `/gute-praxis/${practice}`,
    "/fragen/neu",
    `/fragen/neu?kategorie=${category}`,
    "/gute-praxis/neu",
    `/fragen/${own}/bearbeiten`,
    `/antworten/${official}/veraltet`,
    "/profil",
    "/profil/benachrichtigungen",
    "/profil/kennwort",
    "/profil/sicherung",
    "/profil/meine-daten",
    "/profil/ausscheiden",
    "/verwaltung",
    "/verwaltung/struktur",
    "/verwaltung/struktur/neu",
    "/nutzungsregeln",
    "/nutzungsregeln/neu",
    "/nutzungsregeln/entwurf/bearbeiten",
    "/infoveranstaltungen",
    `/qualifizierung/meine-daten?lerngruppe=${learned}`,
    "/gibt-es-nicht",
  ]
  const specialist = [
    "/",
    "/offene-fragen",
    "/offene-fragen/zu-pruefen",
    `/fragen/${open}`,
    `/fragen/${answered}`,
    "/fragen/erfassen",
    `/fragen/erfassen?kategorie=${category}`,
    `/antworten/${official}/bearbeiten`,
    `/antworten/${official}/bestaetigen`,
    `/beitraege/${official}/ausblenden`,
    `/beitraege/${official}/schwaerzen`,
    `/fragen/${open}/doppelt`,
    `/fragen/${open}/weitergeben`,
    `/fragen/${open}/abgeben`,
    "/suche/fehlend",
    "/suche/synonyme",
    "/suche/synonyme/neu",
    `/suche/synonyme/${synonym}`,
    `/suche/synonyme/${synonym}/loeschen`,
  ]
  const lead = [
    "/",
    "/ankuendigungen/neu",
    `/ankuendigungen/${ownAnnouncement}/bearbeiten`,
    `/ankuendigungen/${ownAnnouncement}/verlauf`,
    "/verwaltung/struktur/vorschau",
    "/qualifizierung",
    `/lerngruppen/${managed}/fuehrungskraft`,
  ]
  const admin = [
    "/",
    "/verwaltung/personen",
    "/verwaltung/personen/neu",
    `/verwaltung/personen/${person}`,
    `/verwaltung/personen/${person}/ausscheiden`,
    "/verwaltung/aufbewahrung",
    "/verwaltung/abteilungen",
    "/verwaltung/personen/einlesen",
    "/verwaltung/personen/einlesen/01932f3e-0000-7000-8000-0000000000d4",
    "/verwaltung/personen/einlesen/01932f3e-0000-7000-8000-0000000000d5",
    "/verwaltung/verzeichnisse",
    "/verwaltung/verzeichnisse/01932f3e-0000-7000-8000-0000000000d2",
    "/verwaltung/webhooks",
    "/verwaltung/webhooks/01932f3e-0000-7000-8000-0000000000d8",
    "/verwaltung/dienste",
    "/verwaltung/dienste/01932f3e-0000-7000-8000-0000000000d6",
    "/verwaltung/verzeichnisse/ldap/neu",
    "/verwaltung/verzeichnisse/ldap/01932f3e-0000-7000-8000-0000000000d8",
    "/verwaltung/verzeichnisse/ldap/01932f3e-0000-7000-8000-0000000000d8/abgleich",
    "/verwaltung/verzeichnisse/ldap/01932f3e-0000-7000-8000-0000000000d8/regel",
    "/verwaltung/anmeldung",
    "/verwaltung/anmeldung/neu",
    `/verwaltung/anmeldung/${provider}`,
    `/verwaltung/anmeldung/${provider}/probe`,
    `/verwaltung/anmeldung/${provider}/regel`,
    "/verwaltung/anmeldung/regeln/01932f3e-0000-7000-8000-0000000000d3",
    "/verwaltung/einstellungen",
    "/verwaltung/gespraeche",
    "/verwaltung/post",
    "/verwaltung/protokoll",
  ]
  const nobody = [
    "/anmelden",
    "/kennwort/vergessen",
    "/kennwort/falsch",
    "/zertifikate/pruefen",
    "/hilfe",
    "/barrierefreiheit",
    "/datenschutz",
    "/impressum",
    "/api/docs",
    "/probe/post",
    new URL(unsubscribing.address).pathname,
  ]
  return [
    ...nobody.map((path): PageOfOurs => ["nobody", path]),
    ...clerk.map((path): PageOfOurs => ["Sabine Müller", path]),
    ...specialist.map((path): PageOfOurs => ["Katrin Vogt", path]),
    ...lead.map((path): PageOfOurs => ["Martina Schöller", path]),
    ...admin.map((path): PageOfOurs => ["Olaf Brandt", path]),
    ["facilitator", "/"],
    ["facilitator", "/suche"],
    ["Sabine Müller", `/ankuendigungen/entwurf?gruppe=${learned}`],
    ["facilitator", `/lerngruppen/${learned}/infoveranstaltungen/neu`],
    ["Jens Albrecht", `/termine/${coming}`],
  ]
}
