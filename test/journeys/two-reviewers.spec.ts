import type { Claim } from "../../web/api/schema.gen.d.ts";
import { submittedClaim } from "./claims.ts";
import { expect, PEOPLE, test } from "./program.ts";
import { Reviewer } from "./reviewer.ts";

test("Of two reviewers who approve the same claim one wins, and the other sees who decided", async ({
  enter,
  apiOf,
}) => {
  const api = await apiOf(PEOPLE.partner);
  const claim = await submittedClaim(api, { amount: "360.00" });
  const rosa = new Reviewer(await enter(PEOPLE.reviewer));
  const tomasz = new Reviewer(await enter(PEOPLE.secondReviewer));
  await rosa.openDesk(claim);
  await rosa.startReview();
  await tomasz.openDesk(claim);
  const first = await rosa.openApproval();
  const second = await tomasz.openApproval();
  await second.getByRole("textbox", { name: "A word to the partner" }).fill("From Tomasz.");

  await first.getByRole("button", { name: "Approve 360.00 USD" }).click();
  await expect(first).toBeHidden();
  await second.getByRole("button", { name: "Approve 360.00 USD" }).click();

  await expect(
    tomasz.page.getByText("Rosa Delgado has already decided: this claim is approved.").first(),
  ).toBeVisible();
  await expect(tomasz.page.getByText("Approved by Rosa Delgado").first()).toBeVisible();
  await expect(tomasz.page.getByRole("button", { name: "Approve…" })).toHaveCount(0);
  const decided = await api.get<Claim>(`/claims/${claim.id}`);
  expect(decided.status).toBe("approved");
  expect(decided.decision?.by).toBe("Rosa Delgado");
  expect(decided.decision?.comment).toBeNull();
  expect(decided.amountApproved).toEqual(claim.amountClaimed);
});
