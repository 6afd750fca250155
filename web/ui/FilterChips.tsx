import classes from "./FilterChips.module.css";

interface FilterChipsProps {
  /** What is filtered, for a screen reader. */
  label: string;
  options: readonly { value: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
}

/** A filter as chips, one of which is on. */
export function FilterChips({ label, options, value, onChange }: FilterChipsProps) {
  return (
    <fieldset className={classes.chips} aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          className={classes.chip}
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
