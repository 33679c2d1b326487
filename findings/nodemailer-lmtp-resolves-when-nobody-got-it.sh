#!/usr/bin/env bash
# nodemailer 10.6.0 (the current release on 2026-11-30), transport with lmtp: true. LMTP answers after the text once for
# each recipient (RFC 2033, 4.2). Where every single one of these answers is a refusal, sendMail resolves all the same:
# `accepted` is empty, `rejected` names them, and there is no error, while with SMTP the same refusal is an exception.
# Whoever counts a resolved promise as a delivered mail loses it. Seen: LMTP "resolved, accepted [], rejected 2",
# SMTP (refused at the end of the text) "rejected with 550". Expected: an error wherever nobody got the mail.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact nodemailer@10.6.0
cat > look.mjs <<'JS'
import { once } from "node:events"
import { createServer } from "node:net"
import { createTransport } from "nodemailer"

/** Takes every recipient, and refuses the text: with LMTP once for each of them. */
function counterpart(isLmtp) {
  return createServer((socket) => {
    let recipients = 0
    let isText = false
    socket.write("220 counterpart\r\n")
    let rest = ""
    socket.on("data", (chunk) => {
      rest += chunk
      for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        if (isText) {
          if (line !== ".") continue
          isText = false
          for (let n = 0; n < (isLmtp ? recipients : 1); n += 1) socket.write("550 5.1.1 no such mailbox\r\n")
        } else if (/^(LHLO|EHLO)/.test(line)) socket.write("250 counterpart\r\n")
        else if (/^DATA/.test(line)) {
          isText = true
          socket.write("354 go on\r\n")
        } else if (/^QUIT/.test(line)) socket.end("221 bye\r\n")
        else {
          if (/^RCPT/.test(line)) recipients += 1
          socket.write("250 ok\r\n")
        }
      }
    })
    socket.on("error", () => undefined)
  })
}
for (const lmtp of [true, false]) {
  const server = counterpart(lmtp).listen(0, "127.0.0.1")
  await once(server, "listening")
  const transport = createTransport({ host: "127.0.0.1", port: server.address().port, lmtp, ignoreTLS: true })
  const mail = { from: "a@example.org", to: ["b@example.org", "c@example.org"], subject: "x", text: "x" }
  const seen = await transport.sendMail(mail).then(
    ({ accepted, rejected }) => `resolved, accepted ${JSON.stringify(accepted)}, rejected ${rejected.length}`,
    (error) => `rejected with ${error.responseCode}`,
  )
  console.log(`${lmtp ? "LMTP" : "SMTP"}: ${seen}`)
  transport.close()
  server.close()
}
JS
seen=$(node look.mjs)
expected='LMTP: resolved, accepted [], rejected 2
SMTP: rejected with 550'
echo "$seen"
[ "$seen" = "$expected" ] || { echo "nodemailer behaves differently now" >&2; exit 1; }
echo "nodemailer 10.6.0 still resolves where an LMTP server has refused every recipient"
