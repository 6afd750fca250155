import classes from "./Shell.module.css";

/** The mark and the name. */
export function Brand({ size = 26, compact = false }: { size?: number; compact?: boolean }) {
  return (
    <span className={classes.brand}>
      <img src="/favicon.svg" alt={compact ? "Fundproof" : ""} width={size} height={size} />
      {!compact && <span>Fundproof</span>}
    </span>
  );
}
