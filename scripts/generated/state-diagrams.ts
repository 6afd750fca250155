import type { Edge, Lifecycle } from "../../src/kernel/index.ts";

/**
 * Draws a lifecycle as a page: a Mermaid diagram, its statuses with their words, its verbs with who may take them. Made from
 * the very table that the program asks, so that the picture cannot tell another story. Deterministic.
 */
export function lifecyclePage<S extends string, V extends string>(cycle: Lifecycle<S, V>): string {
  const statuses = Object.keys(cycle.statuses) as S[];
  const verbs = Object.keys(cycle.edges) as V[];
  const name = cycle.subject;
  return [
    `# The states of ${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`,
    "",
    `<!-- Generated from the transition table of the ${name} by \`npm run generate\`. Change the table, not this page. -->`,
    "",
    "```mermaid",
    "stateDiagram-v2",
    `  [*] --> ${cycle.initial}`,
    ...verbs.flatMap((verb) => arrows(verb, cycle.edges[verb])),
    ...statuses.filter((status) => cycle.statuses[status].final).map((status) => `  ${status} --> [*]`),
    "```",
    "",
    "## Verbs",
    "",
    ...table(
      ["Verb", "Button", "From", "To", "By", "Event", "Clock runs for"],
      verbs.map((verb) => {
        const { label, from, to, by, event, dueSide } = cycle.edges[verb];
        const clock = dueSide === "none" ? "nobody" : dueSide;
        return [code(verb), label, from.map(code).join(", "), code(to), by, code(event), clock];
      }),
    ),
    "",
    "## Statuses",
    "",
    ...table(
      ["Status", "The partner reads", "The vendor reads", "Tone", "Final"],
      statuses.map((status) => {
        const { partner, vendor, tone, final } = cycle.statuses[status];
        return [code(status), partner, vendor, tone, final ? "yes" : ""];
      }),
    ),
    "",
  ].join("\n");
}

function arrows<S extends string>(verb: string, { from, to, by }: Edge<S>): string[] {
  return from.map((status) => `  ${status} --> ${to}: ${verb} (${by})`);
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)];
}
