import { type RawBuilder, type SelectQueryBuilder, sql } from "kysely";
import { z } from "zod";
import { decodeCursor, encodeCursor, invalidCursor } from "../../kernel/index.ts";
import { isUnreadable } from "../database/index.ts";

/** One order a list may have: an expression that is never null, and the type its values have. */
export interface SortKey {
  readonly by: RawBuilder<unknown>;
  readonly type: "timestamptz" | "text" | "bigint" | "date" | "uuid";
}

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** The query of a list: `limit` 1 to 200 (50), `cursor`, `sort=field` or `-field`, and the filters of the resource. */
export function listQuery<F extends z.ZodRawShape>(sorts: readonly string[], filters: F) {
  const names = sorts.flatMap((name) => [name, `-${name}`]);
  return z.strictObject({
    limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
    cursor: z.string().max(2000).optional(),
    sort: z
      .string()
      .refine((text) => names.includes(text), {
        message: `Sort by one of: ${names.join(", ")}.`,
        params: { code: "unknown-sort" },
      })
      .optional(),
    ...filters,
  });
}

/** The wire form of a list. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** A page of rows and the cursor of the next one. */
export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

/**
 * Runs a query as one page of a list: ordered by the chosen key and then by id, starting after the cursor. The query must
 * select the id as `id`; `idRef` names that column.
 */
export async function page<DB, TB extends keyof DB, O extends { id: string }>(
  query: SelectQueryBuilder<DB, TB, O>,
  options: {
    readonly sorts: Readonly<Record<string, SortKey>>;
    readonly defaultSort: string;
    readonly idRef: RawBuilder<unknown>;
    readonly list: { readonly limit: number; readonly cursor?: string | undefined; readonly sort?: string | undefined };
  },
): Promise<Page<O>> {
  const { sorts, idRef, list } = options;
  const sort = list.sort ?? options.defaultSort;
  const descending = sort.startsWith("-");
  const key = sorts[descending ? sort.slice(1) : sort];
  if (!key) throw new RangeError(`unknown sort ${sort}`);
  const direction = descending ? sql.raw("desc") : sql.raw("asc");
  let paged = query
    .select(sql<string>`(${key.by})::text`.as("sort_key"))
    .orderBy(sql`${key.by} ${direction}, ${idRef} ${direction}`)
    .limit(list.limit + 1);
  if (list.cursor !== undefined) {
    const [after, id] = decodeCursor(sort, 2, list.cursor);
    const beyond = descending ? sql.raw("<") : sql.raw(">");
    paged = paged.where(sql<boolean>`(${key.by}, ${idRef}) ${beyond} (${after}::${sql.raw(key.type)}, ${id}::uuid)`);
  }
  const rows = (await paged.execute().catch((error: unknown) => {
    // A cursor that somebody made up may hold what is no value of the sort; all else comes from the query's schema.
    throw list.cursor !== undefined && isUnreadable(error) ? invalidCursor() : error;
  })) as unknown as (O & { sort_key: string })[];
  const items = rows.slice(0, list.limit);
  const last = items.at(-1);
  const more = rows.length > list.limit && last !== undefined;
  return { items, nextCursor: more ? encodeCursor(sort, [last.sort_key, last.id]) : null };
}
