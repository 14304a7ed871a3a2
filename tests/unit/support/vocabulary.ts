import vocabulary from '../../../public/vocabulary.json' with { type: 'json' };
import { useVocabulary } from '../../../utils/core/page/text/vocabulary.ts';

/* For all unit tests, as the extension's scripts do at their start. */
useVocabulary({ ...vocabulary.read, ...vocabulary.pick });
