// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { t } from '../../../../utils/browser/i18n.ts';
import { setLocale } from '../../support/i18n.ts';
import { found, unmount } from '../render-setup.tsx';
import { openPage, startConnecting } from './connect-setup.tsx';

beforeEach(() => startConnecting());
afterEach(unmount);

test.each(['en', 'zh_CN'] as const)(
  'how a website is read is told in the words the popup has: %s',
  async (language) => {
    await setLocale(language);
    await openPage();
    const steps = found('.seller-website li').map(({ textContent }) => textContent);
    expect(steps).toHaveLength(3);
    expect(steps[1]).toContain(t('page.offer'));
  },
);
