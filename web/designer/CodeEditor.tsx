import { autocompletion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { json } from "@codemirror/lang-json";
import { yaml } from "@codemirror/lang-yaml";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { useLingui } from "@lingui/react/macro";
import { basicSetup } from "codemirror";
import { useEffect, useRef } from "react";
import type { EditionPreview } from "../api/schema.gen.d.ts";
import { inWords } from "../i18n/server-words.ts";
import classes from "./Designer.module.css";
import type { DraftText } from "./designer-api.ts";
import type { Schema } from "./form/schema.ts";
import { suggestions } from "./form/suggest.ts";

interface CodeEditorProps {
  draft: DraftText;
  schema: Schema | undefined;
  findings: EditionPreview["findings"];
  readOnly: boolean;
  /** Line to show, and a number that grows with each wish to show one. */
  show: { line: number; wish: number } | undefined;
  onChange: (text: string) => void;
  onSave: () => void;
}

/** Colours that are told apart on light and on dark ground. */
const COLOURS = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--mantine-color-anchor)" },
  { tag: tags.comment, color: "var(--mantine-color-dimmed)", fontStyle: "italic" },
  { tag: [tags.string, tags.number, tags.bool, tags.null, tags.content], color: "var(--mantine-color-text)" },
]);

const SEVERITY = { blocks: "error", cuts: "warning", warns: "warning", informs: "info" } as const;

/** The text of an edition with line numbers, completion from its form, and each finding at its line. */
export default function CodeEditor({ draft, schema, findings, readOnly, show, onChange, onSave }: CodeEditorProps) {
  const { t } = useLingui();
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  // What the editor calls is always that of the latest drawing, without making it anew.
  const latest = useRef({ onChange, onSave, schema });
  useEffect(() => {
    latest.current = { onChange, onSave, schema };
  });
  const first = useRef(draft.text);

  useEffect(() => {
    if (!place.current) return undefined;
    const complete = (context: CompletionContext): CompletionResult | null => {
      const word = context.matchBefore(/[\w-]*/);
      if (!latest.current.schema || draft.format !== "yaml" || (!context.explicit && !word?.text)) return null;
      const options = suggestions(latest.current.schema, context.state.doc.toString(), context.pos).map(
        ({ label, info, kind }) => ({
          label,
          info,
          type: kind === "key" ? "property" : "enum",
          apply: kind === "key" ? `${label}: ` : label,
        }),
      );
      return { from: word?.from ?? context.pos, options, validFor: /^[\w-]*$/ };
    };
    const made = new EditorView({
      parent: place.current,
      doc: first.current,
      extensions: [
        keymap.of([{ key: "Mod-s", preventDefault: true, run: () => (latest.current.onSave(), true) }]),
        basicSetup,
        draft.format === "yaml" ? yaml() : json(),
        syntaxHighlighting(COLOURS),
        autocompletion({ override: [complete] }),
        lintGutter(),
        EditorView.lineWrapping,
        EditorState.readOnly.of(readOnly),
        EditorView.contentAttributes.of({ "aria-label": t`Text of the edition`, tabindex: "0" }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) latest.current.onChange(update.state.doc.toString());
        }),
      ],
    });
    view.current = made;
    return () => made.destroy();
  }, [draft.format, readOnly, t]);

  useEffect(() => {
    const shown = view.current;
    if (!shown || shown.state.doc.toString() === draft.text) return;
    shown.dispatch({ changes: { from: 0, to: shown.state.doc.length, insert: draft.text } });
  }, [draft.text]);

  useEffect(() => {
    const shown = view.current;
    if (!shown) return;
    const lines = shown.state.doc.lines;
    const diagnostics = findings.flatMap((finding): Diagnostic[] => {
      if (finding.line === undefined || finding.line > lines) return [];
      const { from, to } = shown.state.doc.line(finding.line);
      return [{ from, to, severity: SEVERITY[finding.severity], message: inWords(finding.words, finding.message) }];
    });
    shown.dispatch(setDiagnostics(shown.state, diagnostics));
  }, [findings]);

  useEffect(() => {
    const shown = view.current;
    if (!shown || !show || show.line > shown.state.doc.lines) return;
    const { from } = shown.state.doc.line(show.line);
    shown.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
    shown.focus();
  }, [show]);

  return <div ref={place} className={classes.code} />;
}
