/* What a button looks like by its weight in the view. The filled one has the first focus. */

/** A step to take: filled, or small. */
export const stepLook = (isPrimary: boolean) => ({
  class: isPrimary ? 'primary' : 'small-button',
  'data-first': isPrimary || undefined,
});

/** The large button: filled, or outlined. */
export const mainLook = (isFilled: boolean) => ({
  class: 'primary',
  'data-first': isFilled || undefined,
  'data-variant': isFilled ? undefined : 'quiet',
});
