/** Delivery reports as mail servers write them, about a mail of ours that did not arrive. */
const lines = (...all: string[]) => all.join("\r\n")

const HEAD = [
  "Date: Mon, 30 Nov 2026 10:00:00 +0100",
  "To: forum@amt.example",
  "Auto-Submitted: auto-replied",
  "MIME-Version: 1.0",
]

/** The mail itself, as far as reports have it. */
const original = (messageId: string, to: string) =>
  lines(
    "Received: from forum.example by post.amt.example; Mon, 30 Nov 2026 09:59:58 +0100",
    "From: Fachforum <forum@amt.example>",
    `To: ${to}`,
    "Subject: Neue Antwort",
    `Message-ID: ${messageId}`,
    "References: <ffffffffffffffffffffffffffffffffffffffff@elsewhere.example>",
    "",
    "Guten Tag, Zimmer 550 hat geantwortet.",
  )

type Status = { action: string; status: string; original?: string }

/** RFC 3464, the words in German. */
export const deliveryStatus = (messageId: string, to: string, { action, status, original: first }: Status) =>
  lines(
    "From: MAILER-DAEMON@post.amt.example",
    "Subject: Zustellbericht",
    ...HEAD,
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    "",
    "--b1",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Ihre Nachricht betreffend.",
    "--b1",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; post.amt.example",
    "Arrival-Date: Mon, 30 Nov 2026 09:59:58 +0100",
    "",
    ...(first ? [`Original-Recipient: rfc822;${first}`] : []),
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    "Remote-MTA: dns; mx.example.org",
    `Diagnostic-Code: smtp; ${status.startsWith("5") ? "550" : "451"} ${status}`,
    "    <and so on>",
    "",
    "--b1",
    "Content-Type: message/rfc822",
    "",
    original(messageId, to),
    "--b1--",
    "",
  )

export const postfix = (messageId: string, to: string) =>
  lines(
    "Return-Path: <>",
    "From: MAILER-DAEMON@post.amt.example (Mail Delivery System)",
    "Subject: Undelivered Mail Returned to Sender",
    ...HEAD,
    'Content-Type: multipart/report; report-type=delivery-status; boundary="6B2A.1/post"',
    "",
    "This is a MIME-encapsulated message.",
    "",
    "--6B2A.1/post",
    "Content-Description: Notification",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "This is the mail system at host post.amt.example.",
    "",
    `<${to}>: host mx.example.org said: 550 5.1.1 User doesn't exist (in reply to RCPT TO command)`,
    "",
    "--6B2A.1/post",
    "Content-Description: Delivery report",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; post.amt.example",
    "X-Postfix-Queue-ID: 6B2A",
    "X-Postfix-Sender: rfc822; forum@amt.example",
    "",
    `Final-Recipient: rfc822; ${to}`,
    `Original-Recipient: rfc822;${to}`,
    "Action: failed",
    "Status: 5.1.1",
    "Diagnostic-Code: smtp; 550 5.1.1 User doesn't exist",
    "",
    "--6B2A.1/post",
    "Content-Description: Undelivered Message Headers",
    "Content-Type: text/rfc822-headers",
    "",
    original(messageId, to),
    "--6B2A.1/post--",
    "",
  )

/** With the words as HTML, packed, and the recipient's name in the report's fields. */
export const exchange = (messageId: string, to: string) =>
  lines(
    "From: <postmaster@amt.example>",
    "Subject: =?utf-8?B?VW56dXN0ZWxsYmFyOiBOZXVlIEFudHdvcnQ=?=",
    `In-Reply-To: ${messageId}`,
    `References: ${messageId}`,
    ...HEAD,
    'Content-Type: multipart/report; report-type=delivery-status;\r\n\tboundary="_000_x"',
    "X-MS-Exchange-Message-Is-Ndr:",
    "",
    "--_000_x",
    'Content-Type: multipart/alternative; differences=Content-Type; boundary="_001_x"',
    "",
    "--_001_x",
    'Content-Type: text/html; charset="utf-8"',
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from(`<p>Ihre Nachricht an ${to} konnte nicht zugestellt werden.</p>`).toString("base64"),
    "--_001_x--",
    "",
    "--_000_x",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns;EX01.amt.example",
    "Received-From-MTA: dns;forum.example",
    "Arrival-Date: Mon, 30 Nov 2026 08:59:58 +0000",
    "",
    `Final-Recipient: rfc822;${to}`,
    "Action: failed",
    "Status: 5.1.10",
    "Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not",
    " found by SMTP address lookup",
    "X-Display-Name: Weg, Wolfgang",
    "",
    "--_000_x",
    "Content-Type: message/rfc822",
    "",
    original(messageId, to),
    "--_000_x--",
    "",
  )

/** No MIME at all. */
export const qmail = (messageId: string, to: string) =>
  lines(
    "From: MAILER-DAEMON@mx.example.org",
    "Subject: failure notice",
    "Date: Mon, 30 Nov 2026 10:00:00 +0100",
    "To: forum@amt.example",
    "",
    "Hi. This is the qmail-send program at mx.example.org.",
    "I'm afraid I wasn't able to deliver your message to the following addresses.",
    "This is a permanent error; I've given up. Sorry it didn't work out.",
    "",
    `<${to}>:`,
    "Sorry, no mailbox here by that name. (#5.1.1)",
    "",
    "--- Below this line is a copy of the message.",
    "",
    original(messageId, to),
  )

/** The address in a field of the head, the status of SMTP only. */
export const exim = (messageId: string, to: string) =>
  lines(
    "From: Mail Delivery System <Mailer-Daemon@mx.example.org>",
    `X-Failed-Recipients: ${to}`,
    "Subject: Mail delivery failed: returning message to sender",
    ...HEAD,
    "",
    "This message was created automatically by mail delivery software.",
    "A message that you sent could not be delivered to one or more of its",
    "recipients. This is a permanent error. The following address(es) failed:",
    "",
    `  ${to}`,
    "    SMTP error from remote mail server after RCPT TO: 550 Unrouteable address",
    "",
    "------ This is a copy of the message, including all the headers. ------",
    "",
    original(messageId, to),
  )

/** Two parts without a status between them. */
export const inWords = (messageId: string, to: string) =>
  lines(
    "From: postmaster@example.org",
    "Subject: Nachricht nicht zustellbar",
    ...HEAD,
    'Content-Type: multipart/mixed; boundary="b2"',
    "",
    "--b2",
    "Content-Type: text/plain; charset=utf-8",
    "",
    `Die folgende Adresse gibt es nicht (5.1.1): ${to}.`,
    "",
    "--b2",
    "Content-Type: message/rfc822",
    "",
    original(messageId, to),
    "--b2--",
    "",
  )
