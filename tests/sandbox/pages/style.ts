export const STYLE = `
  :root {
    color-scheme: light dark;
    --page: light-dark(#f4f5f7, #14161a); --paper: light-dark(#fff, #1e2127); --ink: light-dark(#1b1f24, #e8eaed);
    --quiet: light-dark(#5b6470, #9aa3ae); --line: light-dark(#d8dce2, #363b44); --accent: light-dark(#1257c4, #7fb0ff);
    --on-accent: light-dark(#fff, #0d1726); --warn: light-dark(#9c1f16, #ff9d92); --tint: light-dark(#eaf1fd, #23304a);
  }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
  header { padding: 12px 20px; border-bottom: 1px solid var(--line); background: var(--paper); color: var(--quiet); }
  header b { color: var(--accent); font-size: 18px; margin-inline-end: 10px; }
  main { margin: 28px auto; padding: 0 20px; }
  .narrow main { max-width: 460px; }
  .wide main { max-width: 1060px; }
  h1 { font-size: 24px; line-height: 1.25; margin: 0 0 16px; }
  h2 { font-size: 17px; margin: 0 0 10px; }
  section { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: 18px; margin: 0 0 16px; }
  form { margin: 0; }
  label { display: block; margin: 0 0 12px; }
  label > span { display: block; font-weight: 600; margin-bottom: 4px; }
  input, select, button { font: inherit; color: inherit; border-radius: 8px; border: 1px solid var(--line); padding: 8px 11px; }
  input, select { background: var(--page); }
  label > input:not([type=radio]) { width: 100%; }
  button { background: var(--paper); cursor: pointer; }
  button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
  button:hover { filter: brightness(1.07); }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  a { color: var(--accent); }
  .row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin-top: 10px; }
  .row form { display: flex; gap: 6px; }
  .choice { display: flex; gap: 10px; border: 1px solid var(--line); border-radius: 8px; padding: 10px 12px; margin: 0 0 8px; }
  .choice:has(:checked) { border-color: var(--accent); background: var(--tint); }
  .quiet { color: var(--quiet); font-weight: 400; }
  .problem { color: var(--warn); font-weight: 600; margin: 0 0 12px; }
  .code-box { background: var(--tint); border: 1px dashed var(--accent); border-radius: 8px; padding: 10px 12px; margin: 0 0 12px; }
  .code-box b { font-size: 18px; letter-spacing: 2px; }
  dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 0; }
  dt { color: var(--quiet); }
  dd { margin: 0; text-align: end; font-variant-numeric: tabular-nums; }
  .total { font-size: 22px; font-weight: 700; }
  .grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(320px, 1fr)); gap: 16px; margin-bottom: 16px; }
  .grid section { margin: 0; }
  .balance { margin: 0; font-size: 22px; font-weight: 700; font-variant-numeric: tabular-nums; }
  progress { width: 100%; height: 8px; accent-color: var(--accent); }
  table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
  th, td { text-align: start; padding: 6px 8px; border-bottom: 1px solid var(--line); }
  .scroll { overflow-x: auto; }
  .size { width: 7.5em; }
`;
