import type { Words } from "../kernel/openapi-words.ts"

/** The inbox. */
export const notifications: Words = {
  notice: ["What happened"],
  "InboxEntry.kind": ["What was written", "it is no post"],
  "InboxEntry.title": ["What it is about", "its reader may not read the title", "Zählt das Elterngeld?"],
  "InboxEntry.address": ["The path to it", undefined, "/a/01932f3e-0000-7000-8000-00000000000a"],
  "InboxEntry.place": ["Category or cohort", "neither", "Haushaltsmitglieder"],
  "InboxEntry.person": ["Who did it", "nobody is named", "Grundsatz und Recht"],
  "InboxEntry.read": ["Whether its reader has read it; nobody else sees this"],
  following: ["How the person follows it", "they do not"],
  "Following.level": ["How much of it is told", "it is neither followed nor muted"],
  "ThreadFollowing.level": ["How much of it is told", "it is neither followed nor muted"],
  "TagFollowing.level": ["How much of it is told", "it is neither followed nor muted"],
  "TagFollowing.tag": ["The tag, whatever its capitals", undefined, "Elterngeld"],
  "Nameable.name": ["What the person is called", undefined, "Ina Vogt"],
  "Nameable.departments": ["Short names of their departments", undefined, "Recht"],
  "Nameable.mention": [
    'What is written behind the "@", so that nobody else is meant',
    undefined,
    "Ina Vogt (Recht)",
  ],
  "Followed.level": ["How much of it is told"],
  "Followed.kind": ["What is followed"],
  "InboxEntry.groupId": ["What belongs together, such as everything of a thread, by id"],
  "ReadEntries.groupId": ["What belongs together, such as everything of a thread, by id"],
  "query notice": ["Only what happened in this way"],
}
