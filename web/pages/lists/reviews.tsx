import { Type } from "typebox"
import { countOpen, listReviews, postAddress } from "../../../server/forum/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { Closed, DayCursor, html } from "../../../server/kernel/schemas.ts"
import { today } from "../../../server/kernel/time.ts"
import {
  DateTime,
  Day,
  EmptyState,
  LinkButton,
  List,
  Meta,
  Pager,
  PageTitle,
  useReader,
} from "../../layout/index.ts"
import { type Site, show } from "../../site.tsx"
import { shownTitle } from "../thread/shown-title.ts"
import { Hint, pathWith } from "./query.ts"
import { QueueTabs } from "./queue-list.tsx"
import { CategoryLink } from "./rows.tsx"

const PATH = "/offene-fragen/zu-pruefen"
const Query = Closed({ nach: Type.Optional(DayCursor), hinweis: Hint })

export function reviewsPage(app: App, site: Site): void {
  app.get(
    PATH,
    { config: { access: ["specialist"], page: true }, schema: { querystring: Query, response: html } },
    async (request, reply) => {
      const { nach } = request.query
      const { items, next } = await listReviews(site.db, request.actor, nach)
      const open = await countOpen(site.db, request.actor)
      return show(site, request, reply, (t) => ({
        title: t.lists.reviews.title,
        current: "queue",
        open,
        children: <Reviews items={items} next={next} nach={nach} open={open} />,
      }))
    },
  )
}

type Review = Awaited<ReturnType<typeof listReviews>>["items"][number]
type Props = { items: Review[]; next: string | null; nach: string | undefined; open: number }

function Reviews({ items, next, nach, open }: Props) {
  const { t } = useReader()
  const words = t.lists.reviews
  return (
    <>
      <PageTitle lead={<p>{words.lead}</p>}>{words.title}</PageTitle>
      <QueueTabs current="reviews" open={open} />
      {items.length > 0 ? (
        <List label={words.list}>
          {items.map((answer) => (
            <ReviewItem answer={answer} key={answer.id} />
          ))}
        </List>
      ) : (
        <EmptyState icon="check-circle" title={words.empty}>
          <p>{words.emptyText}</p>
        </EmptyState>
      )}
      <Pager next={next && pathWith(PATH, { nach: next })} first={nach ? PATH : null} />
    </>
  )
}

function ReviewItem({ answer }: { answer: Review }) {
  const { t } = useReader()
  const words = t.lists.reviews
  const { id, category, department, legalStatusDate, createdAt } = answer
  const title = shownTitle(t, answer.title)
  const address = postAddress(id)
  return (
    <li class="ff-row">
      <div class="ff-row__main">
        <h2 class="ff-row__title">
          <a href={address}>{title}</a>
        </h2>
        <div class="ff-row__foot">
          <Meta
            items={[
              department.name,
              <CategoryLink {...category} />,
              <>
                {words.given} <DateTime value={createdAt} />
              </>,
              legalStatusDate && (
                <>
                  {words.legalStatus} <Day value={legalStatusDate} />
                </>
              ),
            ]}
          />
        </div>
        <Reasons answer={answer} />
      </div>
      <div class="ff-row__actions">
        <LinkButton href={address} small context={t.lists.row.titled(title)}>
          {words.check}
        </LinkButton>
      </div>
    </li>
  )
}

function Reasons({ answer: { reviewDate, reports } }: { answer: Review }) {
  const { t } = useReader()
  const words = t.lists.reviews
  return (
    <ul class="ff-reasons" aria-label={words.reasons}>
      {reviewDate && reviewDate <= today() && (
        <li>
          {words.due} <Day value={reviewDate} />
        </li>
      )}
      {reports.map(({ reason, at }) => (
        <li key={at}>
          {words.reported(reason)}{" "}
          <span class="ff-muted">
            (<DateTime value={at} />)
          </span>
        </li>
      ))}
    </ul>
  )
}
