import type { accounts as german } from "../de/accounts.ts"
import type { Translated } from "../translated.ts"
import { administration } from "./accounts-administration.ts"
import { audit } from "./accounts-audit.ts"
import { directories } from "./accounts-directories.ts"
import { peopleImport } from "./accounts-import.ts"
import { ldap } from "./accounts-ldap.ts"
import { leaving } from "./accounts-leaving.ts"
import { retention } from "./accounts-retention.ts"
import { services, tokens } from "./accounts-tokens.ts"
import { factors } from "./factors.ts"
import { providers } from "./providers.ts"

export const accounts: Translated<typeof german> = {
  administration,
  audit,
  directories,
  peopleImport,
  ldap,
  leaving,
  retention,
  tokens,
  services,
  factors,
  providers,
  signIn: {
    title: "Sign in",
    lead: "Please sign in with the e-mail address and the password that you have for this forum.",
    submit: "Sign in",
    forgotten: "Forgot your password?",
    noAccount: "No account yet? Your administrators set it up.",
    failedTitle: "You could not be signed in",
    throttled: (minutes) =>
      minutes === 1
        ? "Too many attempts. Please wait one minute."
        : `Too many attempts. Please wait ${minutes} minutes.`,
    throttledHint: "In a hurry? With “Forgot your password?” a link in an e-mail lets you in at once.",
  },
  trial: {
    title: "View as …",
    lead: "This is a trial with invented people. Choose as whom you would like to look around. You need no password.",
    tip: "Open a second, private window as somebody else. So you see question and answer side by side.",
    hints: "Good to know",
    mailsText:
      "Nobody receives real e-mails here. You read invitations and notifications on a page of its own.",
    mails: "Read the e-mails of the trial",
    withPassword: "Sign in with e-mail address and password",
    choose: "View",
    as: (name) => `as ${name}`,
    nowhere: "belongs to no department",
    groups: {
      ask: {
        title: "Ask and look up",
        text: "Clerks ask specialist questions, look things up, share best practices and help colleagues.",
      },
      answer: {
        title: "Answer as a specialist",
        text: "Specialists see the open questions of their department and answer for it.",
      },
      lead: {
        title: "Lead, facilitate and administer",
        text: "Leads announce, facilitators support from outside, administrators set things up.",
      },
    },
  },
  password: {
    forgottenTitle: "Forgot your password",
    forgottenLead:
      "Enter your e-mail address. You will receive an e-mail with a link that lets you set a new password.",
    send: "Ask for a link",
    backToSignIn: "Back to the sign-in",
    mailsOfTrial: "In the trial you can read the e-mails here.",
    invitationTitle: "Set a password",
    resetTitle: "Set a new password",
    welcome: (name) => `Welcome, ${name}! Choose a password, and you are signed in.`,
    again: (name) => `Hello ${name}. When it is set you are signed in here, and signed out on other devices.`,
    rules: (shortest) =>
      `At least ${shortest} characters; every character is allowed, spaces too. Four words that have nothing to do with each other are good. Your name and common passwords are refused. You can paste from a password manager.`,
    set: "Set password",
    goneTitle: "This link is no longer valid",
    goneText:
      "It was used already, has expired, or there is a newer one. That is no problem: just ask for a new one.",
    changeTitle: "Change password",
    changeLead: "You will be signed out on all other devices.",
    noneYet: "No password yet, or forgotten? Ask for a new link",
    change: "Change password",
  },
  profile: {
    title: "Profile",
    self: {
      title: "Your details",
      name: "Name",
      email: "E-mail address",
      roles: "Roles",
      none: "none",
      changedBy: "The administrators change these details.",
    },
    language: { title: "Language", label: "In which language would you like to read the forum?" },
    mails: {
      title: "Notifications",
      text: "At once, once a day, once a week or never: you choose yourself when you get e-mails, and your quiet hours.",
      link: "Choose e-mails",
      setForAll: "It is set so for all.",
    },
    password: {
      title: "Password",
      text: "Change your password when somebody else might know it. You need not change it regularly.",
    },
    sessions: {
      title: "Sessions",
      text: "You are signed in on these devices. If you do not recognise one, sign it out and change your password.",
      unknown: "Unknown device",
      since: "signed in since",
      until: (day: string) => `expires on ${day} unless you sign in again`,
      current: "This session",
      end: "Sign out",
      endOthers: "Sign out on all other devices",
      confirmOthers: "Would you like to sign out on all other devices?",
    },
    privacy: {
      title: "Privacy",
      text: "Stored are your details on this page and your posts with name and time. Not stored is when you were last here, what you read and how fast you answer.",
      stored: "What is stored about me",
    },
  },
  setup: {
    title: "Set-up",
    lead: "This forum is still empty. Three steps set it up; you can change everything but the code later.",
    code: {
      legend: "1. Proof",
      hint: "The server has printed the code, for example ABCDE-FGHJK-LMNPQ-RSTVW. It is valid until the next start.",
    },
    forum: {
      legend: "2. Your forum",
      nameHint: "It stands at the top of every page.",
      departmentsHint: "One a line. You can arrange and rename them afterwards.",
    },
    admin: {
      legend: "3. First administrator",
      hint: "With this account you add further people afterwards.",
      department: "Your department",
      departmentHint:
        "Written exactly as above. Leave it empty if you belong to none: then you administer only and read no posts.",
    },
    submit: "Set up the forum",
  },
}
