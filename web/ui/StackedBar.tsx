import { VisuallyHidden } from "@mantine/core";
import { moneyOf } from "../../src/money/money.ts";
import type { MoneyOnWire } from "../api/types.ts";
import { MoneyText } from "./MoneyText.tsx";
import classes from "./StackedBar.module.css";

/** How a part of a bar looks. */
export type BarTone = "left" | "committed" | "reserved" | "approved" | "paid" | "gone" | "needs";

/** One part of a bar. */
export interface BarPart {
  key: string;
  label: string;
  tone: BarTone;
  value: MoneyOnWire;
  /** Named below the bar also when it is nothing. */
  always?: boolean;
}

interface StackedBarProps {
  /** The same in words, for those who do not see it. */
  text: string;
  parts: readonly BarPart[];
  legend?: boolean;
}

/** An amount as one bar of its parts, with each part in words below. Parts of nothing are left out unless they are always named. */
export function StackedBar({ text, parts, legend = true }: StackedBarProps) {
  const sized = parts.map((part) => ({ ...part, minor: moneyOf(part.value.amount, part.value.currency).minor }));
  const shown = sized.filter(({ minor }) => minor > 0n);
  const whole = shown.reduce((sum, { minor }) => sum + minor, 0n);
  return (
    <div>
      <VisuallyHidden>{text}</VisuallyHidden>
      <div className={classes.bar} aria-hidden>
        {shown.map(({ key, tone, minor }) => (
          <span
            key={key}
            className={classes.part}
            data-tone={tone}
            style={{ width: `${Number((minor * 10_000n) / whole) / 100}%` }}
          />
        ))}
      </div>
      {legend && (
        <dl className={classes.legend}>
          {sized
            .filter(({ minor, always }) => always === true || minor !== 0n)
            .map(({ key, label, tone, value }) => (
              <div key={key}>
                <dt>
                  <span className={classes.dot} data-tone={tone} aria-hidden />
                  {label}
                </dt>
                <dd>
                  <MoneyText value={value} currency="plain" />
                </dd>
              </div>
            ))}
        </dl>
      )}
    </div>
  );
}
