import { z } from "zod";
import { idWire, MoneyWire, TimeWire, textIn } from "../platform/http/index.ts";

/** One line of the history of a claim or plan. */
export const HistoryItem = z
  .object({
    id: idWire("event"),
    at: TimeWire,
    type: z.string(),
    label: z.string(),
    actor: z.object({ name: z.string(), side: z.string() }),
    from: z.string().nullable(),
    to: z.string().nullable(),
    reasonCode: z.string().nullable(),
    reason: z.string().nullable(),
    comment: z.string().nullable(),
    about: z.string().nullable().describe("Name of the part it is about, as it was then"),
    amount: MoneyWire.nullable(),
  })
  .meta({ id: "HistoryItem" });
export type HistoryItem = z.input<typeof HistoryItem>;

/** GET /claims/{id}/history, GET /plans/{id}/history */
export const History = z.object({ items: z.array(HistoryItem) }).meta({ id: "History" });

/** POST /claims/{id}/comments, POST /plans/{id}/comments */
export const CommentBody = z
  .strictObject({
    text: textIn(4000),
    visibility: z.enum(["shared", "own-side"]).default("shared"),
    item: z.string().max(60).nullish(),
  })
  .meta({ id: "CommentBody" });
export type CommentBody = z.output<typeof CommentBody>;

/** A comment. */
export const CommentWire = z
  .object({
    id: idWire("comment"),
    at: TimeWire,
    author: z.object({ name: z.string(), side: z.string() }),
    text: z.string(),
    visibility: z.enum(["shared", "own-side"]),
    item: z.string().nullable(),
  })
  .meta({ id: "Comment" });
export type CommentWire = z.input<typeof CommentWire>;

/** GET /claims/{id}/comments, GET /plans/{id}/comments */
export const CommentList = z.object({ items: z.array(CommentWire) }).meta({ id: "CommentList" });
