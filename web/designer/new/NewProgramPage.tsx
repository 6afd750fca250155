import { Trans, useLingui } from "@lingui/react/macro";
import { Alert, Group, Text } from "@mantine/core";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { ApiProblem } from "../../api/problem.ts";
import type { StartProgram } from "../../api/schema.gen.d.ts";
import { today } from "../../i18n/format.ts";
import { useMe } from "../../identity/me.ts";
import { ExplainedButton } from "../../ui/ExplainedButton.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { Section } from "../../ui/Section.tsx";
import { useStoredDraft } from "../../ui/use-stored-draft.ts";
import { BeginningPicker } from "./BeginningPicker.tsx";
import classes from "./NewProgram.module.css";
import { startProgram, templatesQuery } from "./new-program-api.ts";
import { ProgramFields } from "./ProgramFields.tsx";
import { codeOf, yearsFrom } from "./program-years.ts";

/** What is typed before there is a program; the code follows the name while it is null. */
interface NewProgramDraft {
  template: string;
  /** Id of an edition that is copied in place of a template, with the first day of its year. */
  edition: string;
  startsOn: string;
  name: string;
  code: string | null;
  programYear: string;
  currency: string;
}

const NOTHING: NewProgramDraft = {
  template: "",
  edition: "",
  startsOn: "",
  name: "",
  code: null,
  programYear: "",
  currency: "",
};

/** The beginning of a program: what it is made from, what it is called, for which year. Its rules are written on the next page. */
export function NewProgramPage() {
  const { t } = useLingui();
  const me = useMe();
  const navigate = useNavigate();
  const { data: templates } = useSuspenseQuery(templatesQuery);
  const [values, change, clear] = useStoredDraft<NewProgramDraft>(`${me.id}.new-program`, NOTHING);
  const template = templates.items.find(({ code }) => code === values.template);
  const years = yearsFrom(template?.startsOn ?? (values.startsOn || "2026-07-01"), today());
  const code = values.code ?? codeOf(values.name);
  const begins = values.template !== "" || values.edition !== "";
  const start = useMutation({
    mutationFn: (body: StartProgram) => startProgram(body),
    onSuccess: async ({ draft }) => {
      clear();
      await navigate({ to: "/editions/$id", params: { id: draft.id }, search: { side: "checks" }, replace: true });
    },
  });
  const refused = start.error instanceof ApiProblem ? start.error.fields : new Map<string, string>();
  const may = templates.abilities["create"];
  const incomplete = {
    allowed: false,
    message: t`Please choose what to begin with, and give the program a name and a code.`,
  };
  const ready = begins && values.name.trim() !== "" && code !== "";
  return (
    <>
      <PageHeader
        title={t`New program`}
        above={
          <Link to="/programs">
            <Trans>Programs</Trans>
          </Link>
        }
      >
        <Trans>
          Begin with rules that work, then change what is different with you. Partners see nothing of it until you
          publish.
        </Trans>
      </PageHeader>
      <form
        className={classes.stack}
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready || may?.allowed === false) return;
          start.mutate({
            code,
            name: values.name.trim(),
            programYear: values.programYear || (years[0]?.code ?? ""),
            ...(values.currency === "" ? {} : { currency: values.currency }),
            ...(values.edition === "" ? { template: values.template } : { edition: values.edition }),
          });
        }}
      >
        <Section title={t`What is it like?`} hint={<Trans>Everything can be changed afterwards.</Trans>}>
          <BeginningPicker
            templates={templates.items}
            template={values.template}
            edition={values.edition}
            onTemplate={(chosen) =>
              change({ template: chosen, edition: "", startsOn: "", programYear: "", currency: "" })
            }
            onEdition={(chosen, startsOn) =>
              change({ template: "", edition: chosen, startsOn, programYear: "", currency: "" })
            }
          />
          {refused.get("template") && (
            <Text c="red" size="sm" mt="xs">
              {refused.get("template")}
            </Text>
          )}
        </Section>
        <Section title={t`What is it called, and when does it begin?`}>
          <ProgramFields
            values={{ ...values, code }}
            template={template}
            years={years}
            refused={refused}
            onChange={change}
          />
          {start.error && (
            <Alert color="red" mt="md" role="alert">
              {start.error.message}
            </Alert>
          )}
          <Group justify="flex-end" mt="lg">
            <ExplainedButton
              type="submit"
              ability={may?.allowed === false ? may : ready ? undefined : incomplete}
              loading={start.isPending}
              onClick={() => undefined}
            >
              <Trans>Create the draft</Trans>
            </ExplainedButton>
          </Group>
        </Section>
      </form>
    </>
  );
}
