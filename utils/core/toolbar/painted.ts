/**
 * What the browser was last told to show: of the toolbar, without the age of the figure; its tooltip in full; the menu
 * of the icon.
 */
export type Painted = { toolbar: string; tooltip: string; menu: string };

/** Before anything was painted. */
export const notPainted: Painted = { toolbar: '', tooltip: '', menu: '' };
