import { z } from "zod";
import { idWire, textIn } from "../platform/http/index.ts";

const list = z
  .string()
  .regex(/^[a-z-]{1,30}$/)
  .describe("Name of a list, such as claims");
const name = textIn(80);
const filter = z
  .record(z.string().regex(/^[a-zA-Z]{1,40}$/), z.string().min(1).max(300))
  .refine((value) => Object.keys(value).length <= 20, { message: "At most 20 filters." });
const sort = z.string().max(60).nullable();
const columns = z.array(z.string().regex(/^[a-zA-Z-]{1,40}$/)).max(40);

/** GET /me/views */
export const ViewQuery = z.strictObject({ list: list.optional() });

/** A person's own way to look at a list. */
export const ViewWire = z
  .object({
    id: idWire("view"),
    list: z.string(),
    name: z.string(),
    filter: z.record(z.string(), z.string()),
    sort: z.string().nullable(),
    columns: z.array(z.string()).describe("Keys of the columns that are shown; empty: all of them"),
    isDefault: z.boolean().describe("The list opens with it"),
    version: z.number().int(),
  })
  .meta({ id: "SavedView" });
export type ViewWire = z.input<typeof ViewWire>;

/** GET /me/views: all of them, by list and name. */
export const ViewList = z.object({ items: z.array(ViewWire) }).meta({ id: "SavedViews" });

/** POST /me/views */
export const NewViewBody = z
  .strictObject({
    list,
    name,
    filter: filter.default({}),
    sort: sort.default(null),
    columns: columns.default([]),
    isDefault: z.boolean().default(false),
  })
  .meta({ id: "NewSavedView" });
export type NewViewBody = z.output<typeof NewViewBody>;

/** PATCH /me/views/{id}; a field left out stays as it is. */
export const EditViewBody = z
  .strictObject({
    name: name.optional(),
    filter: filter.optional(),
    sort: sort.optional(),
    columns: columns.optional(),
    isDefault: z.boolean().optional(),
  })
  .meta({ id: "EditSavedView" });
export type EditViewBody = z.output<typeof EditViewBody>;
