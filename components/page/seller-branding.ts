/** Build-time branding of a seller's own build: its name, address and accent colour. */
export const sellerBranding = {
  name: import.meta.env.WXT_SELLER_NAME as string | undefined,
  address: (import.meta.env.WXT_SELLER_ADDRESS as string | undefined) ?? '',
  colour: import.meta.env.WXT_SELLER_COLOUR as string | undefined,
};

export function applyBranding(page: Document): void {
  if (sellerBranding.colour && /^#[0-9a-f]{6}$/i.test(sellerBranding.colour)) {
    page.documentElement.style.setProperty('--accent', sellerBranding.colour);
  }
}
