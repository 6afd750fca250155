/** A test whose title names a rule. */
export interface RuleResult {
  readonly state: string;
  readonly where: string;
  readonly title: string;
}
/** A rule with the tests that name it. */
export interface TriedRule {
  readonly id: string;
  readonly results: readonly RuleResult[];
}
/** Numbers of rules that ought to be tried. */
export interface ExpectedRules {
  readonly worked: readonly string[];
  readonly peers: readonly string[];
}
/** A file of Vitest's report. */
export interface ReportedFile {
  readonly name: string;
  readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
}
export function expectedRules(rulebook: string, peerRules: string): ExpectedRules;
export function rulesTried(
  files: readonly ReportedFile[],
  expected: ExpectedRules,
  root: string,
): { readonly tried: readonly TriedRule[]; readonly missing: readonly string[] };
export function ruleLines(tried: readonly TriedRule[]): string[];
