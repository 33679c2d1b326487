import type { mail as german } from "../de/mail.ts"
import type { Translated } from "../translated.ts"

export const mail: Translated<typeof german> = {
  title: "Sending of e-mails",
  lead: "What goes out, what waits and what does not arrive. Nobody sees here what the e-mails say.",
  way: {
    title: "How e-mails are sent",
    way: "Sending",
    smtp: (server) => `by the mail server ${server}`,
    file: (folder) => `not at all: each e-mail becomes a file in ${folder}`,
    signIn: "Signing in at the mail server",
    signIns: {
      none: "none",
      password: "with a password",
      token: "with a token (OAuth 2.0)",
    },
    certificate: "Certificate of the installation",
    shown: "is shown",
    from: "Sender",
    setting: "This is set when the application starts, by SMTP_URL and the settings beside it.",
  },
  incoming: {
    title: "E-mails to the forum",
    address: "Address",
    mailbox: "Mailbox",
    at: (user: string, host: string) => `${user} at ${host}`,
    looked: "Last look",
    never: "never yet",
    last: "Last e-mail",
    none: "none yet",
    handOver: "Handed over by a mail server",
    byProtocol: { lmtp: "by LMTP", smtp: "by SMTP" },
    off: "No e-mails are taken.",
    setting:
      "This is set at the start of the application, with MAIL_IN_ADDRESS and IMAP_URL or MAIL_IN_LISTEN.",
    since: "Since",
    waits: "What arrives meanwhile stays in the mailbox and is read afterwards.",
    faults: {
      unreachable:
        "The mailbox's server cannot be reached. Please check name and port in IMAP_URL and whether a firewall is between.",
      refused:
        "Signing in to the mailbox failed. Please check account and password or, with OAuth, tenant, client and its rights to the mailbox.",
      untrusted:
        "No encrypted connection could be made. Please check the server's certificate and whether it offers STARTTLS.",
      folder:
        "A folder of the mailbox cannot be opened, made or filled. Please check the folder in IMAP_URL, the rights of the account, and whether the mailbox is full.",
      failed: "The mailbox cannot be read. The application's log says more.",
    },
  },
  test: {
    title: "Try it",
    text: "The e-mail goes to your own address at once. What the mail server says to it you read right here.",
    send: "Send a test mail to me",
    taken: "The mail server has taken the e-mail.",
    answer: (answer) => `Its answer: ${answer}`,
    filed: "The e-mail is a file:",
    code: (code) => `Code: ${code}`,
    faults: {
      stopped:
        "Nothing went out: a mail server has refused your address for good. It stands below among the addresses that get nothing any more.",
      unreachable:
        "The mail server cannot be reached. Please check name and port in SMTP_URL, and whether a firewall is in between.",
      silent: "The mail server did not answer in time.",
      insecure:
        "No encrypted connection was made. Please check the certificate of the mail server, and whether it offers STARTTLS.",
      "sign-in":
        "Signing in at the mail server failed. Please check mailbox and password or, with OAuth, tenant, client and its rights.",
      sender:
        "The mail server does not accept this sender. Please check MAIL_FROM, and whether the mailbox may send from that address.",
      recipient:
        "The mail server takes nothing for your address. Often it does not relay for us; whoever runs it sets that.",
      content: "The mail server refused the e-mail itself, for instance as spam.",
      later: "The mail server takes nothing at the moment. E-mails that wait are tried again by themselves.",
      other: "The mail server did not take the e-mail.",
    },
  },
  waiting: {
    title: "What waits",
    none: "Nothing waits.",
    count: (count) => (count === 1 ? "1 e-mail waits." : `${count} e-mails wait.`),
    since: "The oldest since",
    repeated: "Being tried again",
    next: "next attempt",
  },
  failed: {
    title: "What did not go out",
    lead: "After about two hours and nine attempts an e-mail is given up. That is recorded for a week.",
    none: "No e-mail was given up in the last week.",
    list: "E-mails that were given up, the latest first",
    retry: "Try all of them again",
    at: "last tried",
    code: (code) => `Code ${code}`,
    ours: "A fault of the application: it is in its log",
    nobody: "to no person",
  },
  stopped: {
    title: "Addresses that get nothing any more",
    lead: "A mail server has said that these addresses do not exist. As soon as the person or the department has another address, e-mails go out again.",
    none: "None.",
    list: "Addresses that no e-mails go to any more",
    since: "since",
    resume: "Send there again",
  },
  own: {
    title: "E-mails do not reach you",
    text: "A mail server has refused your address. Please tell your administration. Meanwhile you read your notifications here in the forum.",
  },
  unsubscribe: {
    title: "Unsubscribe from e-mails",
    everything: "everything that can be switched off",
    ask: (reason) => `Would you like no more e-mails about: ${reason}?`,
    stays: "It still stands in your notifications in the forum.",
    confirm: "Unsubscribe",
    done: (reason) => `Unsubscribed: no more e-mails about: ${reason}.`,
    choose: "Choose all e-mails",
    unknownTitle: "This link is not valid",
    unknown:
      "It is incomplete, or these e-mails cannot be switched off. Which e-mails you get you choose in your profile.",
  },
  notices: {
    "notifications.bundle": "News about one subject",
    "notifications.digest": "Digest",
    "accounts.invitation": "Invitation",
    "accounts.reset": "New password",
    "mail-in.handled": "What an e-mail to the forum became",
    "qualification.session": "Date",
    "qualification.event-date": "Information event",
    "qualification.round": "Round of the assessment",
    "qualification.left": "Somebody left a learning group",
    "qualification.removed": "End of taking part in a learning group",
  },
}
