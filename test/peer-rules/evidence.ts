import { expect } from "vitest";
import { certification, invoice, line, usd } from "../builders/judged-claim.ts";
import { judged, type PeerRule, requested, ruled, ruledType } from "../builders/judged-edition.ts";

const slot = (code: string, more: Record<string, unknown> = {}) => ({
  code,
  description: code,
  required: true,
  alternatives: [],
  allowsLink: false,
  ...more,
});
const file = (evidenceCode: string, more: Record<string, unknown> = {}) => ({
  id: evidenceCode,
  evidenceCode,
  note: "Shown",
  kind: "file" as const,
  ...more,
});
const link = (evidenceCode: string, url: string, more: Record<string, unknown> = {}) => ({
  ...file(evidenceCode, more),
  kind: "link" as const,
  url,
});
const text = (code: string, more: Record<string, unknown> = {}) => ({
  code,
  name: code,
  kind: "text" as const,
  required: true,
  ...more,
});
const proven = { needed: "always" } as const;

/** Rules about evidence and fields (docs/peer-rules.md, E). */
export const evidence: readonly PeerRule[] = [
  {
    id: "E09",
    says: "an invoice, or a certification of in-house work, and proof of the activity: a file is mandatory",
    holds: () => {
      const edition = ruledType("partner-website-and-search", { evidence: [slot("site-pages")], metrics: [] });
      const site = { activityType: "partner-website-and-search", metrics: {}, invoices: [] };
      expect(judged(edition, { ...site, documents: [] }).rules).toEqual(["cost-proof.missing", "evidence.missing"]);
      const certified = { ...site, certifications: [certification()] };
      expect(judged(edition, { ...certified, documents: [link("site-pages", "https://a.example")] }).rules).toEqual([
        "evidence.missing",
      ]);
      expect(judged(edition, { ...certified, documents: [file("site-pages")] }).rules).toEqual([]);
    },
  },
  {
    id: "E10",
    says: "an invoice in full, or in-house cost on letterhead; proof with dates and brand; metrics",
    holds: () => {
      const cost = slot("cost-breakdown", { required: false, requiredWhen: { kind: "in-house-cost" } });
      const shown = slot("proof", { mustShow: ["vendor-content"], alternativeSets: [["photo", "order"]] });
      const edition = ruledType(
        "partner-website-and-search",
        { evidence: [shown, cost] },
        {
          claims: { invoiceMustShow: [{ code: "full-amount", name: "The full amount" }] },
        },
      );
      const site = { activityType: "partner-website-and-search", invoices: [], certifications: [certification()] };
      expect(judged(edition, { ...site, documents: [file("proof")] }).rules).toEqual(["evidence.missing"]);
      const whole = judged(edition, { ...site, documents: [file("photo"), file("order"), file("cost-breakdown")] });
      expect(whole.rules).toEqual([]);
      expect(whole.checklist.filter(({ field }) => field === "documents.proof").map(({ state }) => state)).toContain(
        "judged",
      );
    },
  },
  {
    id: "E11",
    says: "expected metrics with the application, actual ones with the claim",
    holds: () => {
      const metrics = [
        { code: "leads", name: "Leads", unit: "number" as const, required: true, askedOn: "both" as const },
      ];
      const edition = ruledType("digital-advertising", { metrics });
      expect(requested(edition, { metrics: {} })).toEqual(["metric.missing"]);
      expect(requested(edition, { metrics: { leads: { value: "20", fileId: null } } })).toEqual([]);
      expect(judged(edition, { metrics: {} }).rules).toEqual(["metric.missing"]);
    },
  },
  {
    id: "E16",
    says: "an invoice shows 20 things: those that are entered are read, the others the reviewer looks for",
    holds: () => {
      const read = [
        "issuer-name",
        "invoice-number",
        "invoice-date",
        "billed-to",
        "currency",
        "line-description",
        "line-amount",
      ];
      const more = ["line-quantity", "subtotal", "tax-amount", "total"];
      const seen = [
        "company-number",
        "bank",
        "bank-address",
        "account",
        "swift",
        "settlement-period",
        "tax-rate",
        "tax-number",
        "stamp",
      ];
      const invoiceMustShow = [...read, ...more, ...seen].map((code) => ({ code, name: code }));
      expect(invoiceMustShow).toHaveLength(20);
      const edition = ruled({ claims: { invoiceMustShow } });
      const bare = [{ ...invoice([line("1000.00", { quantity: "1" })]), tax: null }];
      expect(judged(edition, { invoices: bare }).rules).toEqual(["invoice.statement-missing"]);
      const { checklist } = judged(edition, { invoices: bare });
      expect(checklist.filter(({ field }) => field === "invoices").map(({ code }) => code)).toEqual(
        expect.arrayContaining(seen),
      );
    },
  },
  {
    id: "E17",
    says: "a fulfilment type of a list, at most 10 files and 10 links, one contact",
    holds: () => {
      const choices = ["credits", "cash", "discount", "access", "recognition", "resource"].map((code) => ({
        code,
        name: code,
      }));
      const fields = [text("fulfilment", { kind: "choice", choices }), text("contact", { pattern: "*@*.*" })];
      const edition = ruled({ claims: { files: { most: 10, mostLinks: 10 }, fields } });
      const whole = { fields: { fulfilment: "cash", contact: "a@b.example" } };
      expect(judged(edition, whole).rules).toEqual([]);
      expect(judged(edition, { fields: { fulfilment: "gold", contact: "nobody" } }).rules).toEqual([
        "field.not-valid",
        "field.not-valid",
      ]);
      const many = Array.from({ length: 10 }, (_, n) => file("other", { id: `x${n}` }));
      expect(judged(edition, { ...whole, documents: [...many, ...base] }).rules).toEqual(["evidence.too-many"]);
    },
  },
  {
    id: "E18",
    says: 'the name is "[Program] Project - [Customer]", and the opportunity is mandatory',
    holds: () => {
      const name = { pattern: "* Project - *", example: "MAP Project - Contoso" };
      const edition = ruled({ claims: { name, fields: [text("opportunity")] } });
      expect(judged(edition, { name: "Contoso" }).rules).toEqual(["field.missing", "name.pattern"]);
      expect(judged(edition, { name: "MAP Project - Contoso", fields: { opportunity: "O1" } }).rules).toEqual([]);
    },
  },
  {
    id: "E19",
    says: "up to 4 images and 100 links, to allowed domains only, and a post newer than the bounty",
    holds: () => {
      const files = {
        most: 4,
        mostLinks: 100,
        domains: ["social.example"],
        mediaTypes: ["image/*"],
        newerThanActivity: true,
      };
      const edition = ruledType("digital-advertising", { evidence: [slot("post", { allowsLink: true, files })] });
      const ok = link("post", "https://www.social.example/1", { shownOn: "2026-10-02" });
      const rules = (...documents: ReturnType<typeof file>[]) => judged(edition, { documents }).rules;
      expect(rules(ok as never)).toEqual([]);
      expect(
        rules(
          ok as never,
          ...Array.from({ length: 5 }, (_, n) => file("post", { id: `p${n}`, mediaType: "image/png" })),
        ),
      ).toEqual(["evidence.too-many"]);
      expect(rules(link("post", "https://social.example.evil.example/1") as never)).toEqual(["evidence.wrong-place"]);
      expect(rules(file("post", { mediaType: "video/mp4" }))).toEqual(["evidence.wrong-type"]);
      expect(rules(link("post", "https://social.example/1", { shownOn: "2026-10-01" }) as never)).toEqual([
        "evidence.too-old",
      ]);
    },
  },
  {
    id: "E20",
    says: "a claim has a title, an amount and an owner",
    holds: () => {
      const edition = ruled({ claims: { name: { pattern: "*", example: "Autumn" }, fields: [text("owner")] } });
      expect(judged(edition, { amountClaimed: null, name: "" }).rules).toEqual([
        "field.missing",
        "name.pattern",
        "amount.not-positive",
      ]);
    },
  },
  {
    id: "E21",
    says: "a request has a name, a fund and a day on which it is due",
    holds: () => {
      const edition = ruled({
        claims: {
          fields: [text("due", { kind: "date", askedOn: "request" })],
          name: { pattern: "*", example: "Autumn" },
        },
      });
      expect(requested(edition, { fields: { due: "2026-02-30" }, name: "Autumn" })).toEqual(["field.not-valid"]);
      expect(requested(edition, { fields: { due: "2026-12-01" }, name: "Autumn" })).toEqual([]);
    },
  },
  {
    id: "E22",
    says: "partner id, tenant with its own sub-domain, contacts, and a proof signed by the customer",
    holds: () => {
      const fields = [text("tenant-id"), text("tenant-domain"), text("customer-contact")];
      const conditions = [
        {
          code: "domain-of-tenant",
          on: "claim" as const,
          when: 'claim.fields["tenant-domain"] != ""',
          holds: 'claim.fields["tenant-domain"].startsWith(claim.fields["tenant-id"] + ".")',
          severity: "blocks" as const,
          field: "fields.tenant-domain",
          message: "The domain of the tenant",
          remedy: "Name the domain that belongs to the tenant.",
        },
      ];
      const edition = ruledType(
        "digital-advertising",
        { evidence: [slot("signed-proof", { mustShow: ["vendor-content"] })] },
        { claims: { fields }, conditions },
      );
      const known = { "tenant-id": "contoso", "customer-contact": "Ada" };
      const claim = (domain: string) =>
        judged(edition, { documents: [file("signed-proof")], fields: { ...known, "tenant-domain": domain } }).rules;
      expect(claim("contoso.onvendor.example")).toEqual([]);
      expect(claim("fabrikam.onvendor.example")).toEqual(["condition.domain-of-tenant"]);
    },
  },
  {
    id: "E23",
    says: "prior approval or nothing; learning is paid when it was used; a sporting event includes a presentation",
    holds: () => {
      const kind = text("event-kind", {
        kind: "choice",
        choices: [
          { code: "sporting", name: "Sporting" },
          { code: "seminar", name: "Seminar" },
        ],
      });
      const presentation = slot("presentation", {
        required: false,
        requiredWhen: { kind: "field-is", field: "event-kind", anyOf: ["sporting"] },
      });
      const learning = slot("certificate", {
        required: false,
        requiredWhen: { kind: "line-of-expense-type", expenseTypes: ["agency-fee"] },
      });
      const edition = ruledType(
        "digital-advertising",
        { evidence: [presentation, learning] },
        { claims: { fields: [kind] }, requests: proven },
      );
      const sporting = { documents: [], preApprovalId: "A-1", fields: { "event-kind": "sporting" } };
      expect(judged(edition, { ...sporting, preApprovalId: null }).rules).toEqual([
        "pre-approval.missing",
        "evidence.missing",
      ]);
      expect(judged(edition, sporting).rules).toEqual(["evidence.missing"]);
      expect(judged(edition, { ...sporting, fields: { "event-kind": "seminar" } }).rules).toEqual([]);
      const bought = {
        ...sporting,
        fields: { "event-kind": "seminar" },
        invoices: [invoice([line("1000.00", { expenseType: "agency-fee" })])],
      };
      expect(judged(edition, bought).rules).toEqual(["evidence.missing"]);
      expect(judged(edition, { ...bought, documents: [file("certificate")] }).eligibleTotal).toEqual(usd("1000.00"));
    },
  },
];

const base = [file("ad-screenshot"), file("landing-page-url")];
