import type { Tx } from "../../kernel/database.ts"
import { tellInbox } from "../../notifications/index.ts"

/** Tells the holder that their certificate is there. */
export const tellIssued = (tx: Tx, certificateId: string, personId: string): Promise<void> =>
  tellInbox(tx, { notice: "qualification.certificate", subjectId: certificateId, groupId: certificateId }, [
    personId,
  ])
