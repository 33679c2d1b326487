import { and, eq, isNull } from "drizzle-orm"
import type { Tx } from "../../kernel/database.ts"
import { declareNotice, tellInbox } from "../../notifications/index.ts"
import { certificates } from "./tables.ts"

/** Nothing of what is on it: the mail may be read by others. */
export const CERTIFICATE = declareNotice({
  name: "qualification.certificate",
  optOut: { kind: "certificates" },
  ids: ["certificateId"],
  words: {
    de: {
      subject: "Ihr Zertifikat ist da",
      paragraphs: [
        "Ihr Zertifikat ist ausgestellt. Sie können es lesen, speichern und festlegen, was eine Prüfung zeigt.",
      ],
      link: "Zum Zertifikat",
    },
    en: {
      subject: "Your certificate is there",
      paragraphs: [
        "your certificate is issued. You can read it, save it and decide what a check of it shows.",
      ],
      link: "To the certificate",
    },
  },
  /** Of one that was revoked or deleted meanwhile nothing is told. */
  find: async ({ db }, { actor }, { certificateId }) => {
    const [valid] = await db
      .select({ id: certificates.id })
      .from(certificates)
      .where(
        and(
          eq(certificates.id, certificateId),
          eq(certificates.holderId, actor.id),
          isNull(certificates.revokedOn),
        ),
      )
    if (!valid) return null
    return { known: null, content: null, path: `/zertifikate/${certificateId}`, about: certificateId }
  },
  write: (words) => words,
})

/** Tells the holder that their certificate is there. */
export const tellIssued = (tx: Tx, certificateId: string, personId: string): Promise<void> =>
  tellInbox(tx, { notice: "qualification.certificate", subjectId: certificateId, groupId: certificateId }, [
    personId,
  ])
