import { type FollowedView, listFollowed } from "../../../server/forum/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { pagesOf } from "../../form-pages.ts"
import { ActionButton, Breadcrumb, EmptyState, List, Meta, PageTitle, Row } from "../../layout/index.ts"
import type { Site } from "../../site.tsx"
import type { Texts } from "../../texts/index.ts"

export function followedPage(app: App, site: Site): void {
  pagesOf(app, site).page("/benachrichtigungen/folgen", {
    find: ({ db, actor }) => listFollowed(db, actor),
    show: ({ t }, items) => ({
      title: t.notifications.following.list,
      current: "notifications",
      width: "reading",
      breadcrumb: (
        <Breadcrumb
          trail={[
            { label: t.notifications.title, href: "/benachrichtigungen" },
            { label: t.notifications.following.list },
          ]}
        />
      ),
      children: <Followed t={t} items={items} />,
    }),
  })
}

function Followed({ t, items }: { t: Texts; items: FollowedView[] }) {
  const words = t.notifications.following
  return (
    <>
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
                  action={`${pathOf(item)}/folgen`}
                  hidden={{ level: "" }}
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
const pathOf = ({ kind, id }: FollowedView) => `${PATHS[kind]}/${id}`
