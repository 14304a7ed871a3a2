const mark = '\u{fffc}';

/** The two parts of a sentence around one value, so that the value can be an element: pass `put` the mark. */
export function around(put: (mark: string) => string): [string, string] {
  const [before = '', after = ''] = put(mark).split(mark);
  return [before, after];
}
