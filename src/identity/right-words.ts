import { word } from "../kernel/index.ts";
import type { Right } from "./rights.ts";

/** What each right lets one do, in words that complete "Your roles do not allow you to ...". */
export const DOING: Readonly<Record<Right, string>> = {
  "program.view": word("see programs"),
  "program.maintain": word("maintain programs"),
  "partner.view": word("see partners and locations"),
  "enrollment.answer": word("answer invitations to programs"),
  "enrollment.confirm-payout": word("confirm payout data"),
  "fund.view": word("see funds"),
  "fund.adjust": word("adjust funds"),
  "plan.view": word("see plans"),
  "plan.edit": word("create plans"),
  "plan.submit": word("submit plans"),
  "plan.review": word("review plans"),
  "plan.comment": word("comment on plans"),
  "plan.pay": word("record payments under plans"),
  "evidence.upload": word("upload evidence"),
  "evidence.view": word("see evidence"),
  "claim.view": word("see claims"),
  "claim.edit": word("create claims"),
  "claim.submit": word("submit claims"),
  "claim.submit-for-users": word("submit claims where only admins submit"),
  "claim.dispute": word("dispute decisions on claims"),
  "claim.comment": word("comment on claims"),
  "claim.review": word("review claims"),
  "history.view": word("see histories"),
  "person.view": word("see who has which role"),
  "person.manage": word("manage people"),
  "setting.manage": word("change settings"),
  "role.assign": word("give roles"),
};
