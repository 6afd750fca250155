import { once } from "node:events";
import { Readable } from "node:stream";
import type pg from "pg";

/** What the driver's connection can do beside what its types tell: the client's half of COPY. */
interface CopyConnection extends pg.Connection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

const PIECE_BYTES = 65_536;

/** The rows of a query in PostgreSQL's text form, a line each. */
export interface CopiedRows {
  readonly stream: Readable;
  /** How many rows have come so far. */
  readonly rows: () => number;
}

/**
 * Runs `copy (...) to stdout` and gives what comes as a stream that is never read faster than it is taken. The connection is
 * busy until the stream has ended; a stream that is given up half-way leaves the connection unusable.
 */
export function copyOut(client: pg.Client, statement: string): CopiedRows {
  let rows = 0;
  let gathered: Buffer[] = [];
  let bytes = 0;
  let socket: pg.Connection["stream"] | undefined;
  const stream = new Readable({
    highWaterMark: 4 * PIECE_BYTES,
    read: () => void socket?.resume(),
  });
  const flush = (): void => {
    const piece = Buffer.concat(gathered);
    [gathered, bytes] = [[], 0];
    if (piece.length > 0 && !stream.destroyed && !stream.push(piece)) socket?.pause();
  };
  const query = {
    submit: (connection: pg.Connection) => {
      socket = connection.stream;
      connection.query(statement);
    },
    handleCopyData: ({ chunk }: { chunk: Buffer }) => {
      rows += 1;
      // The driver uses its buffer again for what comes next.
      gathered.push(Buffer.from(chunk));
      bytes += chunk.length;
      if (bytes >= PIECE_BYTES) flush();
    },
    handleCommandComplete: () => undefined,
    handleReadyForQuery: () => {
      flush();
      if (!stream.destroyed) stream.push(null);
    },
    handleError: (error: Error) => void stream.destroy(error),
  };
  client.query(query);
  return { stream, rows: () => rows };
}

/**
 * Runs `copy ... from stdin` with the bytes of a stream. When the stream fails, nothing of it is kept and its error is thrown.
 * Resolves with the number of rows.
 */
export function copyIn(client: pg.Client, statement: string, source: Readable): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let rows = 0;
  let failure: Error | undefined;
  const send = async (connection: CopyConnection): Promise<void> => {
    try {
      for await (const chunk of source) {
        // The server has refused a line: what follows would be thrown away.
        if (failure !== undefined) return;
        connection.sendCopyFromChunk(chunk as Buffer);
        if (connection.stream.writableNeedDrain) await once(connection.stream, "drain");
      }
      connection.endCopyFrom();
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
      connection.sendCopyFail("the source failed");
    }
  };
  const query = {
    submit: (connection: pg.Connection) => connection.query(statement),
    // The types of the driver know the connection without its half of COPY.
    handleCopyInResponse: (connection: pg.Connection) => void send(connection as CopyConnection),
    handleCommandComplete: ({ text }: { text: string }) => {
      rows = Number(text.split(" ")[1]);
    },
    handleReadyForQuery: () => resolve(rows),
    handleError: (error: Error) => {
      failure ??= error;
      reject(failure);
    },
  };
  client.query(query);
  return promise;
}
