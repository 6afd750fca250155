import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ID_PREFIXES, type IdKind, idText, newUuid, uuidOf } from "./id.ts";

const kinds = Object.keys(ID_PREFIXES) as IdKind[];
const kind = fc.constantFrom(...kinds);

describe("ids", () => {
  test("come back the same when they are written for the edge and read again", () => {
    fc.assert(
      fc.property(kind, fc.uuid(), (of, uuid) => {
        const text = idText(of, uuid);
        expect(text).toMatch(/^[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}$/);
        expect(uuidOf(of, text)).toBe(uuid);
      }),
    );
  });

  test("of one kind are none of another, and each kind has a prefix of its own", () => {
    expect(new Set(Object.values(ID_PREFIXES)).size).toBe(kinds.length);
    fc.assert(
      fc.property(kind, kind, fc.uuid(), (one, other, uuid) => {
        if (one !== other) expect(uuidOf(other, idText(one, uuid))).toBeUndefined();
      }),
    );
  });

  test("have one spelling: what is read is written back the same", () => {
    fc.assert(
      fc.property(
        kind,
        fc.string({
          minLength: 26,
          maxLength: 26,
          unit: fc.constantFrom(..."0123456789abcdefghijklmnopqrstuvwxyzILO-".split("")),
        }),
        (of, digits) => {
          const text = `${ID_PREFIXES[of]}_${digits}`;
          const uuid = uuidOf(of, text);
          if (uuid !== undefined) expect(idText(of, uuid)).toBe(text);
        },
      ),
    );
  });

  test.each([
    "",
    "clm_",
    "clm",
    `clm_${"0".repeat(25)}`,
    `clm_${"0".repeat(27)}`,
    `clm_${"z".repeat(26)}`,
    `clm_${"8"}${"0".repeat(25)}`,
    `CLM_${"0".repeat(26)}`,
    `clm_${"0".repeat(25)}U`,
    `clm_${"0".repeat(25)}i`,
    ` clm_${"0".repeat(26)}`,
    "00000000-0000-7000-8000-000000000000",
  ])("%j is none", (text) => {
    expect(uuidOf("claim", text)).toBeUndefined();
  });

  test("take the whole range and no more", () => {
    const most = "ffffffff-ffff-ffff-ffff-ffffffffffff";
    expect(idText("claim", most)).toBe(`clm_7${"z".repeat(25)}`);
    expect(uuidOf("claim", `clm_7${"z".repeat(25)}`)).toBe(most);
    expect(idText("claim", "00000000-0000-0000-0000-000000000001")).toBe(`clm_${"0".repeat(25)}1`);
  });
});

describe("a new id", () => {
  const at = new Date("2026-11-23T12:00:00Z");

  test("is a UUID of version 7 that carries its time", () => {
    const uuid = newUuid(at);
    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(uuid.replaceAll("-", "").slice(0, 12), 16)).toBe(at.getTime());
  });

  test("is never one that was there, and sorts after those of earlier milliseconds, as UUID and as text", () => {
    const many = Array.from({ length: 5000 }, () => newUuid(at));
    expect(new Set(many).size).toBe(5000);
    const later = newUuid(new Date(at.getTime() + 1));
    for (const uuid of many) {
      expect(uuid < later).toBe(true);
      expect(idText("claim", uuid) < idText("claim", later)).toBe(true);
    }
  });
});
