import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { createTurnstile } from "./turnstile.ts";

describe("the turnstile before the password check", () => {
  test("lets in only a few at a time, everybody in the end, in order of arrival", async () => {
    const turnstile = createTurnstile(2);
    const order: number[] = [];
    let inside = 0;
    let most = 0;
    await Promise.all(
      [1, 2, 3, 4, 5, 6].map((guest) =>
        turnstile(async () => {
          order.push(guest);
          inside += 1;
          most = Math.max(most, inside);
          await sleep(2);
          inside -= 1;
        }),
      ),
    );
    expect(most).toBe(2);
    expect(order).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("frees the place of somebody whose check failed", async () => {
    const turnstile = createTurnstile(1);
    await expect(turnstile(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    await expect(turnstile(() => Promise.resolve("in"))).resolves.toBe("in");
  });
});
