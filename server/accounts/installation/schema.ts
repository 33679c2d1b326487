import { type Static, Type } from "typebox"
import { Choice, Closed, Line, Nullable, Text } from "../../kernel/schemas.ts"
import { LANDS } from "../../kernel/workdays.ts"
import { REPLACEABLE_PAGES } from "../tables.ts"

const Label = Closed({ one: Line(40), many: Line(40) })
const DepartmentLabel = Closed({ de: Label, en: Label })
/** Null brings back the text that is shipped. */
const PageSource = Type.Optional(Nullable(Text(20_000)))
const PageSources = Closed({ de: PageSource, en: PageSource })

export const InstallationChange = Closed(
  {
    name: Type.Optional(Line(80)),
    departmentLabel: Type.Optional(DepartmentLabel),
    /** Whose public holidays are no working days; null: only those of all of Germany. */
    land: Type.Optional(Nullable(Choice(LANDS))),
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

const PageText = Type.Optional(Closed({ text: Type.String(), html: Type.String() }))
export const PageTexts = Closed({ de: PageText, en: PageText })

/** What everybody may know. */
export const InstallationView = Closed({
  name: Type.String(),
  departmentLabel: DepartmentLabel,
  land: Nullable(Choice(LANDS)),
  example: Type.Boolean(),
})

export const SettingsView = Closed({
  name: Type.String(),
  departmentLabel: DepartmentLabel,
  land: Nullable(Choice(LANDS)),
  example: Type.Boolean(),
  mailWithoutContent: Type.Boolean(),
  pages: Closed({
    imprint: Type.Optional(PageTexts),
    privacy: Type.Optional(PageTexts),
    accessibility: Type.Optional(PageTexts),
  }),
})

export const ByPage = Closed({ page: Choice(REPLACEABLE_PAGES) })
