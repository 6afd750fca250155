import type { Edition } from "../../web/api/schema.gen.d.ts";
import { completeClaim, draftClaim, reviewPath } from "./claims.ts";
import { looksRight } from "./look.ts";
import { expect, PEOPLE, test } from "./program.ts";

// Rules of its own are published here, which no other journey may meet: a program beside theirs.
test.use({ beside: "asked-of-a-claim" });

test("A claim is asked what its program asks: sponsors, the event and fields of its own, with help, and shown in the review", async ({
  enter,
  apiOf,
}) => {
  test.slow();
  const manager = await apiOf(PEOPLE.programManager);
  const partner = await apiOf(PEOPLE.partner);
  const before = await draftClaim(partner);
  const {
    id: _id,
    version: _version,
    status: _status,
    effectiveOn: _on,
    effectiveTo: _to,
    documentHash: _hash,
    publishedAt: _at,
    ...rules
  } = await manager.get<Edition>(`/programs/coop/editions/${before.edition.programYear}`);
  const draft = await manager.post<{ id: string }>("/programs/coop/editions", {
    ...rules,
    costShare: [{ share: { kind: "equal-parts", most: "50" } }],
    claims: {
      ...rules.claims,
      fields: [
        { code: "opportunity", name: "Opportunity", kind: "text", required: true, pattern: "O-######" },
        {
          code: "hall",
          name: "Kind of hall",
          kind: "choice",
          required: false,
          choices: [
            { code: "own", name: "Own hall" },
            { code: "rented", name: "Rented hall" },
          ],
        },
      ],
      counts: [{ code: "per-event", counts: "claims", most: 3, per: "event" }],
    },
  });
  await manager.post(`/editions/${draft.id}/publication`, {});
  const claim = await completeClaim(partner, { amount: "480.00" });

  const page = await enter(PEOPLE.partner, `/claims/${claim.id}`);
  const asked = page.getByRole("region", { name: "What this program asks" });
  await test.step("What is missing stands in the checklist; a wrong form is told at the field", async () => {
    await expect(asked).toContainText("The vendor pays 1/1, ≤ 50 %");
    await expect(page.getByRole("complementary", { name: "Checklist" })).toContainText("Enter: Opportunity.");
    await asked.getByRole("textbox", { name: "Opportunity" }).fill("seven");
    await expect(asked).toContainText("Correct Opportunity");
  });

  await test.step("Sponsors lower the vendor's part, and everything is kept", async () => {
    await asked.getByRole("textbox", { name: "Opportunity" }).fill("O-123456");
    await asked.getByRole("textbox", { name: "Number of sponsoring vendors" }).fill("3");
    await asked.getByRole("textbox", { name: "Event" }).fill("Autumn fair");
    await asked.getByRole("combobox", { name: "Kind of hall" }).click();
    await page.getByRole("option", { name: "Rented hall" }).click();
    await expect(asked).toContainText("The vendor pays 1/3, ≤ 50 %");
    await expect(asked).not.toContainText("Correct Opportunity");
    await looksRight(page, "claim, what the program asks");
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.reload();
    await expect(asked.getByRole("textbox", { name: "Event" })).toHaveValue("Autumn fair");
  });

  await test.step("The claim's page and the review show it", async () => {
    await partner.patch(`/claims/${claim.id}`, { amountClaimed: { amount: "160.00", currency: claim.currency } });
    const { acknowledgements } = await partner.get<{ acknowledgements: { code: string }[] }>(
      `/claims/${claim.id}/findings`,
    );
    await partner.post(`/claims/${claim.id}/submission`, {
      acknowledgements: acknowledgements.map(({ code }) => code),
    });
    const review = await enter(PEOPLE.reviewer, reviewPath(claim));
    for (const words of ["O-123456", "Rented hall", "Autumn fair", "1/3, ≤ 50 %"]) {
      await expect(review.getByText(words, { exact: false }).first()).toBeVisible();
    }
  });
});
