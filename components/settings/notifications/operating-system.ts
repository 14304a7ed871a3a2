export type OperatingSystem = 'windows' | 'macos' | 'chromeos' | 'linux' | 'android';

/** In order: Android's user agent contains "Linux" too, which is the fallback. */
const systems: [RegExp, OperatingSystem][] = [
  [/android/i, 'android'],
  [/\bCrOS\b/, 'chromeos'],
  [/windows/i, 'windows'],
  [/mac os|macintosh/i, 'macos'],
];

/** Browsers whose user agent contains "Chrome" too; Chrome is the fallback. */
const browsers: [RegExp, string][] = [
  [/\bFirefox\//, 'Firefox'],
  [/\bEdg(A|iOS)?\//, 'Microsoft Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bYaBrowser\//, 'Yandex Browser'],
];

/** The system a browser runs on and that browser's name, by its `navigator.userAgent`. */
export function detectOperatingSystem(userAgent: string): { system: OperatingSystem; browser: string } {
  return {
    system: systems.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'linux',
    browser: browsers.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'Chrome',
  };
}
