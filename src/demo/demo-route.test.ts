import fastify from "fastify";
import { expect, test } from "vitest";
import { demoAccounts, demoPassword, registerDemoRoute } from "./index.ts";

test("the sign-in page gets the accounts and their password in demo mode", async () => {
  const app = fastify();
  registerDemoRoute(app);
  const answer = await app.inject("/api/v1/demo");
  expect(answer.json()).toEqual({ accounts: demoAccounts, password: demoPassword });
  expect(demoAccounts).toHaveLength(10);
  await app.close();
});

test("without demo mode nobody registers the route, and it is not there", async () => {
  const app = fastify();
  expect((await app.inject("/api/v1/demo")).statusCode).toBe(404);
  await app.close();
});
