/** A seller's own build is prefilled with its name, address and accent colour. */
export const brand = {
  name: import.meta.env.WXT_SELLER_NAME as string | undefined,
  address: (import.meta.env.WXT_SELLER_ADDRESS as string | undefined) ?? '',
  colour: import.meta.env.WXT_SELLER_COLOUR as string | undefined,
};

export function showBrand(page: Document): void {
  if (brand.colour && /^#[0-9a-f]{6}$/i.test(brand.colour)) {
    page.documentElement.style.setProperty('--accent', brand.colour);
  }
}
