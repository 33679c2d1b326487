import { type Static, Type } from "typebox"
import { ROLES } from "../../kernel/actor.ts"
import { Choice, Closed, Line, Nullable, Text } from "../../kernel/schemas.ts"
import { LANDS } from "../../kernel/workdays.ts"
import { LOCAL_SIGN_INS, REPLACEABLE_PAGES } from "../tables.ts"

const Label = Closed("Label", { one: Line(40), many: Line(40) })
const DepartmentLabel = Closed("DepartmentLabel", { de: Label, en: Label })
/** Null brings back the text that is shipped. */
const PageSource = Type.Optional(Nullable(Text(20_000)))
const PageSources = Closed("PageSources", { de: PageSource, en: PageSource })

export const InstallationChange = Closed(
  "InstallationChange",
  {
    name: Type.Optional(Line(80)),
    departmentLabel: Type.Optional(DepartmentLabel),
    /** Whose public holidays are no working days; null: only those of all of Germany. */
    land: Type.Optional(Nullable(Choice(LANDS, "Land"))),
    mailWithoutContent: Type.Optional(Type.Boolean()),
    pages: Type.Optional(
      Closed({
        imprint: Type.Optional(PageSources),
        privacy: Type.Optional(PageSources),
        accessibility: Type.Optional(PageSources),
      }),
    ),
  },
  { minProperties: 1 },
)
export type InstallationChange = Static<typeof InstallationChange>

const PageText = Type.Optional(Closed("PageText", { text: Type.String(), html: Type.String() }))
export const PageTexts = Closed("PageTexts", { de: PageText, en: PageText })

/** What everybody may know. */
export const InstallationView = Closed("Installation", {
  name: Type.String(),
  departmentLabel: DepartmentLabel,
  land: Nullable(Choice(LANDS, "Land")),
  example: Type.Boolean(),
})

export const SettingsView = Closed("Settings", {
  name: Type.String(),
  departmentLabel: DepartmentLabel,
  land: Nullable(Choice(LANDS, "Land")),
  example: Type.Boolean(),
  mailWithoutContent: Type.Boolean(),
  /** Each changed by a route of its own, which sees to it that nobody locks themselves out. */
  localSignIn: Choice(LOCAL_SIGN_INS, "LocalSignIn"),
  factorRoles: Type.Array(Choice(ROLES, "Role")),
  pages: Closed({
    imprint: Type.Optional(PageTexts),
    privacy: Type.Optional(PageTexts),
    accessibility: Type.Optional(PageTexts),
  }),
})

export const ByPage = Closed({ page: Choice(REPLACEABLE_PAGES) })
