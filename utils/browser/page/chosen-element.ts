const choices = new Set(['li', 'a', 'button', 'option', 'label']);
const choiceRoles = new Set(['tab', 'option', 'radio', 'menuitemradio', 'treeitem']);
const chosenStates = ['aria-selected', 'aria-checked', 'aria-pressed', 'aria-current', 'data-active', 'data-selected'];
/** As frameworks of styles name it: "active", "is-selected", "nav-link--current". */
const chosenClass = /(^|[\s_-])(active|selected|current|checked|chosen)(\s|$)/i;

/** Fields that show what was chosen, not what was written. */
const choiceFields = new Set(['month', 'week', 'date']);

/** Whether an element is the one of several by which the page says what it shows: an option, a tab, a line. */
export function isChosen(element: Element, tag: string, role = ''): boolean {
  if (tag === 'input') return isChoiceField(element as HTMLInputElement);
  if (role === 'combobox' || (tag === 'button' && opensChoices(element))) return true;
  const style = `${element.getAttribute('class') ?? ''} ${element.getAttribute('data-state') ?? ''}`;
  const isStyled = chosenClass.test(style);
  if (!choices.has(tag) && !choiceRoles.has(role) && !(isStyled && isOneOfChips(element, tag))) return false;
  if (tag === 'option') return (element as HTMLOptionElement).selected;
  if (tag === 'label') return isChosenRadio((element as HTMLLabelElement).control);
  if (leadsElsewhere(element)) return false;
  const states = chosenStates.map((name) => element.getAttribute(name) ?? 'false');
  return isStyled || states.some((state) => state !== 'false');
}

/** The button of a list shows what was chosen in it; that of a menu too, or what it is called, if not a count. */
function opensChoices(button: Element): boolean {
  const popup = button.getAttribute('aria-haspopup') ?? '';
  return popup === 'listbox' || (/^(true|menu|tree|grid)$/.test(popup) && !/\p{Nd}/u.test(button.textContent ?? ''));
}

/** One of several that are styled as choices, and nothing but words. */
function isOneOfChips(element: Element, tag: string): boolean {
  const [name] = element.classList;
  const isAlike = (other: Element | null) =>
    other?.localName === tag && name !== undefined && other.classList[0] === name;
  const isWords =
    /^(div|span)$/.test(tag) && element.childElementCount === 0 && /\p{L}/u.test(element.textContent ?? '');
  return isWords && (isAlike(element.previousElementSibling) || isAlike(element.nextElementSibling));
}

/** A link with an address of its own: what it chooses, the page's address tells. */
function leadsElsewhere(element: Element): boolean {
  const link = element.localName === 'a' ? element : (element.querySelector('a') ?? element.closest('a'));
  const href = link?.getAttribute('href') ?? '#';
  return !/^\s*(#|javascript:)/i.test(href);
}

function isChoiceField(field: HTMLInputElement): boolean {
  const isOfList = field.getAttribute('role') === 'combobox' || field.hasAttribute('list');
  return choiceFields.has(field.type) || (field.type === 'text' && (field.readOnly || isOfList));
}

function isChosenRadio(control: HTMLElement | null): boolean {
  const input = control as HTMLInputElement | null;
  return input?.type === 'radio' && input.checked;
}
