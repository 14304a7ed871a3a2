import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { announce, type Notice, type NoticeText } from '../../../../entrypoints/background/alerts/announce.ts';
import { write } from '../../../../entrypoints/background/state/state-store.ts';
import { keys } from '../../../../utils/browser/storage-keys.ts';
import { defaultSettings } from '../../../../utils/core/settings.ts';
import { setLocale } from '../../support/i18n.ts';

const text: NoticeText = {
  title: 'Axis Europe: 600 MB left',
  message: '20% of the plan is left.',
  buttons: [],
  line: 'Axis Europe: 600 MB left',
};
const notice: Notice = { id: 'alert:a1/c1:20%:0', text: async () => text, wasDeferred: false };
const other: Notice = {
  id: 'alert:a1/c2:0:0',
  text: async () => ({ ...text, line: 'Axis Asia: no data left' }),
  wasDeferred: false,
};
const nothing = () => ({ toRead: [], change: () => [], times: [] });
let shown: { title: string; message: string }[] = [];

beforeEach(async () => {
  fakeBrowser.reset();
  await setLocale('en');
  shown = [];
  fakeBrowser.notifications.getAll = (async () => ({})) as never;
  fakeBrowser.notifications.create = (async (_id: string, content: (typeof shown)[number]) =>
    void shown.push(content)) as never;
});

const privacyMode = (isOn: boolean) => write(keys.settings, { ...defaultSettings, privacyMode: isOn });

test('in privacy mode alerts say that there is one, without amounts and names', async () => {
  await privacyMode(true);
  await announce([{ notices: [notice], outcome: nothing }]);
  await announce([{ notices: [notice, other], outcome: nothing }]);
  expect(shown.map(({ title }) => title)).toEqual(['One of your cards needs a look', '2 alerts']);
  expect(JSON.stringify(shown)).not.toMatch(/Axis|MB|%/);
});

test('else they say all of it', async () => {
  await privacyMode(false);
  await announce([{ notices: [notice], outcome: nothing }]);
  expect(shown[0]).toMatchObject({ title: text.title, message: text.message });
});
