import type { Charset, Part, Sent } from "./mails.ts"

/** What the person answers: the mail of the forum. */
const ASKED = `Guten Tag,

eine neue Frage wartet auf Ihre Abteilung.

Ab wann gilt die höhere Miete?

Zur Frage: https://forum.stadt.example/fragen/1

Wenn Sie auf diese E-Mail antworten, wird Ihr Text als Antwort veröffentlicht.`

const quoted = ASKED.replace(/^/gm, "> ").replace(/^> $/gm, ">")
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
/** Outlook writes a paragraph for each line, and an empty one for a gap. */
const outlook = (text: string) =>
  escaped(text)
    .split("\n")
    .map((line) => `<p class=MsoNormal>${line || "&nbsp;"}<o:p></o:p></p>`)
    .join("\n")
const html = (text: string) =>
  escaped(text)
    .split("\n\n")
    .map((paragraph) => `<p>${paragraph.replaceAll("\n", "<br>")}</p>`)
    .join("\n")

const plain = (
  content: string,
  charset: Charset = "utf-8",
  encoding: Part["encoding"] = "quoted-printable",
) => ({
  parts: [{ type: "text/plain", content, charset, encoding }],
})
const onlyHtml = (content: string, charset: Charset = "utf-8") => ({
  parts: [{ type: "text/html", content: `<html><body>${content}</body></html>`, charset }],
})

const HEAD_DE = `Von: Fachforum <antwort@forum.stadt.example>
Gesendet: Montag, 30. November 2026 09:58
An: Vogt, Ina <ina.vogt@stadt.example>
Betreff: Neue Frage für Ihre Abteilung`
/** Exchange shows no addresses of its own people. */
const HEAD_NAMES = `Von: Fachforum
Gesendet: Montag, 30. November 2026 09:58
An: Vogt, Ina
Cc: Albrecht, Jens
Betreff: Neue Frage für Ihre Abteilung`
const HEAD_EN = `From: Fachforum <antwort@forum.stadt.example>
Sent: Monday, November 30, 2026 9:58 AM
To: Vogt, Ina <ina.vogt@stadt.example>
Subject: New question`

/** How mail programs write an answer, written by hand after their shapes: what somebody typed, and below it the quoted mail. */
export const PROGRAMS: Record<string, (own: string) => Pick<Sent, "parts" | "multipart">> = {
  Outlook: (own) => plain(`${own}\n\n${HEAD_DE}\n\n${ASKED}\n`, "windows-1252"),
  "Outlook, HTML": (own) =>
    onlyHtml(
      `<div class=WordSection1>${outlook(own)}<p class=MsoNormal>&nbsp;</p>
<div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>Von:</b> Fachforum &lt;antwort@forum.stadt.example&gt; <br><b>Gesendet:</b> Montag, 30. November 2026 09:58<br><b>An:</b> Vogt, Ina<br><b>Betreff:</b> Neue Frage</p></div></div>
${outlook(ASKED)}</div>`,
      "windows-1252",
    ),
  "Outlook, names only": (own) => plain(`${own}\n\n${HEAD_NAMES}\n\n${ASKED}\n`, "iso-8859-15", "8bit"),
  "Outlook, older": (own) =>
    plain(`${own}\n\n-----Ursprüngliche Nachricht-----\n${HEAD_DE}\n\n${ASKED}\n`, "iso-8859-15"),
  "Outlook, English": (own) => plain(`${own}\n\n${HEAD_EN}\n\n${ASKED}\n`, "windows-1252", "base64"),
  "Outlook on the web": (own) =>
    onlyHtml(
      `<div class="elementToProof">${html(own)}</div><div id="appendonsend"></div>
<hr tabindex="-1" style="display:inline-block; width:98%"><div id="divRplyFwdMsg" dir="ltr"><font><b>Von:</b> Fachforum<br><b>Gesendet:</b> Montag, 30. November 2026 09:58<br><b>An:</b> Vogt, Ina<br><b>Betreff:</b> Neue Frage</font></div>
<div>${html(ASKED)}</div>`,
    ),
  "Outlook on the phone": (own) =>
    plain(
      `${own}\n\nOutlook für iOS<https://aka.ms/o0ukef> beziehen\n________________________________\n${HEAD_DE}\n\n${ASKED}\n`,
    ),
  Thunderbird: (own) => ({
    parts: [
      {
        type: "text/plain; format=flowed",
        content: `${own}\n\nAm 30.11.26 um 09:58 schrieb Fachforum:\n${quoted}\n`,
        encoding: "8bit",
      },
    ],
  }),
  GroupWise: (own) =>
    plain(
      `${own}\n\n>>> Fachforum <antwort@forum.stadt.example> 30.11.2026 09:58 >>>\n${ASKED}\n`,
      "iso-8859-15",
      "base64",
    ),
  iPhone: (own) =>
    plain(
      `${own}\n\nVon meinem iPhone gesendet\n\n> Am 30.11.2026 um 09:58 schrieb Fachforum <antwort@forum.stadt.example>:\n> \n${quoted}\n`,
      "utf-8",
      "base64",
    ),
  "Gmail on Android": (own) => ({
    multipart: "alternative",
    parts: [
      {
        type: "text/plain",
        content: `${own}\n\nAm Mo., 30. Nov. 2026 um 09:58 Uhr schrieb Fachforum <\nantwort@forum.stadt.example>:\n\n${quoted}\n`,
      },
      {
        type: "text/html",
        content: `${html(own)}<div class="gmail_quote"><div dir="ltr" class="gmail_attr">Am Mo., 30. Nov. 2026 schrieb Fachforum:</div><blockquote>${html(ASKED)}</blockquote></div>`,
      },
    ],
  }),
  "Samsung Mail": (own) =>
    plain(
      `${own}\n\nVon meinem Galaxy gesendet\n\n-------- Ursprüngliche Nachricht --------\nVon: Fachforum <antwort@forum.stadt.example>\nDatum: 30.11.26 09:58 (GMT+01:00)\nAn: Ina Vogt <ina.vogt@stadt.example>\nBetreff: Neue Frage\n\n${ASKED}\n`,
    ),
}

export type Typed = { own: string; text: string; outcome: "posted" | "drafted" }

/** What people type, and what of it is their answer. */
export const TYPED: Record<string, Typed> = {
  "a sentence": {
    own: "Ja, die höhere Miete zählt ab dem Ersten des nächsten Monats.",
    text: "Ja, die höhere Miete zählt ab dem Ersten des nächsten Monats.",
    outcome: "posted",
  },
  "a polite mail with a block of contacts": {
    own: `Guten Tag Frau Müller,

es kommt auf den Monat an, § 27 Abs. 1 WoGG.

Vielen Dank für die Frage!

Mit freundlichen Grüßen
Im Auftrag

Ina Vogt
Grundsatz und Recht
Rathausplatz 1, 12345 Musterstadt
Tel. 0123 456789-12
ina.vogt@stadt.example`,
    text: "es kommt auf den Monat an, § 27 Abs. 1 WoGG.\n\nVielen Dank für die Frage!",
    outcome: "posted",
  },
  "a list, and a signature behind two hyphens": {
    own: `Zu prüfen ist zweierlei:

1. die Miete
2. der Monat

-- 
Ina Vogt
Grundsatz und Recht`,
    text: "Zu prüfen ist zweierlei:\n\n1. die Miete\n2. der Monat",
    outcome: "posted",
  },
  "a notice of confidentiality": {
    own: `Das sehen wir auch so.

Viele Grüße
Ina Vogt

Diese E-Mail enthält vertrauliche Informationen und ist nur für den genannten Empfänger bestimmt.
Bitte löschen Sie sie, falls Sie sie irrtümlich erhalten haben.`,
    text: "Das sehen wir auch so.",
    outcome: "posted",
  },
  "somebody's name": {
    own: `Hallo zusammen,

bei Herrn Karl-Heinz Sommerfeld, Az. 50.3-1234/2026, war es genauso.

VG
Ina Vogt`,
    text: "bei Herrn Karl-Heinz Sommerfeld, Az. 50.3-1234/2026, war es genauso.",
    outcome: "drafted",
  },
}
