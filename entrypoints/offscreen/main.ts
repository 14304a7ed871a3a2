import { readHtml } from '../../utils/browser/page/html-reading.ts';
import { onPageToParse } from '../../utils/browser/page/offscreen.ts';

/* The parsing document of Chromium, whose background has no parser. */
onPageToParse(readHtml);
