import { describe, expect, it } from "vitest";
import { coopEdition, facts, invoice, line, subject, usd } from "../../../test/builders/judged-claim.ts";
import { evaluate } from "./evaluate.ts";
import type { ClaimSubject, SubjectDocument } from "./subject.ts";

const judge = (changes: Partial<ClaimSubject>) => evaluate(coopEdition(), subject(changes), facts());
const said = (changes: Partial<ClaimSubject>) => judge(changes).findings.map(({ rule, field }) => `${rule} ${field}`);
const file = (evidenceCode: string, note = "What it shows"): SubjectDocument => ({
  id: evidenceCode,
  evidenceCode,
  note,
  kind: "file",
});
const link = (evidenceCode: string): SubjectDocument => ({ ...file(evidenceCode), kind: "link" });

describe("evidence", () => {
  it("names each required piece that is missing", () => {
    expect(said({ documents: [] })).toEqual([
      "evidence.missing documents.ad-screenshot",
      "evidence.missing documents.landing-page-url",
    ]);
  });

  it("accepts a picture or PDF in any slot, a link only where the slot allows one", () => {
    expect(said({ documents: [file("ad-screenshot"), file("landing-page-url")] })).toEqual([]);
    expect(judge({ documents: [link("ad-screenshot"), link("landing-page-url")] }).findings).toMatchObject([
      { rule: "evidence.missing", field: "documents.ad-screenshot", found: "a link" },
    ]);
  });

  it("accepts any one of the alternatives", () => {
    const mail = {
      activityType: "direct-mail-email-sms",
      metrics: { "estimated-reach": { value: "500", fileId: null } },
      invoices: [invoice([line("1000.00", { expenseType: "postage" })])],
    };
    expect(said({ ...mail, documents: [file("final-communication"), file("photo-of-phone-message")] })).toEqual([]);
    expect(said({ ...mail, documents: [file("final-communication"), file("proof-of-distribution")] })).toEqual([]);
    expect(said({ ...mail, documents: [file("final-communication")] })).toEqual([
      "evidence.missing documents.proof-of-distribution",
    ]);
  });

  it("asks for a conditional piece as soon as a line needs it", () => {
    const site = (expenseType: string) => ({
      activityType: "partner-website-and-search",
      documents: [file("site-pages")],
      invoices: [invoice([line("1000.00", { expenseType })])],
    });
    expect(said(site("agency-fee"))).toEqual([]);
    expect(said(site("seo-fee"))).toEqual(["evidence.missing documents.seo-statement-of-work"]);
  });

  it("asks a note of every document, and wonders about one that nobody asked for", () => {
    expect(
      said({ documents: [file("ad-screenshot", "  "), file("landing-page-url"), file("other"), file("call-script")] }),
    ).toEqual(["evidence.note-missing documents[0].note", "evidence.not-asked documents[3].evidenceCode"]);
  });

  describe("of a campaign over several channels", () => {
    const campaign = (documents: SubjectDocument[], expenseType = "agency-fee") =>
      said({
        activityType: "multi-touch-digital-campaign",
        metrics: {},
        documents,
        invoices: [invoice([line("1000.00", { expenseType })])],
      });

    it("is the whole set of each channel in use", () => {
      expect(campaign([])).toEqual(["evidence.missing documents.per-channel-evidence"]);
      expect(campaign([file("ad-screenshot")])).toEqual(["evidence.missing documents.landing-page-url"]);
      expect(campaign([file("ad-screenshot"), file("landing-page-url")])).toEqual([]);
      expect(campaign([file("ad-screenshot"), file("landing-page-url"), file("final-communication")])).toEqual([
        "evidence.missing documents.proof-of-distribution",
      ]);
    });

    it("includes a channel that a cost betrays", () => {
      expect(campaign([file("ad-screenshot"), file("landing-page-url")], "call-centre-fee")).toEqual([
        "evidence.missing documents.call-script",
      ]);
    });

    it("may come as one document for all channels", () => {
      expect(campaign([file("per-channel-evidence")])).toEqual([]);
    });
  });
});

describe("metrics", () => {
  const phone = (calls: string, contacts: string) => ({
    activityType: "telemarketing",
    documents: [file("call-script")],
    invoices: [invoice([line("1000.00", { expenseType: "call-centre-fee" })])],
    metrics: { "calls-made": { value: calls, fileId: null }, "successful-contacts": { value: contacts, fileId: null } },
  });

  it("are asked for, as a file or in words where the type allows it", () => {
    expect(said({ metrics: {} })).toEqual(["metric.missing metrics.results-summary"]);
    expect(said({ metrics: { "results-summary": { value: null, fileId: "f1" } } })).toEqual([]);
  });

  it("must be numbers that can be true", () => {
    expect(said(phone("1200", "85"))).toEqual([]);
    expect(said(phone("many", "-1"))).toEqual([
      "metric.not-plausible metrics.calls-made",
      "metric.not-plausible metrics.successful-contacts",
    ]);
    expect(judge(phone("80", "85")).findings).toMatchObject([{ rule: "metric.not-plausible", severity: "warns" }]);
  });

  it("are waived when only a trainer's renewal is claimed", () => {
    const exam = (...expenseTypes: string[]) =>
      said({
        activityType: "vendor-exams-and-tuition",
        documents: [file("training-or-exam-invoice")],
        metrics: {},
        amountClaimed: usd("100.00"),
        invoices: [invoice(expenseTypes.map((expenseType) => line("100.00", { expenseType })))],
      });
    expect(exam("trainer-renewal-fee")).toEqual([]);
    expect(exam("trainer-renewal-fee", "exam-fee").slice(0, 2)).toEqual([
      "metric.missing metrics.attendee-list",
      "metric.missing metrics.cost-per-person",
    ]);
  });
});

describe("pre-approval", () => {
  const radio = {
    activityType: "broadcast-advertising",
    documents: [link("link-to-recording"), file("final-approval-record")],
    metrics: { "estimated-reach": { value: "90000", fileId: null } },
  } as const;

  it("is asked for where the type needs it", () => {
    expect(said(radio)).toEqual(["pre-approval.missing preApprovalId"]);
    expect(said({ ...radio, preApprovalId: "PA-77" })).toEqual([]);
  });

  it("is asked for above an amount, where the edition says so", () => {
    const edition = coopEdition();
    const types = edition.document.activityTypes.map((type) => ({
      ...type,
      preApprovalAbove: { amount: "500.00", currency: "USD" },
    }));
    const strict = { ...edition, document: { ...edition.document, activityTypes: types } };
    expect(evaluate(strict, subject(), facts()).findings.map((finding) => finding.rule)).toEqual([
      "pre-approval.missing",
    ]);
    const small = subject({ amountClaimed: usd("500.00") });
    expect(evaluate(strict, small, facts()).findings.map((finding) => finding.rule)).toEqual(["amount.claimed"]);
  });
});

describe("the checklist", () => {
  it("lists what is asked, with what is there, and what the reviewer looks for", () => {
    const { checklist } = judge({
      activityType: "print-advertising",
      documents: [],
      metrics: { "estimated-reach": { value: "100", fileId: null } },
    });
    expect(checklist.map(({ kind, code, state }) => `${kind} ${code} ${state}`)).toEqual([
      "cost-proof cost-proof present",
      "evidence final-printed-piece missing",
      "metric estimated-reach present",
      "core-requirement partner-brand-and-contact judged",
      "core-requirement vendor-content judged",
    ]);
  });
});
