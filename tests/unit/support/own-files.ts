import { vi } from 'vitest';
import vocabulary from '../../../public/vocabulary.json' with { type: 'json' };

/* The files of the extension, which no browser serves in these tests. */
vi.mock('../../../utils/browser/page/load-vocabulary.ts', () => ({ loadVocabulary: async () => vocabulary }));
