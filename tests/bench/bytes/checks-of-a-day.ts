export function checksOfADay(_seed: number) {
  return { checks: 96, changed: 48, tokens: 24 };
}
