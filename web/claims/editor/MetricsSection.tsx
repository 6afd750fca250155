import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Group, Text, Textarea, TextInput } from "@mantine/core";
import { IconFile } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { Claim, MetricSpec } from "../../api/types.ts";
import { fileUrl } from "../../api/upload.ts";
import { activityTypesQuery } from "../../programs/programs-api.ts";
import { Section } from "../../ui/Section.tsx";
import { UploadDrop } from "../../ui/UploadDrop.tsx";
import classes from "../Claims.module.css";
import { ClaimHint } from "../hints/ClaimHint.tsx";
import type { MetricsForm } from "./use-claim-form.ts";

const isFile = (value: string): boolean => /^fil_[0-9a-z]+$/.test(value);

/** The figures that show reach or result, as the activity asks for them. */
export function MetricsSection({ claim, form }: { claim: Claim; form: MetricsForm }) {
  const { t } = useLingui();
  const types = useQuery(activityTypesQuery(claim.program, claim.usage.from));
  const specs = types.data?.items.find(({ code }) => code === claim.activityType)?.metrics ?? [];
  if (specs.length === 0) return null;
  return (
    <Section
      title={t`Results`}
      hint={<Trans>What the work reached.</Trans>}
      action={<ClaimHint claim={claim} topic="results" />}
    >
      <div className={classes.two}>
        {specs.map((spec) => (
          <div
            key={spec.code}
            data-field={`metrics.${spec.code}`}
            className={spec.unit.startsWith("document") ? classes.wide : undefined}
          >
            <MetricField spec={spec} form={form} />
          </div>
        ))}
      </div>
    </Section>
  );
}

function MetricField({ spec, form }: { spec: MetricSpec; form: MetricsForm }) {
  const { t } = useLingui();
  const value = form.values[spec.code] ?? "";
  const error = form.refused.get(spec.code);
  const set = (text: string): void => form.saver.set({ [spec.code]: text });
  const optional = spec.required ? undefined : t`Optional`;
  if (!spec.unit.startsWith("document")) {
    return (
      <TextInput
        label={spec.name}
        description={optional}
        inputMode="decimal"
        maxLength={40}
        value={value}
        error={error}
        onChange={(event) => set(event.currentTarget.value)}
      />
    );
  }
  if (isFile(value)) {
    return (
      <div>
        <Text size="sm" fw={500} mb={6}>
          {spec.name}
        </Text>
        <Group gap="xs">
          <Button
            component="a"
            href={fileUrl(value)}
            target="_blank"
            rel="noreferrer"
            variant="default"
            leftSection={<IconFile size={16} aria-hidden />}
          >
            <Trans>Open the file</Trans>
          </Button>
          <Button variant="subtle" color="gray" onClick={() => set("")}>
            <Trans>Remove the file</Trans>
          </Button>
        </Group>
      </div>
    );
  }
  return (
    <div>
      {spec.unit === "document-or-text" && (
        <Textarea
          label={spec.name}
          description={optional}
          autosize
          minRows={2}
          maxLength={4000}
          value={value}
          error={error}
          onChange={(event) => set(event.currentTarget.value)}
        />
      )}
      {spec.unit === "document" && (
        <Text size="sm" fw={500} mb={6}>
          {spec.name}
        </Text>
      )}
      <div style={{ marginTop: 8 }}>
        <UploadDrop compact label={spec.name} onUploaded={(file) => set(file.id)}>
          {spec.unit === "document" ? (
            <Trans>Drop the file here or</Trans>
          ) : (
            <Trans>or drop a file here instead, or</Trans>
          )}
        </UploadDrop>
      </div>
    </div>
  );
}
