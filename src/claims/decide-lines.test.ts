import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { certification, coopEdition, facts, invoice, line, subject, usd } from "../../test/builders/judged-claim.ts";
import { DomainError, idText, newUuid } from "../kernel/index.ts";
import { amountText, compare, sum } from "../money/index.ts";
import { evaluate } from "../programs/index.ts";
import { decideLines } from "./decide-lines.ts";
import type { Judgement } from "./judge-claim.ts";

/** A judged claim over lines of these amounts. */
function judged(amounts: readonly string[], claimed?: string, extra: { certified?: boolean } = {}) {
  const lines = amounts.map((amount) => line(amount, { id: newUuid() }));
  const total = sum(
    lines.flatMap((each) => each.lineAmount ?? []),
    "USD",
  );
  const certifications = extra.certified ? [certification({ id: newUuid() })] : [];
  const edition = coopEdition();
  const assessment = evaluate(
    edition,
    subject({
      activityType: extra.certified ? "vendor-syndicated-content" : "digital-advertising",
      invoices: [invoice(lines)],
      certifications,
      amountClaimed: claimed === undefined ? total : usd(claimed),
    }),
    facts(),
  );
  const judgement = { edition, assessment } as unknown as Judgement;
  const ids = lines.map((each) => idText("invoiceLine", each.id));
  return { judgement, ids, certificationIds: certifications.map((each) => idText("certification", each.id)) };
}

const approved = (amount: string, id: string, reasonCode?: string) => ({
  id,
  approvedAmount: usd(amount),
  ...(reasonCode === undefined ? {} : { reasonCode }),
});

function refusal(work: () => unknown): { field: string; code: string }[] {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return (error.errors ?? []).map(({ field, code }) => ({ field, code }));
    throw error;
  }
  return [];
}

describe("a reviewer decides on lines", () => {
  test("lines that are not named are approved as the rules leave them, with the rule's reason where it cut", () => {
    const { judgement } = judged(["600.00", "400.00"], "700.00");
    expect(
      decideLines(judgement, []).map(({ approved: amount, reasonCode }) => [amountText(amount), reasonCode]),
    ).toEqual([
      ["600.00", null],
      ["100.00", "amount-claimed"],
    ]);
  });

  test("a named line is approved as named, with the reason given", () => {
    const { judgement, ids } = judged(["600.00", "400.00"]);
    const lines = decideLines(judgement, [approved("150.00", ids[1] ?? "", "expense-ineligible")]);
    expect(lines.map(({ approved: amount, reasonCode }) => [amountText(amount), reasonCode])).toEqual([
      ["600.00", null],
      ["150.00", "expense-ineligible"],
    ]);
  });

  test("a line may be approved with nothing, for a reason", () => {
    const { judgement, ids } = judged(["600.00", "400.00"]);
    const [first] = decideLines(judgement, [approved("0.00", ids[0] ?? "", "invoice-duplicate")]);
    expect(first).toMatchObject({ approved: usd("0.00"), reasonCode: "invoice-duplicate" });
  });

  test("a certification of in-house cost is a line like others", () => {
    const { judgement, certificationIds } = judged(["600.00"], undefined, { certified: true });
    const lines = decideLines(judgement, [approved("0.00", certificationIds[0] ?? "", "csr-not-allowed")]);
    expect(lines.at(-1)).toMatchObject({ approved: usd("0.00"), reasonCode: "csr-not-allowed" });
  });

  test("a reason given for a line that is approved whole is no reason for anything, and not kept", () => {
    const { judgement, ids } = judged(["600.00"]);
    expect(decideLines(judgement, [approved("600.00", ids[0] ?? "", "cap-exceeded")])[0]?.reasonCode).toBeNull();
  });

  test("a line approved as a rule cut it keeps the rule's reason, unless the reviewer gives another", () => {
    const { judgement, ids } = judged(["600.00"], "500.00");
    expect(decideLines(judgement, [approved("500.00", ids[0] ?? "")])[0]?.reasonCode).toBe("amount-claimed");
    expect(decideLines(judgement, [approved("500.00", ids[0] ?? "", "cap-exceeded")])[0]?.reasonCode).toBe(
      "cap-exceeded",
    );
  });
});

describe("refused, with the line and the field named", () => {
  test.each([
    [
      "a line of another claim",
      () => [approved("1.00", idText("invoiceLine", newUuid()))],
      "lines[0].id",
      "unknown-line",
    ],
    ["something that is no line", () => [approved("1.00", "1")], "lines[0].id", "unknown-line"],
  ])("%s", (_, named, field, code) => {
    const { judgement } = judged(["600.00"]);
    expect(refusal(() => decideLines(judgement, named()))).toEqual([{ field, code }]);
  });

  test("a line that is named twice", () => {
    const { judgement, ids } = judged(["600.00"]);
    const twice = [approved("600.00", ids[0] ?? ""), approved("600.00", ids[0] ?? "")];
    expect(refusal(() => decideLines(judgement, twice))).toEqual([{ field: "lines[1].id", code: "named-twice" }]);
  });

  test("more than the rules leave of the line", () => {
    const { judgement, ids } = judged(["600.00"], "500.00");
    expect(refusal(() => decideLines(judgement, [approved("500.01", ids[0] ?? "")]))).toEqual([
      { field: "lines[0].approvedAmount", code: "above-eligible" },
    ]);
  });

  test("a cut without a reason, and with a reason the program does not have for cuts", () => {
    const { judgement, ids } = judged(["600.00", "400.00"]);
    expect(
      refusal(() =>
        decideLines(judgement, [approved("1.00", ids[0] ?? ""), approved("1.00", ids[1] ?? "", "note-missing")]),
      ),
    ).toEqual([
      { field: "lines[0].reasonCode", code: "reason-required" },
      { field: "lines[1].reasonCode", code: "unknown-reason" },
    ]);
  });

  test("a cut with a reason that the program has for plans only", () => {
    const { judgement, ids } = judged(["600.00"]);
    const cut = [approved("1.00", ids[0] ?? "", "expense-ineligible")];
    expect(refusal(() => decideLines(judgement, cut))).toEqual([]);
    const { document } = judgement.edition;
    const reasonCodes = document.reasonCodes.map((reason) => ({ ...reason, subjects: ["plan" as const] }));
    const edition = { ...judgement.edition, document: { ...document, reasonCodes } };
    expect(refusal(() => decideLines({ ...judgement, edition }, cut))).toEqual([
      { field: "lines[0].reasonCode", code: "unknown-reason" },
    ]);
  });

  test("another currency than the claim's", () => {
    const { judgement, ids } = judged(["600.00"]);
    const euro = { id: ids[0] ?? "", approvedAmount: { minor: 100n, currency: "EUR" } };
    expect(refusal(() => decideLines(judgement, [euro]))).toEqual([
      { field: "lines[0].approvedAmount.currency", code: "currency-mismatch" },
    ]);
  });
});

test("whatever the reviewer decides, no line gets more than the rules leave and every cut has a reason", () => {
  const cents = fc.integer({ min: 1, max: 500_000 });
  const share = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(fc.array(fc.tuple(cents, share), { minLength: 1, maxLength: 8 }), cents, (rows, claimed) => {
      const text = (minor: number) => (minor / 100).toFixed(2);
      const { judgement, ids } = judged(
        rows.map(([amount]) => text(amount)),
        text(claimed),
      );
      const named = judgement.assessment.lines.map(({ eligible }, index) => {
        const amount = (eligible.minor * BigInt(rows[index]?.[1] ?? 0)) / 100n;
        return { id: ids[index] ?? "", approvedAmount: { minor: amount, currency: "USD" }, reasonCode: "cap-exceeded" };
      });
      const lines = decideLines(judgement, named);
      lines.forEach((decided, index) => {
        const assessed = judgement.assessment.lines[index];
        if (!assessed) throw new Error("one decision for each line");
        expect(compare(decided.approved, assessed.eligible)).toBeLessThanOrEqual(0);
        expect(decided.reasonCode === null).toBe(compare(decided.approved, assessed.claimed) === 0);
      });
      const total = sum(
        lines.map((decided) => decided.approved),
        "USD",
      );
      expect(total.minor).toBeLessThanOrEqual(BigInt(claimed));
    }),
    { numRuns: 60 },
  );
});
