import type { ComponentChildren } from "preact"
import type { Locale, Role } from "../../server/kernel/actor.ts"
import { MOST_COUNTED } from "../../server/notifications/index.ts"
import { useReader } from "./context.ts"
import { Icon, type IconName } from "./icon.tsx"
import { Preferences, type Theme } from "./preferences.tsx"
import { SEARCH_PATH, SearchField } from "./search.tsx"

export type PageActor = {
  displayName: string
  roles: Role[]
  departmentNames?: string[]
  /** Entries of the inbox; left out where nobody could count them. */
  unread?: number
}
export type NavItem = { key: string; label: string; href: string; icon?: IconName; count?: number }

export type HeaderProps = {
  siteName: string
  actor: PageActor | null
  navigation: NavItem[]
  current?: string | undefined
  /** The one thing that people come for, e.g. asking a question. */
  primary?: { label: string; href: string } | undefined
  /** A field on wide screens, a way to the search on narrow ones. */
  search?: boolean
  theme: Theme
  locale: Locale
  /** One line at the very top, e.g. that this is a trial and its contents are examples. */
  trialNotice?: string | null | undefined
  /** Where the language and theme forms lead back to. */
  path: string
}

/** One row on wide screens; on narrow ones everything but the name stands in one menu. */
export function Header(props: HeaderProps) {
  const { t } = useReader()
  return (
    <header class="ff-header">
      {props.trialNotice && (
        <p class="ff-trial">
          <Icon name="info" size={16} />
          <span>{props.trialNotice}</span>
        </p>
      )}
      <div class="ff-header__bar">
        <a class="ff-brand" href="/" aria-label={`${props.siteName}, ${t.shell.home}`}>
          <Mark />
          <span class="ff-brand__name">{props.siteName}</span>
        </a>
        {props.search && <SearchField place="header" />}
        <div class="ff-header__tools">
          {props.search && (
            <a class="ff-header__search" href={SEARCH_PATH} aria-label={t.shell.search.label}>
              <Icon name="search" />
            </a>
          )}
          {props.primary && (
            <a class="kern-btn kern-btn--primary ff-btn--small ff-header__primary" href={props.primary.href}>
              <Icon name="plus" />
              <span class="kern-label">{props.primary.label}</span>
            </a>
          )}
          {props.actor?.unread !== undefined && <Bell unread={props.actor.unread} />}
          <PersonMenu {...props} />
          <NarrowMenu {...props} />
        </div>
      </div>
      {props.navigation.length > 0 && (
        <nav class="ff-nav" aria-label={t.shell.mainNavigation}>
          <NavList {...props} />
        </nav>
      )}
    </header>
  )
}

/** Shows the present at once where a page hears of changes; see `web/elements/live-content.ts`. */
function Bell({ unread }: { unread: number }) {
  const { t } = useReader()
  return (
    <span id="glocke" data-live-small="">
      <a
        class="ff-header__bell"
        href="/benachrichtigungen"
        aria-label={t.notifications.bell(unread, MOST_COUNTED)}
      >
        <Icon name="bell" />
        {unread > 0 && (
          <span class="ff-nav__count" aria-hidden="true">
            {unread > MOST_COUNTED ? `${MOST_COUNTED}+` : unread}
          </span>
        )}
      </a>
    </span>
  )
}

function PersonMenu(props: HeaderProps) {
  const { t } = useReader()
  if (!props.actor)
    return (
      <Menu class="ff-person" icon="settings" label={t.shell.settings}>
        <Preferences {...props} />
      </Menu>
    )
  return (
    <Menu class="ff-person" icon="person" label={props.actor.displayName}>
      <PersonPanel {...props} actor={props.actor} />
    </Menu>
  )
}

function NarrowMenu(props: HeaderProps) {
  const { t } = useReader()
  return (
    <Menu class="ff-menu" icon="menu" label={t.shell.menu}>
      {props.navigation.length > 0 && (
        <nav aria-label={t.shell.mainNavigation}>
          <NavList {...props} />
        </nav>
      )}
      {props.actor ? <PersonPanel {...props} actor={props.actor} /> : <Preferences {...props} />}
    </Menu>
  )
}

function Menu(props: { class: string; icon: IconName; label: string; children: ComponentChildren }) {
  return (
    <ff-menu class={props.class}>
      <details>
        <summary>
          <Icon name={props.icon} />
          <span class="ff-menu__label">{props.label}</span>
          <Icon name="arrow-down" size={16} />
        </summary>
        <div class="ff-menu__panel">{props.children}</div>
      </details>
    </ff-menu>
  )
}

function NavList({ navigation, current }: HeaderProps) {
  const { t } = useReader()
  return (
    <ul class="ff-nav__list">
      {navigation.map((item) => (
        <li key={item.key}>
          <a href={item.href} aria-current={item.key === current ? "page" : undefined}>
            {item.icon && <Icon name={item.icon} />}
            {item.label}
            {item.count ? (
              <span class="ff-nav__count">
                <span aria-hidden="true">{item.count}</span>
                <span class="kern-sr-only">{t.shell.navigation.count(item.count)}</span>
              </span>
            ) : null}
          </a>
        </li>
      ))}
    </ul>
  )
}

function PersonPanel(props: HeaderProps & { actor: PageActor }) {
  const { t } = useReader()
  const { actor } = props
  return (
    <div class="ff-panel">
      <p class="ff-panel__name">{actor.displayName}</p>
      <p class="ff-panel__roles">
        {[...(actor.departmentNames ?? []), ...actor.roles.map((role) => t.shell.roles[role])].join(" · ")}
      </p>
      <ul class="ff-panel__links">
        <li>
          <a href="/profil">
            <Icon name="person" />
            {t.shell.person.profile}
          </a>
        </li>
        <li>
          <form method="post" action="/abmelden">
            <button type="submit">
              <Icon name="logout" />
              {t.shell.person.signOut}
            </button>
          </form>
        </li>
      </ul>
      <Preferences {...props} />
    </div>
  )
}

/** A speech bubble that holds an answer: the mark of the installation. */
function Mark() {
  return (
    <svg
      class="ff-brand__mark"
      viewBox="0 0 32 32"
      width="32"
      height="32"
      aria-hidden="true"
      focusable="false"
    >
      <path
        class="ff-brand__back"
        d="M6 2h20a4 4 0 0 1 4 4v15a4 4 0 0 1-4 4H15.5L9 30.5V25H6a4 4 0 0 1-4-4V6a4 4 0 0 1 4-4"
      />
      <path class="ff-brand__sign" d="m9.5 13.8 4.4 4.4 8.8-9.2" fill="none" />
    </svg>
  )
}
