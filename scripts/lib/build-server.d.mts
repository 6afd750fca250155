/** Builds the server when something it comes from has changed. Gives what the build said when it failed. */
export function ensureServerBuilt(say: (line: string) => void): Promise<string | undefined>;
/** The program, below the root: built, or from its sources where these have changed since or nothing was built. */
export function programFile(): string;
