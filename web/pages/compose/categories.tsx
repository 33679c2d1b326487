import type { Static } from "typebox"
import { type CategoryView, listCategories } from "../../../server/forum/index.ts"
import type { Actor } from "../../../server/kernel/actor.ts"
import {
  Alert,
  Button,
  Card,
  EmptyState,
  ErrorSummary,
  Facts,
  type FieldError,
  Form,
  fieldId,
  LinkButton,
  List,
  PageTitle,
  Prose,
  Row,
  useReader,
} from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { pathWith } from "../lists/query.ts"
import { Carried } from "./carried.tsx"
import type { Draft } from "./draft.ts"
import { FORM_ID } from "./fields.tsx"

export type Category = Static<typeof CategoryView>
type Group = { name: string; categories: Category[] }
/** Where somebody may write, in groups by main category. A main category with parts is only their heading. */
export type Choice = { groups: Group[]; find: (id: string) => Category | undefined }

export async function readChoice(
  { db }: Site,
  actor: Actor,
  kind: Category["kind"],
  may: (category: Category) => boolean,
): Promise<Choice> {
  const visible = (await listCategories(db, actor)).filter((category) => category.kind === kind)
  const parts = (id: string) => visible.filter((category) => category.parentId === id)
  const isMain = ({ parentId }: Category) => !visible.some(({ id }) => id === parentId)
  const mains = visible.filter(isMain)
  const groups = mains.map((main) => {
    const below = parts(main.id)
    return { name: below.length > 0 ? main.name : "", categories: below.length > 0 ? below : [main] }
  })
  const open = groups.map((group) => ({ ...group, categories: group.categories.filter(may) }))
  return {
    groups: joinSingle(open.filter((group) => group.categories.length > 0)),
    find: (id) => open.flatMap((group) => group.categories).find((category) => category.id === id),
  }
}

/** Main categories without parts stand together, where the first of them would stand. */
function joinSingle(groups: Group[]): Group[] {
  const single = groups.filter(({ name }) => name === "").flatMap(({ categories }) => categories)
  const first = groups.findIndex(({ name }) => name === "")
  return groups.flatMap((group, index) => {
    if (group.name !== "") return [group]
    return index === first ? [{ name: "", categories: single }] : []
  })
}

type ChooserProps = {
  choice: Choice
  title: string
  lead: string
  path: string
  /** What is typed already and has to come along. */
  draft?: Draft
  /** Without a draft, all that comes along is a title. */
  carriedTitle?: string | undefined
  errors?: FieldError[]
  isUnknown?: boolean
}

/** A question or an example. */
export const leadOf = ({ compose: { category } }: Texts, current: string) =>
  current === "best-practices" ? category.leadPractice : category.lead

/** The first step: links, or buttons that carry along what is typed already. */
export function CategoryChooser(props: ChooserProps) {
  const { choice, title, lead, path, draft, errors = [], isUnknown } = props
  const { t } = useReader()
  const words = t.compose.category
  const groups = choice.groups.map((group) => (
    <Card title={group.name || words.single(choice.groups.length)} key={group.name}>
      {draft ? (
        <CategoryButtons categories={group.categories} chosen={draft.fields.categoryId} />
      ) : (
        <CategoryLinks group={group} path={path} title={props.carriedTitle} />
      )}
    </Card>
  ))
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageTitle lead={lead}>{title}</PageTitle>
      {isUnknown && (
        <Alert kind="warning">
          <p>{words.unknown}</p>
        </Alert>
      )}
      {draft && <p>{words.kept}</p>}
      {choice.groups.length === 0 && (
        <EmptyState icon="category" title={words.none}>
          <p>{words.noneHint}</p>
        </EmptyState>
      )}
      {draft ? (
        <Form action={path}>
          <Carried draft={draft} leaveOut={["categoryId"]} />
          <input type="hidden" name="step" value="edit" />
          <div class="ff-stack" id={fieldId("categoryId")}>
            {groups}
          </div>
        </Form>
      ) : (
        groups
      )}
    </>
  )
}

type LinksProps = { group: Group; path: string; title: string | undefined }

function CategoryLinks({ group, path, title }: LinksProps) {
  return (
    <List>
      {group.categories.map(({ id, name, description }) => (
        <Row
          href={pathWith(path, { kategorie: id, titel: title })}
          title={name}
          level={3}
          meta={description && <p class="ff-muted ff-small">{description}</p>}
          key={id}
        />
      ))}
    </List>
  )
}

function CategoryButtons({ categories, chosen }: { categories: Category[]; chosen: unknown }) {
  const { t } = useReader()
  return (
    <ul class="ff-choices">
      {categories.map(({ id, name, description }) => (
        <li key={id}>
          <Button name="categoryId" value={id} small pressed={id === chosen ? true : undefined}>
            {name}
          </Button>
          {id === chosen && <strong class="ff-small">{t.compose.category.current}</strong>}
          {description && <span class="ff-muted ff-small">{description}</span>}
        </li>
      ))}
    </ul>
  )
}

/** Stays in view above the form: what helps to answer, who answers, who reads. */
export function CategoryGuide({ category }: { category: Category }) {
  const { t } = useReader()
  const words = t.compose.category
  return (
    <Card
      id="kategorie"
      icon="category"
      tone="quiet"
      title={category.name}
      actions={
        <Button form={FORM_ID} name="step" value="category" kind="tertiary" small>
          {words.change}
        </Button>
      }
    >
      {category.guideHtml ? (
        <Prose html={category.guideHtml} />
      ) : (
        category.description && <p>{category.description}</p>
      )}
      <Facts
        facts={[
          ...(category.responsible ? [{ label: words.responsible, value: category.responsible.name }] : []),
          { label: words.readers, value: category.audience === "all" ? words.all : words.listed },
        ]}
      />
      <LinkButton href="/nutzungsregeln" kind="tertiary" small newWindow>
        {t.shell.footer.rules}
      </LinkButton>
    </Card>
  )
}
