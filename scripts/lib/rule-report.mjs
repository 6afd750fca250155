import { relative } from "node:path";

/** @typedef {{id: string, results: {state: string, where: string, title: string}[]}} Tried a rule by its number, with the tests that name it */

/**
 * The numbers of rules that ought to be tried: the worked tests of docs/rulebook.md that are not "not yet", and the rules of
 * docs/peer-rules.md that are data of an edition.
 */
export function expectedRules(rulebook, peerRules) {
  const worked = [...rulebook.matchAll(/^\| (T\d\d) \|.*\| ([^|]*) \|$/gm)].filter(
    ([, , where]) => where !== "not yet",
  );
  const peers = [...peerRules.matchAll(/^\| ([A-Z]\d\d) \|[^|]*\| ([^|]*) \|/gm)].filter(
    ([, , where]) => !where.startsWith("not an edition's:"),
  );
  return { worked: worked.map(([, id]) => id), peers: peers.map(([, id]) => id) };
}

/**
 * Every rule with the tests whose titles name its number, and the numbers that no test names.
 * @param {object[]} files `testResults` of Vitest's report.
 */
export function rulesTried(files, { worked, peers }, root) {
  const tests = files.flatMap((file) => {
    const where = relative(root, file.name).replaceAll("\\", "/");
    return file.assertionResults.map(({ status, fullName }) => ({ state: status, where, title: fullName }));
  });
  // A peer rule has the letters of other things too (M01 may be anything), so its tests are those of one file.
  const ofPeers = tests.filter(({ where }) => where === "src/programs/peer-rules.test.ts");
  const tried = [
    ...worked.map((id) => ({ id, results: tests.filter((test) => names(test, id) && !ofPeers.includes(test)) })),
    ...peers.map((id) => ({ id, results: ofPeers.filter((test) => names(test, id)) })),
  ];
  return { tried, missing: tried.filter(({ results }) => results.length === 0).map(({ id }) => id) };
}

function names({ title }, id) {
  return new RegExp(`\\b${id}\\b`).test(title);
}

/** One line for each test of a rule: `T01  passed  src/programs/program-year.test.ts: what it says`. */
export function ruleLines(tried) {
  return tried.flatMap(({ id, results }) =>
    results.length === 0
      ? [`${id}  no test names it`]
      : results.map(({ state, where, title }) => `${id}  ${state}  ${where}: ${title}`),
  );
}
