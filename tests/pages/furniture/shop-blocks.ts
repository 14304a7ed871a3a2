import type { Random } from '../../bench/random.ts';

/* What stands at the top of every page of a seller's site, and what the seller's shop shows. */

export const cookieBanner =
  '<div class="cookies" role="dialog" aria-label="Cookies"><h2>We value your privacy</h2><p>We and our 812 partners ' +
  'store and read information on your device.</p><button>Accept all</button><button>Reject all</button></div>';

export function signedInHeader(account: string | null): string {
  const person = account ?? '<a href="/sign-in">Sign in</a>';
  return (
    `<div class="top"><a href="/" aria-label="Home"><svg width="24" height="24"><path d="M3 3h18v18H3z"/></svg></a>` +
    `<form role="search"><input name="q" placeholder="Search"><button>Search</button></form>` +
    `<div class="account">${person}</div><a href="/basket">Basket <span class="count">0</span></a></div>`
  );
}

export function navigation(headings: readonly string[]): string {
  const own = headings.map((heading) => `<li><a href="#block">${heading}</a></li>`).join('');
  const rest = ['Overview', 'Invoices', 'Data usage', 'Top up', 'Roaming', 'Help']
    .map((name) => `<li><a href="/${name.toLowerCase().replaceAll(' ', '-')}">${name}</a></li>`)
    .join('');
  return `<nav aria-label="Account"><ul>${own}${rest}</ul></nav>`;
}

const menus = ['Phones', 'Plans', 'Prepaid', 'eSIM', 'Broadband', 'TV', 'Accessories', 'Business', 'Support'] as const;
const entries = [
  'New in',
  'Best sellers',
  '5G plans',
  'SIM only',
  'Deals',
  'Family',
  '4G routers',
  'Trade in',
] as const;

export function menuGroup(random: Random): string {
  const menu = random.pick(menus);
  const links = Array.from({ length: 8 }, () => random.pick(entries)).map(
    (name, index) => `<li><a href="/shop/${menu.toLowerCase()}/${index}"><span>${name}</span></a></li>`,
  );
  return `<div class="menu"><p class="menu-title">${menu}</p><ul>${links.join('')}</ul></div>`;
}

const makes = ['Nova', 'Pixel', 'Galaxy', 'Edge', 'Xperia', 'Fold'] as const;
const sizes = ['64 GB', '128 GB', '256 GB', '512 GB', '1 TB'] as const;

export function product(random: Random): string {
  const name = `${random.pick(makes)} ${Math.round(random.between(5, 20))} 5G`;
  const price = (Math.round(random.between(99, 1_300)) - 0.01).toFixed(2);
  return (
    `<article class="product"><img alt="${name}" src="data:,"><h3>${name}</h3><p>${random.pick(sizes)}</p>` +
    `<p>${random.pick(['4 GB RAM', '8 GB RAM', '12 GB RAM'])}</p><p><b>${price} €</b> <s>1499.00 €</s></p>` +
    '<button>Add to basket</button></article>'
  );
}
