import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import vocabulary from '../../../public/vocabulary.json' with { type: 'json' };

/* The files of the extension, which no browser serves in these tests. */
vi.mock('../../../utils/browser/page/load-vocabulary.ts', () => ({ loadVocabulary: async () => vocabulary }));

fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: 'Gigabar', version: '1.2.3' });
