import { useLingui } from "@lingui/react/macro";
import type { CSSProperties, ReactNode } from "react";
import type { WindowRow } from "../api/types.ts";
import { dayInWords } from "../i18n/format.ts";
import classes from "./WindowStrip.module.css";
import { placeOn, pointOn, type Span, type Strip } from "./year.ts";

/** A window on the strip, with what it is called. */
export interface StripRow {
  key: string;
  label: string;
  sub?: ReactNode;
  window: WindowRow;
}

interface WindowStripProps {
  strip: Strip;
  rows: readonly StripRow[];
  today: string;
}

/**
 * Windows drawn along the months: when money is earned, used and claimed, the proof deadline, and today. It is a picture: the
 * same dates always stand below it as a table, for everybody who cannot or will not read pictures.
 */
export function WindowStrip({ strip, rows, today }: WindowStripProps) {
  const { t } = useLingui();
  const now = pointOn(strip, today);
  const lanes: { part: Part; label: string; spanOf: (window: WindowRow) => Span }[] = [
    { part: "earning", label: t`Earning`, spanOf: (window) => window.earningPeriod },
    { part: "usage", label: t`Work`, spanOf: (window) => window.usagePeriod },
    { part: "claim", label: t`Claiming`, spanOf: (window) => window.claimWindow },
  ];
  return (
    <div className={classes.calendar} aria-hidden>
      <ul className={classes.legend}>
        {lanes.map(({ part, label }) => (
          <li key={part}>
            <span className={classes.swatch} data-part={part} />
            {label}
          </li>
        ))}
        <li>
          <span className={classes.diamond} />
          {t`Proof deadline`}
        </li>
        <li>
          <span className={classes.now} />
          {t`Today`}
        </li>
      </ul>
      <div className={classes.months}>
        <Months strip={strip} />
      </div>
      {rows.map(({ key, label, sub, window }) => (
        <div key={key} className={classes.row}>
          <div className={classes.label}>
            {label}
            {sub && <span className={classes.sub}>{sub}</span>}
          </div>
          <div className={classes.track}>
            {strip.months.slice(1).map((month) => (
              <span
                key={month}
                className={classes.grid}
                style={{ left: `${placeOn(strip, { from: month, to: month })?.left ?? 0}%` }}
              />
            ))}
            {lanes.map(({ part, label: words, spanOf }, lane) => (
              <Bar key={part} strip={strip} span={spanOf(window)} part={part} lane={lane} label={words} />
            ))}
            <Proof strip={strip} day={window.proofDeadline} />
            {now !== undefined && <span className={classes.today} style={{ left: `${now}%` }} />}
          </div>
        </div>
      ))}
    </div>
  );
}

type Part = "earning" | "usage" | "claim";

function Months({ strip }: { strip: Strip }) {
  return (
    <>
      {strip.months.map((month, index) => {
        const place = placeOn(strip, { from: month, to: month });
        return (
          <span
            key={month}
            className={classes.month}
            style={{ left: `${place?.left ?? 0}%` }}
            data-january={isJanuary(month) || undefined}
            // Close to the end there is room for a name before its line only.
            data-end={(place?.left ?? 0) > 88 || undefined}
          >
            <span className={classes.monthName}>{dayInWords(month, "month")}</span>
            {(isJanuary(month) || (index === 0 && !strip.months.slice(1, 5).some(isJanuary))) && (
              <span className={classes.year}>{month.slice(0, 4)}</span>
            )}
          </span>
        );
      })}
    </>
  );
}

const isJanuary = (month: string): boolean => month.slice(5, 7) === "01";

interface BarProps {
  strip: Strip;
  span: Span;
  part: Part;
  lane: number;
  label: string;
}

function Bar({ strip, span, part, lane, label }: BarProps) {
  const place = placeOn(strip, span);
  if (!place) return null;
  const style: CSSProperties = { left: `${place.left}%`, width: `${place.width}%`, top: `${6 + lane * 20}px` };
  return (
    <span
      className={classes.bar}
      data-part={part}
      style={style}
      title={`${label}: ${dayInWords(span.from)} – ${dayInWords(span.to)}`}
    >
      {place.width > 12 && <span className={classes.words}>{label}</span>}
    </span>
  );
}

function Proof({ strip, day }: { strip: Strip; day: string }) {
  const { t } = useLingui();
  const point = pointOn(strip, day);
  if (point === undefined) return null;
  return (
    <span className={classes.proof} style={{ left: `${point}%` }} title={`${t`Proof deadline`}: ${dayInWords(day)}`} />
  );
}
