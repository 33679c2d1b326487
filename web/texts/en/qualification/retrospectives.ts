import type {
  retrospectives as german,
  lessons as germanLessons,
} from "../../de/qualification/retrospectives.ts"

export const retrospectives: typeof german = {
  title: "Retrospective",
  section:
    "Collect, sort and vote on cards; what you pass on of it, and what earlier cohorts pass on to you.",
  lead: "Cards bear no name. Nobody learns whose a card is, not even the facilitator.",
  headings: {
    "high-points": "High points",
    difficulties: "Difficulties",
    learned: "What we learned",
    different: "What we would do differently",
  },
  stages: {
    title: "Stage",
    collecting: "Collecting cards",
    voting: "Voting",
    closed: "Closed",
  },
  now: {
    collecting: "Everybody writes cards and sorts them. What belongs together goes under one topic.",
    voting: (left: number, of: number) =>
      left === 0
        ? `Your ${of} votes are given. You can take them back and give them elsewhere.`
        : left === 1
          ? `You have one of ${of} votes left. Nobody sees who votes for what.`
          : `You have ${left} of ${of} votes left. Nobody sees who votes for what.`,
    closed:
      "The cards are the group's now, and it is stored nowhere any more who wrote them or who voted for what.",
  },
  moves: {
    vote: "Begin voting",
    close: "Close the retrospective",
    closeConfirm:
      "Close the retrospective? After that it is no longer stored whose a card was and who voted for what. That cannot be undone.",
    collect: "Collect cards again",
    collectConfirm: "Collect cards again? The votes will be deleted.",
    closeEarly: "Close without voting",
  },
  empty: "No card yet.",
  add: {
    label: "New card",
    save: "Add card",
  },
  own: "Your card",
  edit: "Change",
  remove: "Remove card",
  removeText: "The card goes for the whole group and cannot be brought back.",
  removeNow: "Remove now",
  body: "Text of the card",
  save: "Save card",
  conflict:
    "You changed the card in another window meanwhile. The new version stands here, what you typed below it.",
  sort: "Sort",
  place: "Where to",
  single: "by itself",
  move: "Move",
  newTopic: "New topic with this card",
  makeTopic: "Add topic",
  topic: "Topic",
  topicEdit: "Rename or dissolve",
  topicName: "Name of the topic",
  topicSave: "Save topic",
  topicConflict: "Somebody renamed the topic meanwhile. The new name stands here, what you typed below it.",
  dissolve: "Dissolve topic",
  dissolveText: "The cards stay, and stand by themselves in the column again.",
  dissolveNow: "Dissolve now",
  vote: {
    give: "Give a vote",
    takeBack: "Take the vote back",
    given: "Your vote",
    sum: (votes: number) => (votes === 1 ? "1 vote" : `${votes} votes`),
  },
  takeOver: "Take over as a lesson",
  toLessons: "To the lessons",
}

export const lessons: typeof germanLessons = {
  title: "Lessons",
  lead: "What should the next cohort know? Write it so that it can be understood without you, and nobody has to recognise themselves in it.",
  own: "Our lessons",
  ownHint:
    "This is how later cohorts of the same programme read it, once the facilitator releases it: without names, and without the name of this cohort. What is released stays when the cohort is deleted; everything else is deleted with it.",
  ownEmpty: "No lesson yet. Take over a card of the retrospective, or write a new one.",
  earlier: "From earlier cohorts",
  earlierHint: "Released by cohorts that went through this programme before you.",
  earlierEmpty: "No earlier cohort of this programme has released anything yet.",
  readOn: "All lessons",
  add: "Write a lesson",
  edit: "Edit",
  fields: { kind: "Kind", title: "Title", body: "Text" },
  bodyHint: "At most 4,000 characters. Please without names of people.",
  save: "Save lesson",
  conflict:
    "Somebody has saved a newer version meanwhile. It stands here; what you typed stands below it in the form.",
  remove: "Delete",
  removeText: "The lesson is deleted for the whole group.",
  removeNow: "Delete now",
  draft: "not released yet",
  released: "released",
  releasedOn: "Released on",
  release: "Release to later cohorts",
  releaseConfirm:
    "Release to later cohorts? They will read exactly this text, also when this cohort is deleted.",
  withdraw: "Take the release back",
  allTitle: "Lessons of all cohorts",
  allLead: "What cohorts released to later ones, by programme. Which cohort it comes from is not shown here.",
  allEmpty: "Nothing released yet",
  allEmptyText:
    "In the last workshop each cohort writes its retrospective. What it releases of it will stand here.",
  orphan: "The cohort is deleted, and cannot take it back any more.",
  removeForAll: "Delete for everybody",
  removeForAllText: "The lesson is deleted for good. Later cohorts will not see it any more.",
  removeForAllNow: "Delete now",
}
