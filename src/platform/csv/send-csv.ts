import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import { contentDisposition } from "../files/index.ts";
import { BYTE_ORDER_MARK, csvLine } from "./csv.ts";

/** A column of a file: its name, and its cell of one row; null is an empty cell. */
export type CsvColumn<T> = readonly [name: string, cell: (row: T) => string | null];

/** How many rows of a list are read at a time: a file is written while it is read, and never lies in memory whole. */
export const CSV_CHUNK = 200;

/** Names of the columns, in their order. */
export const columnNames = <T>(columns: readonly CsvColumn<T>[]): readonly string[] => columns.map(([name]) => name);

/** Answers with a CSV file of that name: its header, then the rows as they are read. */
export function sendCsv<T>(
  reply: FastifyReply,
  fileName: string,
  columns: readonly CsvColumn<T>[],
  chunks: AsyncIterable<readonly T[]>,
): FastifyReply {
  return reply
    .headers({
      "cache-control": "no-store",
      "content-disposition": contentDisposition("attachment", fileName),
      "content-type": "text/csv; charset=utf-8",
      "x-content-type-options": "nosniff",
    })
    .send(Readable.from(textOf(columns, chunks)));
}

async function* textOf<T>(
  columns: readonly CsvColumn<T>[],
  chunks: AsyncIterable<readonly T[]>,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(columnNames(columns));
  for await (const rows of chunks)
    if (rows.length > 0) yield rows.map((row) => csvLine(columns.map(([, cell]) => cell(row)))).join("");
}

/**
 * The pages of a list one after the other. Give each read a transaction of its own, so that a slow reader of the file holds
 * no connection; a row that changes meanwhile stands in the file as it was when its page was read.
 */
export async function* pagesOf<T>(
  read: (cursor: { cursor?: string }) => Promise<{ readonly items: readonly T[]; readonly nextCursor: string | null }>,
): AsyncGenerator<readonly T[]> {
  let cursor: string | null = null;
  do {
    const { items, nextCursor }: { readonly items: readonly T[]; readonly nextCursor: string | null } = await read(
      cursor === null ? {} : { cursor },
    );
    yield items;
    cursor = nextCursor;
  } while (cursor !== null);
}
