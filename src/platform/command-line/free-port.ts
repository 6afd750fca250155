import { lookup } from "node:dns/promises";
import { createServer } from "node:net";
import { OperatorError } from "../operator-error.ts";

/**
 * Looks whether the address is free before anything else is started, so that the refusal comes at once. Every address
 * behind the name is tried: `localhost` means both 127.0.0.1 and ::1, and another program may hold only one of them.
 *
 * @throws OperatorError that names PORT or HOST, whichever is wrong.
 */
export async function refuseTakenPort(host: string, port: number): Promise<void> {
  for (const address of await addressesOf(host)) {
    const code = await tryListen(address, port);
    if (code !== undefined) refuse(code, host, address, port);
  }
}

async function addressesOf(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true })).map((found) => found.address);
  } catch (error) {
    throw new OperatorError(`HOST=${host} is no address of this machine: the name is not known.`, { cause: error });
  }
}

function tryListen(address: string, port: number): Promise<string | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    server.listen({ host: address, port, exclusive: true }, () => server.close(() => done(undefined)));
  });
}

function refuse(code: string, host: string, address: string, port: number): void {
  if (code === "EADDRINUSE") {
    throw new OperatorError(
      `Another program already listens on port ${port} of ${address}. Stop it, or choose another port: PORT=${port + 1}`,
    );
  }
  if (code === "EACCES") {
    throw new OperatorError(`This user may not listen on port ${port}. Choose a port from 1024 up with PORT.`);
  }
  // A machine without IPv6 still knows localhost by both addresses; one that is asked for by itself must exist.
  if (host === "localhost" && address === "::1") return;
  throw new OperatorError(
    `The program cannot listen on HOST=${host} (${address}): ${code}. Use an address of this machine, or 0.0.0.0.`,
  );
}
