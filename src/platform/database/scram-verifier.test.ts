import { expect, test } from "vitest";
import { scramVerifier } from "./scram-verifier.ts";

test("the stored form of a password is the one of RFC 7677's example", () => {
  expect(scramVerifier("pencil", Buffer.from("W22ZaJ0SNY7soEsUEjb6gQ==", "base64"))).toBe(
    "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=",
  );
});

test("the same password is stored differently each time", () => {
  expect(scramVerifier("pencil")).not.toBe(scramVerifier("pencil"));
});
