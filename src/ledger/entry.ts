import type { IsoDate } from "../kernel/index.ts";
import type { Money } from "../money/index.ts";
import type { AccountKind, TemplateName } from "./flows.ts";

/** An account by what it is for; the ledger opens it when it is first used. */
export interface AccountRef {
  readonly kind: AccountKind;
  /** The fund it belongs to; none for the program's own accounts. */
  readonly fundId?: string;
  /** The claim, plan or payment it belongs to, where there is one. */
  readonly subjectId?: string;
}

/** An amount above nothing that goes from one account to another. */
export interface Transfer {
  readonly from: AccountRef;
  readonly to: AccountRef;
  readonly amount: Money;
  /** Legal entity of the vendor that pays; asked for where money comes in from the program's expense. */
  readonly payingEntity?: string;
}

/** What an entry comes from; the statement of a fund names and opens it. */
export type SourceType = "claim" | "adjustment" | "earning" | "plan" | "plan-payment";

/** One business event that moves money. Made by a template, never by hand. */
export interface Entry {
  readonly template: TemplateName;
  /** Names the business event; the same one is never posted twice: `claim:<uuid>:submitted:1`. */
  readonly businessKey: string;
  readonly programId: string;
  readonly partnerId: string;
  readonly fundId: string;
  readonly source: { readonly type: SourceType; readonly id: string };
  /** The day it counts for (statements, periods). */
  readonly effectiveOn: IsoDate;
  readonly reasonCode?: string | undefined;
  readonly note?: string | undefined;
  readonly reversesId?: string | undefined;
  readonly transfers: readonly Transfer[];
}
