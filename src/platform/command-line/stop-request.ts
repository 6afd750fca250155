/** Somebody's wish that the program end: Ctrl-C, SIGTERM, a closed terminal, or the end of the script that started it. */
export interface StopRequest {
  readonly isRequested: () => boolean;
  /** Resolves at the first request; later ones change nothing, so that a shutdown is never cut short half-way. */
  readonly requested: Promise<string>;
  /** Makes the request from inside, when something the program needs has gone. */
  readonly request: (why: string) => void;
}

/** Listens for requests to stop, from now until the process ends. */
export function listenForStop(): StopRequest {
  let reason: string | undefined;
  const { promise, resolve } = Promise.withResolvers<string>();
  const request = (why: string): void => {
    reason ??= why;
    resolve(reason);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => request(signal));
  // `npm start` keeps a channel to us open: when it is killed, the channel closes, and we must not stay behind alone.
  process.on("disconnect", () => request("the end of the process that started it"));
  process.channel?.unref();
  return { isRequested: () => reason !== undefined, requested: promise, request };
}
