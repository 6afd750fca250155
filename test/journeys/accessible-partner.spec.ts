import { looksRight, looksRightOn } from "./look.ts";
import { expect, PEOPLE, test } from "./program.ts";
import { partnersScreens } from "./screens.ts";

/** Two cores need their time for so many pages. */
test.setTimeout(180_000);

test("The sign-in page is accessible and fits, light and dark, on a desk and on a phone", async ({ knock }) => {
  const page = await knock("/sign-in");
  await expect(page.getByRole("button", { name: new RegExp(PEOPLE.partner) })).toBeVisible();
  await looksRight(page, "sign-in");
});

for (const half of ["first", "second"] as const) {
  test(`Every screen of a partner, the ${half} half, is accessible and fits, light and dark, on a desk and on a phone`, async ({
    enter,
    apiOf,
  }) => {
    await looksRightOn(await enter(PEOPLE.partner), await partnersScreens(await apiOf(PEOPLE.partner)), half);
  });
}
