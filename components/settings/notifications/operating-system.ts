export type OperatingSystem = 'windows' | 'macos' | 'chromeos' | 'linux' | 'android';

/** Android and ChromeOS before Linux, whose name Android bears too. */
const systems: [RegExp, OperatingSystem][] = [
  [/android/i, 'android'],
  [/\bCrOS\b/, 'chromeos'],
  [/windows/i, 'windows'],
  [/mac os|macintosh/i, 'macos'],
];

/** Those that call themselves Chrome too come first. */
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
    system: systems.find(([sign]) => sign.test(userAgent))?.[1] ?? 'linux',
    browser: browsers.find(([sign]) => sign.test(userAgent))?.[1] ?? 'Chrome',
  };
}
