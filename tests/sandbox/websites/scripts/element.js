/** Children are elements and texts; texts never become markup. */
export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

export function link(href, text, className) {
  const made = element('a', className, text);
  made.href = href;
  return made;
}
