/** The files in `locales/`, which nothing can list while it runs. A test compares the two. */
export const shippedLocales: readonly string[] = ['en', 'zh_CN'];

/** The language tag of a locale's folder: "zh-CN" of "zh_CN". */
export const tagOf = (localeName: string): string => localeName.replaceAll('_', '-');

/** A language in its own words, "Deutsch": who looks for it may read no other. */
export function ownLanguageName(localeName: string): string {
  const tag = tagOf(localeName);
  return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
}
