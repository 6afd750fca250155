/** Width and height of a letter in dots. */
export const LETTER = { width: 5, height: 7 } as const;

/** Letters as five columns of seven dots, the lowest bit on top; two hexadecimal digits a column. */
const COLUMNS: Readonly<Record<string, string>> = {
  A: "7c1211127c",
  B: "7f49494936",
  C: "3e41414122",
  D: "7f4141413e",
  E: "7f49494941",
  F: "7f09090901",
  G: "3e41495979",
  H: "7f0808087f",
  I: "00417f4100",
  J: "2040413f01",
  K: "7f08142241",
  L: "7f40404040",
  M: "7f020c027f",
  N: "7f0408107f",
  O: "3e4141413e",
  P: "7f09090906",
  Q: "3e4151215e",
  R: "7f09192946",
  S: "2649494932",
  T: "01017f0101",
  U: "3f4040403f",
  V: "1f2040201f",
  W: "3f4038403f",
  X: "6314081463",
  Y: "0708700807",
  Z: "6151494543",
  "0": "3e5149453e",
  "1": "00427f4000",
  "2": "4261514946",
  "3": "2141454b31",
  "4": "1814127f10",
  "5": "2745454539",
  "6": "3c4a494930",
  "7": "0171090503",
  "8": "3649494936",
  "9": "064949291e",
  ".": "0060600000",
  ",": "0080600000",
  ":": "0036360000",
  "-": "0808080808",
  "/": "2010080402",
  "&": "3649552250",
  "!": "00005f0000",
  "?": "0201510906",
  "%": "2313086462",
  "+": "08083e0808",
  "(": "001c224100",
  ")": "0041221c00",
  "'": "0000070000",
  "#": "147f147f14",
  "=": "1414141414",
  "@": "3249794e3e",
  _: "4040404040",
};

/** True where the letter has a dot. Small letters look like capitals; what is unknown is empty. */
export function hasDot(letter: string, column: number, row: number): boolean {
  const plain = letter.normalize("NFD").charAt(0).toUpperCase();
  const columns = COLUMNS[plain] ?? "0000000000";
  return ((Number.parseInt(columns.slice(column * 2, column * 2 + 2), 16) >> row) & 1) === 1;
}
