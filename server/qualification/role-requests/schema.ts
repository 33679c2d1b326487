import { type Static, Type } from "typebox"
import { Choice, Closed, Day, Id, Named, Nullable, Text } from "../../kernel/schemas.ts"

export const NewRoleRequest = Closed("NewRoleRequest", { memberId: Id, reason: Text(1000, 3) })
export type NewRoleRequest = Static<typeof NewRoleRequest>

export const DeclinedRole = Closed("DeclinedRole", { answer: Text(1000, 3) })
export type DeclinedRole = Static<typeof DeclinedRole>

const RequestState = Choice(["open", "granted", "declined"], "RoleRequestState")

/** A learner, whether they have the role, and what became of the latest request for them. */
export const RoleRow = Closed("LearnerRole", {
  memberId: Id,
  name: Type.String(),
  isMine: Type.Boolean(),
  hasRole: Type.Boolean(),
  request: Nullable(
    Closed("LearnerRoleRequest", {
      state: RequestState,
      requestedOn: Day,
      reason: Type.String(),
      answer: Type.String(),
    }),
  ),
})
export type RoleRow = Static<typeof RoleRow>

/** As the administration reads it: whom it is for, who asks, and what for. */
export const OpenRoleRequest = Closed("RoleRequest", {
  id: Id,
  person: Named,
  cohort: Type.String(),
  requestedBy: Nullable(Type.String()),
  requestedOn: Day,
  reason: Type.String(),
})
export type OpenRoleRequest = Static<typeof OpenRoleRequest>
