import { rmSync } from 'node:fs';
import { newProfile } from '../support/chromium.ts';
import { expect, openGigabar, payOn, renew, test } from '../support/fixtures.ts';

/* The background reads most of its parts when they are needed, long after it was installed. */

test('what the background has not read since it was installed is there after the browser and the worker were started anew', async ({
  seller,
}) => {
  const profile = newProfile();
  await (await openGigabar({ profile })).close();

  const gigabar = await openGigabar({ profile });
  await gigabar.killWorker();
  await (await gigabar.connect(seller)).close();
  await gigabar.pin('Axis Europe');
  await gigabar.killWorker();
  const { popup, checkout } = await renew(gigabar);
  await gigabar.killWorker();
  await payOn(checkout, 'pay');
  await checkout.close();
  await expect(popup.getByTestId('order')).toHaveAttribute('data-state', 'credited');
  await gigabar.close();
  rmSync(profile, { recursive: true, force: true });
});
