import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Group, Paper, Skeleton, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Program } from "../api/types.ts";
import { useMe } from "../identity/me.ts";
import { ErrorState } from "../ui/ErrorState.tsx";
import { GuideButton } from "./GuideButton.tsx";
import { Deadlines } from "./guide/Deadlines.tsx";
import { guideQuery } from "./guide/guide-api.ts";
import { usePlanWords } from "./guide/words/use-plan-words.ts";
import { useProgramWords } from "./guide/words/use-program-words.ts";
import { NotInForce } from "./NotInForce.tsx";
import { useStandings } from "./use-standings.ts";

/** A program in a few lines: what it is, how I stand to it, the next dates, and the way to everything else. */
export function ProgramCard({ program }: { program: Program }) {
  const me = useMe();
  const guide = useQuery({ ...guideQuery(program.code), enabled: program.programYear !== null });
  const sayProgram = useProgramWords();
  const sayPlan = usePlanWords();
  const words = guide.data && [
    ...guide.data.aboutProgram.filter(({ code }) => code === "kinds" || code === "proof-timing").map(sayProgram),
    ...guide.data.aboutPlans.filter(({ code }) => code === "plan-mode").map(sayPlan),
  ];
  return (
    <Paper component="section" p="lg" aria-label={program.name}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div style={{ flex: "1 1 260px", minWidth: 0 }}>
          <Title order={2}>
            <Link to="/programs/$code" params={{ code: program.code }} className="fp-title-link">
              {program.name}
            </Link>
          </Title>
          {me.side === "partner" && <StandingLine program={program} />}
        </div>
        {program.programYear && <GuideButton code={program.code} />}
      </Group>
      {!program.programYear && (
        <Text c="dimmed" mt="xs">
          <NotInForce program={program} />
        </Text>
      )}
      {program.programYear && guide.isPending && <Skeleton height={120} mt="md" />}
      {guide.error && <ErrorState error={guide.error} retry={() => void guide.refetch()} />}
      {words?.map(({ head, text }) => (
        <Text key={head} mt="xs" maw="76ch">
          {head === words[0]?.head ? (
            text
          ) : (
            <>
              <strong>{head.endsWith("?") ? head : `${head}:`}</strong> {text}
            </>
          )}
        </Text>
      ))}
      {guide.data && (
        <>
          <Title order={3} mt="md" mb={4}>
            <Trans>What comes next</Trans>
          </Title>
          <Deadlines deadlines={guide.data.deadlines.slice(0, 3)} />
        </>
      )}
    </Paper>
  );
}

/** "3 locations enrolled, 1 invited." */
function StandingLine({ program }: { program: Program }) {
  const { t } = useLingui();
  const { rows } = useStandings(program);
  if (!rows) return <Skeleton height={20} width={220} mt={4} />;
  const count = (holds: (status: string | undefined) => boolean): number =>
    rows.filter(({ enrollment }) => holds(enrollment?.status)).length;
  const enrolled = count((status) => status === "enrolled");
  const invited = count((status) => status === "invited");
  const under = count((status) => status === "action_required" || status === "validating");
  const notEligible = rows.filter(
    ({ enrollment, now }) =>
      enrollment?.status === "ineligible" ||
      (now !== null && (now.eligibility === "unmet" || now.eligibility === "unknown")),
  ).length;
  const eligible = rows.filter(
    ({ now }) => now !== null && (now.eligibility === "met" || now.eligibility === "not-asked"),
  ).length;
  const said = [
    ...(enrolled > 0 ? [t`${plural(enrolled, { one: "# location enrolled", other: "# locations enrolled" })}`] : []),
    ...(invited > 0 ? [t`${plural(invited, { one: "# invited", other: "# invited" })}`] : []),
    ...(under > 0 ? [t`${plural(under, { one: "# being enrolled", other: "# being enrolled" })}`] : []),
    ...(notEligible > 0 ? [t`${plural(notEligible, { one: "# not eligible", other: "# not eligible" })}`] : []),
    ...(eligible > 0
      ? [
          program.openEnrollment
            ? t`${plural(eligible, { one: "# may take part", other: "# may take part" })}`
            : t`${plural(eligible, { one: "# not invited", other: "# not invited" })}`,
        ]
      : []),
  ];
  return (
    <Text c="dimmed" size="sm">
      {said.length > 0 ? said.join(" · ") : <Trans>None of your locations takes part.</Trans>}
    </Text>
  );
}
