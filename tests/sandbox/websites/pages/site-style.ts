/** Of both sites; a redesign takes other classes of it. */
export const SITE_STYLE = `
  * { box-sizing: border-box; }
  body { margin: 0; background: #f3f5f7; color: #1d2530; font: 16px/1.5 system-ui, sans-serif; }
  .top {
    display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; padding: 14px 24px;
    background: var(--brand); color: #fff;
  }
  .top a { color: #fff; text-decoration: none; }
  .top a:hover, .top a:focus-visible { text-decoration: underline; }
  .logo { font-size: 19px; font-weight: 700; }
  nav { display: flex; flex-wrap: wrap; gap: 18px; flex: 1; }
  .who { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; font-size: 14px; }
  .who form { margin: 0; }
  .who button {
    font: inherit; padding: 4px 10px; color: #fff; background: none; border: 1px solid #ffffff90;
    border-radius: 6px;
  }
  main { max-width: 980px; margin: 28px auto; padding: 0 20px; }
  footer { padding: 18px 24px; color: #5a6472; font-size: 13px; text-align: center; }
  h1 { font-size: 27px; margin: 0 0 18px; }
  h2 { font-size: 19px; margin: 0 0 12px; }
  h3 { font-size: 16px; margin: 0 0 6px; }
  table { width: 100%; border-collapse: collapse; background: #fff; }
  th, td { padding: 10px 12px; text-align: start; border-bottom: 1px solid #dde2e8; }
  .button, main button {
    display: inline-block; padding: 9px 18px; font: inherit; font-weight: 600; color: #fff;
    background: var(--brand); border: 0; border-radius: 8px; text-decoration: none; cursor: pointer;
  }
  :focus-visible { outline: 3px solid #f0b429; outline-offset: 2px; }
  .box { max-width: 420px; padding: 22px; background: #fff; border: 1px solid #dde2e8; border-radius: 12px; }
  .box label { display: block; margin-bottom: 14px; font-weight: 600; }
  .box input:not([type=checkbox]) {
    display: block; width: 100%; margin-top: 4px; padding: 9px 11px; font: inherit; border: 1px solid #aab3bf;
    border-radius: 8px;
  }
  .problem { color: #a3201a; font-weight: 600; }
  .plans { display: grid; grid-template-columns: repeat(auto-fill, minmax(210px, 1fr)); gap: 16px; }
  .plans .box p { font-size: 21px; font-weight: 700; margin: 4px 0 12px; }

  .columns { display: grid; grid-template-columns: minmax(0, 2fr) minmax(220px, 1fr); gap: 24px; }
  .bundle, .offers {
    padding: 18px; margin-bottom: 16px; background: #fff; border: 1px solid #dde2e8; border-radius: 12px;
  }
  .bundle p { margin: 0; }
  .bundle-label, .bundle-until { color: #5a6472; font-size: 14px; }
  .bundle-amount { font-size: 25px; font-weight: 700; }
  .bar { height: 8px; margin: 8px 0; background: #e3e7ec; border-radius: 4px; overflow: hidden; }
  .bar span { display: block; height: 100%; background: var(--brand); }
  .offers { align-self: start; }
  .offers ul { margin: 0; padding: 0; list-style: none; }
  .offers li { padding: 8px 0; border-top: 1px solid #e6eaee; }
  .offers em { float: inline-end; font-style: normal; font-weight: 700; }
  .hero { padding: 22px; margin-bottom: 20px; color: #fff; background: #27313d; border-radius: 16px; }
  .hero a { color: #fff; }
  .deals { display: flex; flex-wrap: wrap; gap: 12px; margin-bottom: 24px; }
  .deals h3 { width: 100%; }
  .deal { flex: 1; padding: 14px; background: #fff6e0; border-radius: 12px; }
  .deal strong { display: block; font-size: 20px; }

  .button + h2 { margin-top: 24px; }
  .g8d3y {
    display: grid; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); gap: 16px; margin-bottom: 18px;
  }
  .x7fk2 { padding: 18px; background: #fff; border-top: 5px solid var(--brand); border-radius: 10px; }
  .z4t8w { font-size: 30px; }
  .z4t8w small { font-size: 17px; }
  .lm9rs { display: block; color: #5a6472; font-size: 14px; }
  .o6s7e { display: flex; flex-wrap: wrap; gap: 12px; }
  .k5h1b { flex: 1; padding: 14px; background: #fff; border-radius: 10px; }
  .w1, .w2, .w5 { padding: 18px 0; border-bottom: 1px solid #cfd6de; }
  .w3, .w4 { display: flex; gap: 24px; justify-content: space-between; margin: 0; }
  .w3 strong { font-size: 21px; }
  dt { margin-top: 12px; font-weight: 700; }

  .skeleton i {
    display: block; height: 120px; margin-bottom: 16px; border-radius: 12px;
    background: linear-gradient(90deg, #e4e8ed, #f6f8fa, #e4e8ed) 0 / 200% 100%;
    animation: shimmer 1.4s infinite linear;
  }
  @keyframes shimmer { to { background-position: -200% 0; } }
  @media (prefers-reduced-motion: reduce) { .skeleton i { animation: none; } }
  @media (max-width: 640px) { .columns { grid-template-columns: 1fr; } }
`;
