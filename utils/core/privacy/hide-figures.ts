import type { ToolbarState } from '../toolbar/toolbar-state.ts';

/** Nothing of the toolbar but its colour, and whether the user must act. */
export function hideFigures(state: ToolbarState): ToolbarState {
  return { ...state, text: state.colour === 'action' ? state.text : '', level: null };
}
