import type { FastifyInstance } from "fastify";
import { API_BASE } from "../platform/http/index.ts";
import { demoAccounts, demoPassword } from "./demo-accounts.ts";

/**
 * `GET /api/v1/demo`: the accounts the sign-in page offers, for everybody. Registered in demo mode only; without it the path
 * answers 404 like any other that does not exist.
 */
export function registerDemoRoute(app: FastifyInstance): void {
  app.get(`${API_BASE}/demo`, { config: { open: true } }, () => ({ accounts: demoAccounts, password: demoPassword }));
}
