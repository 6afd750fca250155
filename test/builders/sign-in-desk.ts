import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll } from "vitest";
import { type Organisation, type Person, registerSignIn } from "../../src/identity/index.ts";
import { answerUnknownPaths, createServer } from "../../src/platform/http/index.ts";
import { createLog } from "../../src/platform/log/index.ts";
import type { TestDatabase } from "../database/use-database.ts";
import { buildPartner, buildPerson } from "./identity.ts";

/** Signs the cookies of these tests. */
export const SIGN_IN_SECRET = "a secret of more than thirty-two characters";
/** The address the desk is set up for unless a test says otherwise. */
export const SIGN_IN_BASE_URL = "http://localhost:3000";

interface SignInOptions {
  readonly headers?: Record<string, string>;
  readonly remoteAddress?: string;
  /** Another server than the desk's own. */
  readonly on?: FastifyInstance;
}

/** A server with nothing but signing in, and people of a partner who can. */
export function useSignInDesk(database: TestDatabase) {
  const log = createLog("silent");
  let partner: Organisation;
  /** `clock` is the time of the throttle; tests may move it. */
  const state: { clock: Date; app?: FastifyInstance } = { clock: new Date() };
  const running = (): FastifyInstance => {
    if (!state.app) throw new Error("the desk opens in beforeAll: use it inside a test");
    return state.app;
  };
  const start = async ({
    trustedProxy = [],
    ...overrides
  }: {
    baseUrl?: string;
    production?: boolean;
    trustedProxy?: readonly string[];
  } = {}): Promise<FastifyInstance> => {
    const server = await createServer({
      log,
      secure: false,
      whoIs: () => Promise.resolve(undefined),
      trustedProxy,
    });
    const facts = {
      databaseUrl: database.appUrl,
      db: database.db,
      baseUrl: SIGN_IN_BASE_URL,
      secret: SIGN_IN_SECRET,
      production: false,
    };
    await registerSignIn(server, { ...facts, log, now: () => state.clock, ...overrides });
    answerUnknownPaths(server);
    return server;
  };
  const signIn = (email: string, password: string, { headers = {}, on = running(), ...rest }: SignInOptions = {}) =>
    on.inject({
      method: "POST",
      url: "/api/auth/sign-in/email",
      payload: JSON.stringify({ email, password }),
      headers: { "content-type": "application/json", ...headers },
      ...rest,
    });
  beforeAll(async () => {
    state.app = await start();
    partner = (await buildPartner(database.db)).partner;
  });
  afterAll(() => state.app?.close());
  return Object.assign(state, {
    start,
    signIn,
    running,
    newPerson: async (): Promise<Person> => (await buildPerson(database.db, partner, { password: true })).person,
    cookieOf: (answer: { headers: Record<string, unknown> }) =>
      String(answer.headers["set-cookie"]).split(";")[0] ?? "",
  });
}
