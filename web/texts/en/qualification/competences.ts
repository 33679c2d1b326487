import type { competences as german, selfRating as germanSelf } from "../../de/qualification/competences.ts"
import type { Translated } from "../../translated.ts"

export const competences: Translated<typeof german> = {
  title: "Competences",
  section: "What is looked at together at the end of the qualification, with the levels in words.",
  lead: "These competences are what this cohort is about: in the self-rating, in the assessment and in the certificate.",
  area: (area: string) => `Area: ${area}`,
  plain: (name: string) => `In other words: ${name}.`,
  step: (level: number, name: string, meaning: string) =>
    level === 0 ? `${name}: ${meaning}` : `${level} – ${name}: ${meaning}`,
  named: (level: number, name: string) => (level === 0 ? name : `${level} – ${name}`),
  notRated: "not rated",
  levels: "What the levels mean here",
  scale: "The levels at a glance",
  scaleText:
    "Four levels hold for all competences: how difficult the task is, and how much of it works without help.",
  frameworks: {
    note: (name, bands) =>
      `${name}: the names of competences are those of the framework. It calls the levels ${bands}; the names and descriptions here are ours. It has no level 0.`,
    band: (level, steps) => `“${level}” (${steps})`,
  },
  level: "Level",
  choose: "Change the choice",
  chooseLead: (fewest: number, most: number) =>
    `Choose ${fewest} to ${most} competences that fit the mandate of the cohort.`,
  chooseHint: "The choice can be changed until somebody releases their preparation for the assessment.",
  chooseSave: "Save the choice",
  fixed: "The choice is fixed: the assessment has begun.",
  isDefault: "This is the choice that the programme proposes.",
  conflict:
    "The choice was changed meanwhile. Below is what you have just chosen; saving it replaces the other choice.",
}

export const selfRating: Translated<typeof germanSelf> = {
  title: "Self-rating",
  lead: "At the start and at the end you record where you stand. So you see what has changed for you.",
  points: { start: "Start", middle: "Middle", end: "End" },
  pointTitles: {
    start: "Self-rating at the start",
    middle: "Self-rating in the middle",
    end: "Self-rating at the end",
  },
  when: {
    start: "Around the first workshop",
    middle: "About half-way through, for instance after the third workshop",
    end: "Before the assessment",
  },
  open: "still open",
  skipped: "not filled in",
  done: "recorded",
  fill: "Fill in",
  change: "Change",
  read: "Read",
  fixed: "This self-rating stays as it was, because a later one follows. So they can be compared.",
  formLead: "Rate what you do today. There is no right or wrong. Leave open what you do not want to rate.",
  level: "Where do I stand?",
  notRated: "I would like to leave this open",
  sentence: "How do I notice it?",
  sentenceHint: "One sentence is enough.",
  save: "Save",
  development: "My development",
  developmentText: "From the first to the latest, for you alone.",
  developmentEmpty: "Once you have recorded something twice, you see here what has changed.",
  at: (point: string, level: string) => `${point}: ${level}`,
  more: (steps: number) => (steps === 1 ? "one level more" : `${steps} levels more`),
  less: (steps: number) => (steps === 1 ? "one level less" : `${steps} levels less`),
  same: "unchanged",
  conflict:
    "This self-rating was saved in another window meanwhile. Below is what you entered here; saving it replaces the other version.",
}
