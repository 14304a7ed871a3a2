import { readHtml } from '../../utils/browser/page/html-reading.ts';
import { readWrittenMessage } from '../../utils/browser/page/message-reading.ts';
import { answerTasks } from '../../utils/browser/page/offscreen.ts';

/* The document of Chromium, whose background has no parser, for pages and messages. */
answerTasks({ parsePage: readHtml, readMessage: readWrittenMessage });
