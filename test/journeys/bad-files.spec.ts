import type { Claim } from "../../web/api/schema.gen.d.ts";
import { draftClaim } from "./claims.ts";
import { FILES, fileOf } from "./files.ts";
import { Partner } from "./partner.ts";
import { expect, MAX_UPLOAD_BYTES, PEOPLE, test } from "./program.ts";

const tooLarge = {
  name: "whole-campaign.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(MAX_UPLOAD_BYTES + 60_000, 0x20)]),
};

const bad = [
  {
    title: "A program that is named like a picture is refused in words",
    file: fileOf(FILES.lyingPicture),
    says: /Its name says PNG picture/,
  },
  { title: "An empty file is refused in words", file: fileOf(FILES.empty), says: /This file is empty/ },
  { title: "A file above the limit is refused in words", file: tooLarge, says: /This file has 460 kB, which is more/ },
] as const;

for (const { title, file, says } of bad) {
  test(title, async ({ enter, apiOf }) => {
    const api = await apiOf(PEOPLE.partner);
    const claim = await draftClaim(api);
    const partner = new Partner(await enter(PEOPLE.partner, `/claims/${claim.id}`));
    await partner
      .slot(/^Screenshot of the advertisement/)
      .locator("input[type=file]")
      .setInputFiles(file);
    const answer = partner.section("Proof").getByRole("status").filter({ hasText: file.name });
    await expect(answer).toContainText(says);
    await answer.getByRole("button", { name: "Leave out" }).click();
    await expect(answer).toHaveCount(0);
    expect((await api.get<Claim>(`/claims/${claim.id}`)).documents).toEqual([]);
  });
}

test("A file that is refused as an invoice leaves the typed invoice alone", async ({ enter, apiOf }) => {
  const claim = await draftClaim(await apiOf(PEOPLE.partner));
  const partner = new Partner(await enter(PEOPLE.partner, `/claims/${claim.id}`));
  await partner.page.getByRole("button", { name: "Add an invoice" }).click();
  const form = partner.page.getByRole("form", { name: "Invoice" });
  await form.getByLabel("Supplier").fill("Lighthouse Studio Inc.");
  await form.locator("input[type=file]").setInputFiles(fileOf(FILES.lyingPicture));
  await expect(form.getByRole("status")).toContainText(/Its name says PNG picture/);
  await expect(form.getByLabel("Supplier")).toHaveValue("Lighthouse Studio Inc.");
});
