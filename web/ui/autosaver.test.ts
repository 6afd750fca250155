import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiProblem, Offline } from "../api/problem.ts";
import { Autosaver, type KeptText, type SavePorts } from "./autosaver.ts";

interface Draft {
  version: number;
  name: string;
  note: string;
}
type Form = { name: string; note: string };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const stale = () => new ApiProblem(412, { code: "stale", detail: "changed meanwhile" });

function desk(
  answers: (Draft | Error)[],
  server: Draft = { version: 1, name: "Ads", note: "" },
  keptBefore?: KeptText<Form>,
) {
  const sent: [Partial<Form>, number][] = [];
  let kept: KeptText<Form> | undefined;
  const ports: SavePorts<Draft, Form> = {
    fields: ({ name, note }) => ({ name, note }),
    save: async (change, version) => {
      sent.push([change, version]);
      const answer = answers.shift() ?? { ...server, ...change, version: version + 1 };
      if (answer instanceof Error) throw answer;
      return answer;
    },
    load: async () => server,
    onSaved: () => undefined,
    keep: (text) => {
      kept = text;
    },
  };
  const saver = new Autosaver(ports, { version: 1, name: "Ads", note: "" }, keptBefore);
  return { saver, sent, kept: () => kept, wait: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}

describe("a draft saves itself", () => {
  it("after a short pause, once, with the version it is based on", async () => {
    const { saver, sent, wait, kept } = desk([]);
    saver.set({ name: "A" });
    saver.set({ name: "Autumn" });
    await wait(1_000);
    expect(sent).toEqual([[{ name: "Autumn" }, 1]]);
    expect(saver.snapshot().state.kind).toBe("saved");
    expect(kept()).toBeUndefined();
  });

  it("sends what was typed during a save with the next one, on the new version", async () => {
    const { saver, sent, wait } = desk([]);
    saver.set({ name: "One" });
    const first = saver.flush();
    saver.set({ note: "two" });
    await first;
    await wait(1_000);
    expect(sent).toEqual([
      [{ name: "One" }, 1],
      [{ note: "two" }, 2],
    ]);
  });

  it("keeps the text in the browser without a connection, and sends it later", async () => {
    const { saver, sent, wait, kept } = desk([new Offline(undefined)]);
    saver.set({ name: "Autumn" });
    await wait(1_000);
    expect(saver.snapshot().state.kind).toBe("offline");
    expect(kept()?.change).toEqual({ name: "Autumn" });
    await wait(10_000);
    expect(sent).toHaveLength(2);
    expect(saver.snapshot().state.kind).toBe("saved");
  });

  it("merges by itself when somebody else changed another field", async () => {
    const { saver, sent, wait } = desk([stale()], { version: 7, name: "Ads", note: "theirs" });
    saver.set({ name: "Mine" });
    await wait(2_000);
    expect(sent.at(-1)).toEqual([{ name: "Mine" }, 7]);
    expect(saver.snapshot().state.kind).toBe("saved");
  });

  it("shows both texts when both changed the same field, and saves the one that is chosen", async () => {
    const { saver, sent, wait } = desk([stale()], { version: 7, name: "Theirs", note: "" });
    saver.set({ name: "Mine", note: "kept" });
    await wait(2_000);
    expect(saver.snapshot().conflict?.fields).toEqual([{ name: "name", mine: "Mine", theirs: "Theirs" }]);
    expect(sent).toHaveLength(1);
    saver.settle(false);
    await wait(100);
    expect(sent.at(-1)).toEqual([{ note: "kept" }, 7]);
  });

  it("keeps refused text on the screen with the server's words", async () => {
    const refusal = new ApiProblem(422, {
      detail: "Please check.",
      errors: [{ field: "name", code: "empty", message: "Write something here." }],
    });
    const { saver, wait } = desk([refusal]);
    saver.set({ name: "" });
    await wait(1_000);
    expect(saver.snapshot().unsaved).toEqual({ name: "" });
    expect(saver.snapshot().refused.get("name")).toBe("Write something here.");
  });

  it("brings back text of an earlier visit, and asks when the field was changed meanwhile", () => {
    const kept = { change: { name: "Mine" }, base: { name: "Before", note: "" } };
    expect(desk([], undefined, kept).saver.snapshot().conflict?.fields).toEqual([
      { name: "name", mine: "Mine", theirs: "Ads" },
    ]);
    const fine = { change: { name: "Mine" }, base: { name: "Ads", note: "" } };
    expect(desk([], undefined, fine).saver.snapshot()).toMatchObject({
      unsaved: { name: "Mine" },
      state: { kind: "waiting" },
    });
  });
});
