/* What adds and removes accounts, loaded by the first message that does. */
export { connectWithForm, listProviders } from './connect-with-form.ts';
export { findHotspot } from './find-hotspot.ts';
export { findSeller } from './found-sellers.ts';
export { savePage } from './save-page.ts';
export { awaitSignIn, signInAt, useCardToken } from './sign-in.ts';
export { signOut } from './sign-out.ts';
export { startDemo } from './start-demo.ts';
