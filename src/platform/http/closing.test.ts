import { Agent, get } from "node:http";
import { expect, test } from "vitest";
import { createLog } from "../log/index.ts";
import { createServer } from "./server.ts";

test("a server that is told to stop does not wait for lines that were kept open behind the last answer", async () => {
  const app = await createServer({ log: createLog("silent"), whoIs: async () => undefined, secure: false });
  const begun = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  app.get("/slow", async () => {
    begun.resolve();
    await mayEnd.promise;
    return "done";
  });
  const url = `${await app.listen({ port: 0, host: "127.0.0.1" })}/slow`;
  const agent = new Agent({ keepAlive: true });
  const answered = new Promise<string>((resolve, reject) => {
    get(url, { agent }, (answer) => {
      answer.setEncoding("utf8").on("data", resolve);
    }).on("error", reject);
  });
  await begun.promise;
  const closed = app.close();
  // Closing has begun when the answer goes out.
  setTimeout(() => mayEnd.resolve(), 50);
  expect(await answered).toBe("done");
  await closed;
  agent.destroy();
}, 5000);
