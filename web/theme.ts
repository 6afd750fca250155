import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** The brand: petrol. The one colour for what can be done; shade 7 in light, 8 in dark, both AA with white text. */
const brand: MantineColorsTuple = [
  "#eef8f9",
  "#dcedf0",
  "#b3dbe1",
  "#86c7d1",
  "#5fb5c2",
  "#3f9eac",
  "#248694",
  "#0f5e6b",
  "#12636f",
  "#0a454f",
];

/** Cool neutral greys, quieter than the kit's own. */
const gray: MantineColorsTuple = [
  "#f7f8fa",
  "#f0f2f5",
  "#e4e8ec",
  "#d5dbe1",
  "#c0c8d0",
  "#98a3ae",
  "#6b7784",
  "#4a5561",
  "#323b45",
  "#1d242c",
];

const dark: MantineColorsTuple = [
  "#d9dee4",
  "#b8c0ca",
  "#97a2af",
  "#6f7b89",
  "#46505c",
  "#323b46",
  "#262e37",
  "#1b2129",
  "#15191f",
  "#0f1217",
];

/** How Fundproof looks: neutral surfaces, one brand colour, one typeface (docs/screens.md, "Language of the interface"). */
export const theme = createTheme({
  colors: { brand, gray, dark },
  primaryColor: "brand",
  primaryShade: { light: 7, dark: 8 },
  fontFamily: '"Inter Variable", "Inter Fallback", system-ui, -apple-system, "Segoe UI", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  focusRing: "auto",
  fontSizes: { xs: "12.5px", sm: "14px", md: "15px", lg: "17px", xl: "20px" },
  lineHeights: { xs: "1.45", sm: "1.5", md: "1.55", lg: "1.55", xl: "1.5" },
  headings: {
    fontWeight: "620",
    sizes: {
      h1: { fontSize: "26px", lineHeight: "1.25" },
      h2: { fontSize: "18px", lineHeight: "1.35" },
      h3: { fontSize: "15px", lineHeight: "1.4" },
    },
  },
  shadows: {
    xs: "0 1px 2px rgb(16 24 32 / 6%)",
    sm: "0 1px 3px rgb(16 24 32 / 8%)",
    md: "0 6px 20px rgb(16 24 32 / 10%)",
  },
  components: {
    Button: { defaultProps: { size: "sm" } },
    Paper: { defaultProps: { withBorder: true, radius: "lg" } },
    Modal: { defaultProps: { radius: "lg", overlayProps: { backgroundOpacity: 0.45 } } },
    Tooltip: {
      defaultProps: {
        withArrow: true,
        multiline: true,
        maw: 320,
        openDelay: 150,
        events: { hover: true, focus: true, touch: true },
      },
    },
    Anchor: { defaultProps: { underline: "hover" } },
    TextInput: { defaultProps: { size: "sm" } },
  },
});
