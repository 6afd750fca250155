import { invalid } from "../kernel/index.ts";
import { reasonCodeOf } from "./edition.ts";
import type { Edition } from "./program.ts";

/** Refuses a reason code that the edition does not have for this use; reason codes are data of the edition. */
export function checkReason(
  edition: Edition,
  code: string,
  use: "action" | "reject" | "cut",
  field = "reasonCode",
): void {
  const known = reasonCodeOf(edition.document, code);
  if (known?.usedFor.includes(use)) return;
  const choices = edition.document.reasonCodes
    .filter((reason) => reason.usedFor.includes(use))
    .map((reason) => reason.code);
  throw invalid("reason-unknown", `Give one of the reasons of this program: ${choices.join(", ")}.`, [
    { field, code: "unknown-reason", message: `"${code}" is no reason for this.` },
  ]);
}
