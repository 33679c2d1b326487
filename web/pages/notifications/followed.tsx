import { type FollowedView, followTag, listFollowed, TagFollowing } from "../../../server/forum/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { type Ask, pagesOf } from "../../form-pages.ts"
import { Faults, type FormState } from "../../form-state.tsx"
import { ActionButton, Breadcrumb, EmptyState, List, Meta, PageTitle, Row } from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"
import { addressOfTag } from "../search/address.ts"
import { followFlash } from "../thread/following.tsx"

export function followedPage(app: App, site: Site): void {
  const pages = pagesOf(app, site)
  const find = ({ db, actor }: Pick<Ask, "db" | "actor">) => listFollowed(db, actor)
  pages.page("/benachrichtigungen/folgen", { find, show: ({ t }, items) => contentOf(t, items, null) })
  pages.form("/schlagwoerter/folgen", {
    find,
    input: TagFollowing,
    labels: (t) => ({ tag: t.notifications.following.kinds.tag, level: t.notifications.following.title }),
    act: async ({ db, actor }, value) => {
      await followTag(db, actor, value)
      return value
    },
    to: (value) => [addressOfTag(value.tag), followFlash(value)],
    again: ({ t }, items, form) => contentOf(t, items, form),
  })
}

const contentOf = (t: Texts, items: FollowedView[], form: FormState | null) => ({
  title: t.notifications.following.list,
  current: "notifications",
  width: "reading" as const,
  breadcrumb: (
    <Breadcrumb
      trail={[
        { label: t.notifications.title, href: "/benachrichtigungen" },
        { label: t.notifications.following.list },
      ]}
    />
  ),
  children: <Followed t={t} items={items} form={form} />,
})

type Props = {
  t: Texts
  items: FollowedView[]
  /** What was refused of following a tag. */
  form: FormState | null
}

function Followed({ t, items, form }: Props) {
  const words = t.notifications.following
  return (
    <>
      {form && <Faults form={form} />}
      <PageTitle lead={<p>{words.lead}</p>}>{words.list}</PageTitle>
      {items.length === 0 ? (
        <EmptyState icon="bell" title={words.emptyTitle}>
          <p>{words.emptyText}</p>
        </EmptyState>
      ) : (
        <List label={words.list}>
          {items.map((item) => (
            <Row
              key={item.id}
              href={pathOf(item)}
              title={item.name}
              meta={<Meta items={[words.kinds[item.kind], words.levels[item.level]]} />}
              actions={
                <ActionButton
                  action={item.kind === "tag" ? "/schlagwoerter/folgen" : `${pathOf(item)}/folgen`}
                  hidden={{ level: "", ...(item.kind === "tag" && { tag: item.name }) }}
                  kind="tertiary"
                  context={item.name}
                >
                  {item.level === "muted" ? words.unmute : words.unfollow}
                </ActionButton>
              }
            />
          ))}
        </List>
      )}
    </>
  )
}

const PATHS = { category: "/kategorien", question: "/fragen", "best-practice": "/gute-praxis" }
const pathOf = ({ kind, id, name }: FollowedView) =>
  kind === "tag" ? addressOfTag(name) : `${PATHS[kind]}/${id}`
