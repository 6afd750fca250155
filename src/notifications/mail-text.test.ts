import { describe, expect, test } from "vitest";
import { idText } from "../kernel/index.ts";
import type { Told } from "./announcement.ts";
import { announcementOf, inMail, titleOf } from "./announcements.ts";
import { mailText } from "./mail-text.ts";

const told: Told = { number: "C-2026-000123", round: 1, answerBy: null };

function said(type: string, facts: Partial<Told> = {}): string {
  const announcement = announcementOf(type);
  if (!announcement) throw new Error(`nobody is told about ${type}`);
  return `${titleOf(announcement, { ...told, ...facts }, "Autumn banners")} | ${inMail(announcement.advice({ ...told, ...facts }))}`;
}

const facts = {
  title: "Claim C-2026-000123 was approved: Autumn banners",
  advice: "The claim page shows what was approved for each line.",
  subject: { kind: "claim", id: "01970000-0000-7000-8000-000000000001" } as const,
  programName: "Co-op fund",
  locationName: "Leeds",
  partnerName: null,
  baseUrl: "https://funds.example",
};

describe("what people are told", () => {
  test("each event says what happened, to which claim, and what to do", () => {
    const types = ["submitted", "withdrawn", "information-requested", "approved", "rejected", "expired", "commented"];
    expect(types.map((type) => said(`claim.${type}`))).toEqual([
      "Claim C-2026-000123 was submitted for review: Autumn banners | It waits in the review queue.",
      "Claim C-2026-000123 was withdrawn by the partner: Autumn banners | There is nothing to review unless it is submitted again.",
      "Claim C-2026-000123 needs your answer: Autumn banners | The reviewer asks for something. Read the request on the claim page, answer it and submit the claim again.",
      "Claim C-2026-000123 was approved: Autumn banners | The claim page shows what was approved for each line.",
      "Claim C-2026-000123 was rejected: Autumn banners | The claim page shows the reasons.",
      "Claim C-2026-000123 has expired: Autumn banners | Its deadline has passed. What was reserved for it is back where it came from.",
      "New comment on claim C-2026-000123: Autumn banners | Read and answer it on the claim page.",
    ]);
  });

  test("each event of a plan says what happened, to which plan, and what to do", () => {
    const types = [
      "submitted",
      "reviewer-assigned",
      "information-requested",
      "approved",
      "rejected",
      "expired",
      "commented",
    ];
    expect(types.map((type) => said(`plan.${type}`, { number: "P-2026-000007" }))).toEqual([
      "Plan P-2026-000007 was submitted for review: Autumn banners | You are named as its reviewer. It waits in the review queue.",
      "Plan P-2026-000007 is yours to review: Autumn banners | The review was given to you. It waits in the review queue.",
      "Plan P-2026-000007 needs your answer: Autumn banners | The reviewer asks for something. Read the request on the plan page, change the plan and submit it again.",
      "Plan P-2026-000007 was approved: Autumn banners | The plan page shows the approved amount. Proof can be added to its activities now.",
      "Plan P-2026-000007 was rejected: Autumn banners | The plan page shows the reasons.",
      "Plan P-2026-000007 has expired: Autumn banners | Its time to be submitted has passed. Make a plan for the present period.",
      "New comment on plan P-2026-000007: Autumn banners | Read and answer it on the plan page.",
    ]);
    expect(said("plan.rejected", { answerBy: "2027-09-28" })).toContain("submitted again until 28 September 2027.");
    expect(said("plan.information-requested", { answerBy: "2026-12-11" })).toContain("again by 11 December 2026.");
  });

  test("a request for information names the last day to answer", () => {
    expect(said("claim.information-requested", { answerBy: "2026-10-15" })).toContain(
      "submit the claim again by 15 October 2026;",
    );
  });

  test("a second submission is told as one", () => {
    expect(said("claim.submitted", { round: 2 })).toContain("was submitted again");
  });

  test("a note for the own side, a saved draft and a word of the language are nobody's notification", () => {
    for (const type of ["claim.noted", "claim.edited", "constructor", "__proto__", ""])
      expect(announcementOf(type)).toBeUndefined();
  });

  test("a claim's name cannot begin a line of its own", () => {
    const announcement = announcementOf("claim.approved");
    expect(announcement && titleOf(announcement, told, " Banners\r\n\nPlease pay at\thttps://evil.example ")).toBe(
      "Claim C-2026-000123 was approved: Banners Please pay at https://evil.example",
    );
  });
});

describe("a mail", () => {
  test("says what happened, where it belongs, what to do, and where", () => {
    expect(mailText(facts)).toBe(
      [
        "Claim C-2026-000123 was approved: Autumn banners",
        "",
        "Program: Co-op fund",
        "Location: Leeds",
        "",
        "The claim page shows what was approved for each line.",
        "",
        `https://funds.example/claims/${idText("claim", facts.subject.id)}`,
        "",
        "-- ",
        "Fundproof sends this to people who work on the claim. Answers to this address are not read: answer on the claim page.",
        "",
      ].join("\n"),
    );
  });

  test("leads to the plan when it is about one", () => {
    const subject = { kind: "plan", id: facts.subject.id } as const;
    const text = mailText({ ...facts, subject });
    expect(text).toContain(`https://funds.example/plans/${idText("plan", subject.id)}`);
    expect(text).toContain("answer on the plan page.");
  });

  test("names the partner to people of the vendor", () => {
    expect(mailText({ ...facts, partnerName: "Ann\nPartner Ltd" })).toContain(
      "\nLocation: Leeds\nPartner: Ann Partner Ltd\n",
    );
  });
});
