/**
 * True when a text has a form such as `*-Project - *`: `*` is any text of at least one character, `#` a digit, everything
 * else itself, without regard to case. Takes time in proportion to text times pattern, whatever both are.
 */
export function like(text: string, pattern: string): boolean {
  const form = pattern.toLowerCase();
  const found = text.toLowerCase();
  // `reached[i]`: the pattern so far can end before character i of the text.
  let reached: boolean[] = Array.from({ length: found.length + 1 }, (_, i) => i === 0);
  for (const sign of form) {
    const next: boolean[] = Array.from({ length: found.length + 1 }, () => false);
    let open = false;
    for (let i = 0; i < found.length; i += 1) {
      if (reached[i]) open = true;
      const fits = sign === "*" ? open : reached[i] === true && isSign(found.charAt(i), sign);
      if (fits) next[i + 1] = true;
    }
    reached = next;
  }
  return reached[found.length] === true;
}

function isSign(character: string, sign: string): boolean {
  return sign === "#" ? character >= "0" && character <= "9" : character === sign;
}
