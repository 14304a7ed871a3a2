/**
 * Important declarations of a shadow root win over the page's, whatever those are: so the page can neither hide nor
 * move the overlay. Sizes are pixels, as a page sets its own `rem`. The sheet is dark in both schemes, and the mark has
 * a ring of either kind, since it lies on colours that nobody knows.
 */
export const overlayStyle = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 !important;
  display: block !important;
  z-index: 2147483647 !important;
}
:host::backdrop {
  display: none !important;
}
.cover {
  position: fixed;
  inset: 0;
  cursor: crosshair;
}
.cover[data-over] {
  cursor: pointer;
}
.mark {
  position: fixed;
  box-sizing: border-box;
  border: 2px solid #0a6b62;
  border-radius: 6px;
  background: #0a6b6214;
  box-shadow: 0 0 0 1.5px #fff;
}
.sheet {
  position: fixed;
  inset-inline: 12px;
  inset-block-end: calc(12px + env(safe-area-inset-bottom));
  margin-inline: auto;
  max-inline-size: 640px;
  max-block-size: 50vh;
  overflow: auto;
  box-sizing: border-box;
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: flex-end;
  gap: 4px 12px;
  padding: 12px;
  padding-inline: 16px 8px;
  border: 1px solid #3a424b;
  border-radius: 10px;
  outline: none;
  background: #14171b;
  color: #eef1f4;
  color-scheme: dark;
  box-shadow: 0 8px 24px #0005;
  font: 14px/20px system-ui, -apple-system, "Segoe UI", Roboto, Inter, "Noto Sans", "Noto Sans CJK SC", sans-serif;
  text-align: start;
  cursor: default;
}
.sheet[data-at="top"] {
  inset-block: calc(12px + env(safe-area-inset-top)) auto;
}
.words {
  flex: 1 1 200px;
}
p {
  margin: 0;
  overflow-wrap: anywhere;
}
.title {
  font-size: 15px;
  font-weight: 600;
}
.hint {
  color: #9ba6b3;
}
.hint[data-answer] {
  color: #f0ae3c;
}
.hint:empty {
  display: none;
}
.spoken {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.stop {
  flex: none;
  min-block-size: 44px;
  padding: 8px 12px;
  border: 1px solid transparent;
  border-radius: 8px;
  background: none;
  color: inherit;
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
.stop[data-over] {
  background: #2b3138;
}
@media (prefers-contrast: more) {
  .hint {
    color: inherit;
  }
  .sheet,
  .stop {
    border-color: #eef1f4;
  }
}
@media (forced-colors: active) {
  .mark {
    border: 3px solid Highlight;
    background: none;
  }
  .stop {
    border-color: ButtonBorder;
  }
}
`;
