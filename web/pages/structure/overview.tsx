import type { App } from "../../../server/kernel/http.ts"
import { type Ask, pagesOf } from "../../form-pages.ts"
import { Faults, type FormState } from "../../form-state.tsx"
import {
  ActionButton,
  Alert,
  Badge,
  Breadcrumb,
  Disclosure,
  EmptyState,
  LinkButton,
  List,
  Meta,
  PageTitle,
  Table,
  useReader,
} from "../../layout/index.ts"
import type { Content, Site } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { STRUCTURE_READERS } from "./hub.tsx"
import { changesOf, KINDS, type Line, loadStructure, namesOf, type Structure } from "./lines.ts"

export function overviewPage(app: App, site: Site): void {
  pagesOf(app, site).page("/verwaltung/struktur", {
    access: STRUCTURE_READERS,
    find: () => null,
    show: (ask) => overviewContent(ask, null),
  })
}

/** @param form of a draft that could not be discarded */
export async function overviewContent({ site, actor, t }: Ask, form: FormState | null): Promise<Content> {
  const structure = await loadStructure(site, actor)
  return {
    title: t.structure.title,
    current: "administration",
    breadcrumb: <Breadcrumb trail={trailTo(t)} />,
    children: (
      <>
        {form && <Faults form={form} />}
        <Overview structure={structure} />
      </>
    ),
  }
}

/** Administration › Struktur › the page itself. */
export function trailTo(t: Texts, page?: string) {
  const hub = { label: t.structure.hub.title, href: "/verwaltung" }
  if (page === undefined) return [hub, { label: t.structure.title }]
  return [hub, { label: t.structure.title, href: "/verwaltung/struktur" }, { label: page }]
}

function Overview({ structure }: { structure: Structure }) {
  const { t } = useReader()
  const words = t.structure
  const { lines, can } = structure
  const create = can.draft && (
    <LinkButton href="/verwaltung/struktur/neu" kind="primary" icon="plus">
      {words.create}
    </LinkButton>
  )
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>} actions={create}>
        {words.title}
      </PageTitle>
      <DraftNotice structure={structure} />
      {lines.length === 0 ? (
        <EmptyState icon="category" title={words.empty}>
          <p>{words.emptyText}</p>
        </EmptyState>
      ) : (
        KINDS.map((kind) => <Kind structure={structure} kind={kind} key={kind} />)
      )}
    </>
  )
}

function DraftNotice({ structure: { changes, can } }: { structure: Structure }) {
  const { t } = useReader()
  const words = t.structure
  if (changes === 0)
    return (
      <p>
        <a href="/verwaltung/struktur/vorschau">{words.preview}</a>
      </p>
    )
  return (
    <Alert kind="info">
      <p>
        {words.drafted(changes)} {!can.release && words.releaseBy}
      </p>
      <p>
        <a href="/verwaltung/struktur/vorschau">{can.release ? words.previewAndRelease : words.preview}</a>
      </p>
    </Alert>
  )
}

function Kind({ structure, kind }: { structure: Structure; kind: Line["fields"]["kind"] }) {
  const { t } = useReader()
  const lines = structure.lines.filter(({ fields }) => fields.kind === kind)
  return (
    <>
      <h2>{t.structure.kinds[kind]}</h2>
      {lines.length === 0 && <p class="ff-muted">{t.structure.emptyKind}</p>}
      {lines.length > 0 && (
        <List label={t.structure.kinds[kind]}>
          {lines.map((line) => (
            <StructureItem structure={structure} line={line} key={line.id} />
          ))}
        </List>
      )}
    </>
  )
}

function StructureItem({ structure, line }: { structure: Structure; line: Line }) {
  const { t } = useReader()
  const words = t.structure
  const { fields } = line
  return (
    <li class={`ff-row${fields.parentId ? " ff-row--part" : ""}`} id={line.id}>
      <div class="ff-row__main">
        <h3 class="ff-row__title">{fields.name}</h3>
        {fields.description && <p class="ff-row__excerpt">{fields.description}</p>}
        <div class="ff-row__foot">
          <ChangeBadge line={line} />
          {fields.archived && <Badge icon="lock">{words.isArchived}</Badge>}
          <Meta
            items={[
              fields.responsibleId
                ? namesOf(structure, [fields.responsibleId])
                : fields.kind === "questions" && words.noResponsible,
              fields.audience === "all"
                ? words.readByAll
                : words.readBy(namesOf(structure, fields.departmentIds)),
              line.draftedBy && words.draftedBy(line.draftedBy),
            ]}
          />
        </div>
        <Changes structure={structure} line={line} />
      </div>
      {structure.can.draft && <LineActions line={line} />}
    </li>
  )
}

export function ChangeBadge({ line: { change } }: { line: Line }) {
  const { t } = useReader()
  if (change === "none") return null
  return (
    <Badge kind="info" icon={change === "new" ? "plus" : "edit"}>
      {change === "new" ? t.structure.isNew : t.structure.isChanged}
    </Badge>
  )
}

function Changes({ structure, line }: { structure: Structure; line: Line }) {
  const { t } = useReader()
  const words = t.structure
  const changes = changesOf(t, structure, line)
  if (changes.length === 0) return null
  return (
    <Disclosure summary={`${words.whatChanges} (${changes.length})`} open quiet>
      <Table
        caption={`${words.whatChanges}: ${line.fields.name}`}
        columns={[words.field, words.before, words.after]}
        rows={changes.map(({ label, before, after }) => ({ key: label, cells: [label, before, after] }))}
        named
        cellClass="ff-lines"
      />
    </Disclosure>
  )
}

function LineActions({ line: { id, change, fields } }: { line: Line }) {
  const { t } = useReader()
  const words = t.structure
  return (
    <div class="ff-row__actions">
      <LinkButton
        href={`/verwaltung/struktur/${id}`}
        kind="tertiary"
        small
        icon="edit"
        context={words.editOf(fields.name)}
      >
        {words.edit}
      </LinkButton>
      {change !== "none" && (
        <ActionButton
          action={`/verwaltung/struktur/${id}/verwerfen`}
          icon="trash"
          confirm={words.discardConfirm}
          context={words.editOf(fields.name)}
        >
          {words.discard}
        </ActionButton>
      )}
    </div>
  )
}
