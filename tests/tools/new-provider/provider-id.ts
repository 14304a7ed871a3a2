/* The id of a new provider, and the names derived from it. */

export type NewProvider = {
  id: string;
  /** The folder of `utils/providers` it belongs to. */
  kind: string;
  /** The adapter's identifier, and the key of its texts. */
  name: string;
  title: string;
};

/** Keywords, and names that are used in the generated files or in the lists. */
const reserved = new Set(
  [
    'arguments async await break case catch class const continue debugger default delete do else enum eval export',
    'extends false finally for function get if implements import in instanceof interface let new null package private',
    'protected public return set static super switch this throw true try typeof undefined var void while with yield',
    'answer bytes card client entries expect masked maybe number provider providers recorded refused response',
    'mirror seller subject subjects test text',
  ].flatMap((line) => line.split(' ')),
);

/** The error message for an id that cannot be used, else null. `taken`: names in use, in lower case. */
export function validateId(id: string, taken: ReadonlySet<string>): string | null {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    return `"${id}" is no id: small letters and digits, a letter first, with single hyphens between words.`;
  }
  if (id.length < 3 || id.length > 40) return `"${id}" must have 3 to 40 characters.`;
  if (reserved.has(id)) return `"${id}" is reserved.`;
  return taken.has(id) || taken.has(toIdentifier(id).toLowerCase()) ? `"${id}" exists already.` : null;
}

/** `example-iot` → `exampleIot` */
export function toIdentifier(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** `example-iot` → `Example Iot` */
export function toTitle(id: string): string {
  return id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
