import type { ComponentChildren } from 'preact';
import { t } from '../../../utils/browser/i18n.ts';
import './SystemInstructions.css';
import { detectOperatingSystem, type OperatingSystem } from './operating-system.ts';

const stepsOf: Record<OperatingSystem, (browser: string) => string[]> = {
  windows: (browser) => [
    t('settings.steps.windowsOpen'),
    t('settings.steps.windowsAllow', { browser }),
    t('settings.steps.windowsQuiet'),
  ],
  macos: (browser) => [
    t('settings.steps.macosOpen', { browser }),
    t('settings.steps.macosAllow'),
    t('settings.steps.macosQuiet', { browser }),
  ],
  chromeos: (browser) => [t('settings.steps.chromeosOpen'), t('settings.steps.chromeosAllow', { browser })],
  linux: (browser) => [t('settings.steps.linuxOpen'), t('settings.steps.linuxAllow', { browser })],
  android: (browser) => [
    t('settings.steps.androidOpen'),
    t('settings.steps.androidAllow', { browser }),
    t('settings.steps.androidQuiet'),
  ],
};

/** `isBlockedByBrowser`: includes the step in the browser itself. */
type Props = { reason: string; isBlockedByBrowser?: boolean; children?: ComponentChildren };

/** How to allow notifications on this operating system, and why. */
export function SystemInstructions({ reason, isBlockedByBrowser = false, children }: Props) {
  const { system, browser } = detectOperatingSystem(navigator.userAgent);
  const steps = [
    ...(isBlockedByBrowser ? [t('settings.steps.browser', { browser })] : []),
    ...stepsOf[system](browser),
  ];
  return (
    <div class="settings-steps">
      <p>{reason}</p>
      <ol data-testid="steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {children}
    </div>
  );
}
