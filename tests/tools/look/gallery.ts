import { startGallery } from '../../gallery/gallery.ts';

/* `npm run gallery`: all views of the built pages side by side, for a browser. */
const { url } = await startGallery(Number(process.env.PORT ?? 0));
console.log(`Open ${url} and look. Ctrl+C ends it.`);
