import type { ComponentChildren } from "preact"
import type { AnnouncementRow } from "../../../server/announcements/index.ts"
import type { Actor } from "../../../server/kernel/actor.ts"
import { Buttons, Card, type IconName, List, PageTitle, SearchField, useReader } from "../../layout/index.ts"
import { CurrentAnnouncements } from "../announcements/current.tsx"
import { WriteButton } from "./actions.tsx"
import { CategoryLinks } from "./categories.tsx"
import { ForYou } from "./for-you.tsx"
import { QueueList } from "./queue-list.tsx"
import { OfficialItem, PracticeItem, QuestionItem } from "./rows.tsx"
import type { findStart } from "./waiting.ts"

export type StartProps = Awaited<ReturnType<typeof findStart>> & {
  actor: Actor
  announcements: AnnouncementRow[]
}

export function Start(props: StartProps) {
  const { t } = useReader()
  const { actor, announcements, categories } = props
  return (
    <>
      <PageTitle>{t.lists.start.greeting(actor.displayName)}</PageTitle>
      <ForYou personId={actor.id} {...props} />
      <Welcome categories={categories} />
      <CurrentAnnouncements items={announcements} personId={actor.id} />
      <div class="ff-columns">
        <div>
          <OwnDepartment {...props} />
          <MyQuestions {...props} />
          <Latest {...props} />
        </div>
        <Overview categories={categories} />
      </div>
    </>
  )
}

/** First look, then ask. */
function Welcome({ categories }: Pick<StartProps, "categories">) {
  const { t } = useReader()
  return (
    <div class="ff-welcome">
      <SearchField place="start" describedBy="suchhinweis" />
      <div class="ff-welcome__foot">
        <p id="suchhinweis">{t.shell.search.hint}</p>
        <Buttons>
          <WriteButton categories={categories} kind="questions" secondary />
          <WriteButton categories={categories} kind="best-practices" secondary />
        </Buttons>
      </div>
    </div>
  )
}

function OwnDepartment({ open, queue }: StartProps) {
  const { t } = useReader()
  const words = t.lists.start
  if (open === null) return null
  if (queue === null)
    return (
      <Card id="offen" title={words.sum} icon="clock">
        <p>{open === 0 ? words.queueEmpty : words.openSum(open)}</p>
      </Card>
    )
  return (
    <Section
      id="offen"
      title={words.queue}
      icon="clock"
      more={open > 0 && <a href="/offene-fragen">{words.allQueue(open)}</a>}
      empty={words.queueEmpty}
      isEmpty={queue.length === 0}
    >
      <QueueList items={queue} back="/" level={3} />
    </Section>
  )
}

function MyQuestions({ mine }: StartProps) {
  const { t } = useReader()
  const words = t.lists.start
  return (
    <Section
      id="meine-fragen"
      title={words.mine}
      icon="person"
      more={mine.length > 0 && <a href="/meine-fragen">{words.allMine}</a>}
      empty={words.mineEmpty}
      isEmpty={mine.length === 0}
    >
      <List>
        {mine.map((question) => (
          <QuestionItem question={question} level={3} own key={question.id} />
        ))}
      </List>
    </Section>
  )
}

function Latest({ official, practices }: StartProps) {
  const { t } = useReader()
  const words = t.lists.start
  return (
    <>
      <Section
        id="antworten"
        title={words.official}
        icon="official"
        more={<a href="/fragen">{words.allQuestions}</a>}
        empty={words.officialEmpty}
        isEmpty={official.length === 0}
      >
        <List>
          {official.map((answer) => (
            <OfficialItem answer={answer} key={answer.id} />
          ))}
        </List>
      </Section>
      <Section
        id="gute-praxis"
        title={words.practices}
        icon="share"
        more={practices.length > 0 && <a href="/gute-praxis">{words.allPractices}</a>}
        empty={words.practicesEmpty}
        isEmpty={practices.length === 0}
      >
        <List>
          {practices.map((practice) => (
            <PracticeItem practice={practice} level={3} key={practice.id} />
          ))}
        </List>
      </Section>
    </>
  )
}

/** All categories, as the way in for who is looking for something. */
function Overview({ categories }: Pick<StartProps, "categories">) {
  const { t } = useReader()
  return (
    <div>
      <Card id="fragen-kategorien" title={t.lists.start.questionCategories} icon="category" tone="quiet">
        <CategoryLinks categories={categories} kind="questions" />
      </Card>
      <Card id="praxis-kategorien" title={t.lists.start.practiceCategories} icon="category" tone="quiet">
        <CategoryLinks categories={categories} kind="best-practices" />
      </Card>
    </div>
  )
}

type SectionProps = {
  id: string
  title: string
  icon: IconName
  more: ComponentChildren
  empty: string
  isEmpty: boolean
  children: ComponentChildren
}

function Section({ id, title, icon, more, empty, isEmpty, children }: SectionProps) {
  return (
    <Card id={id} title={title} icon={icon} actions={more}>
      {isEmpty ? <p class="ff-muted">{empty}</p> : children}
    </Card>
  )
}
