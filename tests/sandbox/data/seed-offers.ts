import type { Money, Offer } from '../wire.ts';

const DAYS = { daily: 1, weekly: 7, monthly: 30 } as const;
const MB = 1_000_000;
const GB = 1_000_000_000;
const EUROPE = ['SE', 'NO', 'DK', 'DE', 'FR', 'ES', 'IT'];
const ASIA = ['JP', 'ID', 'TH', 'SG'];
const NORDIC = ['SE', 'NO', 'DK', 'FI', 'IS'];

function money(currencyCode: string, units: number, nanos = 0): Money {
  return { currencyCode, units: String(units), nanos };
}

type Length = keyof typeof DAYS;

function offer(planId: string, planName: string, cost: Money, length: Length, extra: Partial<Offer>): Offer {
  const days = DAYS[length];
  return {
    planId,
    planName,
    planDescription: `${planName} for ${days === 1 ? 'a day' : `${days} days`}.`,
    cost,
    duration: `${days * 86_400}s`,
    trafficCategories: ['GENERIC'],
    overUsagePolicy: 'BLOCKED',
    maxRateKbps: '0',
    purchaseEffect: 'ADD',
    availability: 'AVAILABLE',
    ...extra,
  };
}

function limited(bytes: number, regions: string[], extra: Partial<Offer> = {}): Partial<Offer> {
  return { quotaBytes: String(bytes), regions, ...extra };
}

/** An offer without quotaBytes is unlimited. */
function unlimited(regions: string[], extra: Partial<Offer> = {}): Partial<Offer> {
  return { regions, overUsagePolicy: 'THROTTLED', maxRateKbps: '1000', purchaseEffect: 'REPLACE', ...extra };
}

function europe(): Offer[] {
  const student = { availability: 'NOT_ELIGIBLE', reason: 'For students with a checked student card.' } as const;
  return [
    offer('eu-3gb-30d', 'Europe 3 GB', money('SEK', 99), 'monthly', limited(3 * GB, EUROPE)),
    offer(
      'eu-10gb-30d',
      'Europe 10 GB',
      money('SEK', 249),
      'monthly',
      limited(10 * GB, EUROPE, { purchaseEffect: 'RESET_VALIDITY', promoMessage: 'Most chosen' }),
    ),
    offer('eu-unlimited-30d', 'Europe Unlimited', money('SEK', 449), 'monthly', unlimited(EUROPE)),
    offer('eu-1gb-7d', 'Europe 1 GB', money('SEK', 39), 'weekly', limited(GB, EUROPE, { purchaseEffect: 'QUEUE' })),
    offer('eu-500mb-1d', 'Europe 500 MB', money('SEK', 15), 'daily', limited(500 * MB, EUROPE)),
    offer(
      'eu-20gb-30d',
      'Europe 20 GB',
      money('SEK', 399),
      'monthly',
      limited(20 * GB, EUROPE, { availability: 'SOLD_OUT' }),
    ),
    offer('eu-student-30d', 'Europe Student 8 GB', money('SEK', 129), 'monthly', limited(8 * GB, EUROPE, student)),
  ];
}

/** The 3 GB offer has no purchaseEffect, which means "unknown" on the wire. */
function asia(): Offer[] {
  const { purchaseEffect: _, ...effectUnknown } = offer(
    'asia-3gb-30d',
    'Asia 3 GB',
    money('IDR', 150_000),
    'monthly',
    limited(3 * GB, ASIA),
  );
  return [
    offer('asia-1gb-7d', 'Asia 1 GB', money('JPY', 980), 'weekly', limited(GB, ASIA)),
    effectUnknown,
    offer(
      'asia-10gb-30d',
      'Asia 10 GB',
      money('JPY', 3_480),
      'monthly',
      limited(10 * GB, ASIA, { purchaseEffect: 'QUEUE' }),
    ),
    offer('asia-200mb-1d', 'Asia 200 MB', money('IDR', 15_000), 'daily', limited(200 * MB, ASIA)),
    offer('asia-unlimited-7d', 'Asia Unlimited', money('JPY', 2_200), 'weekly', unlimited(ASIA)),
  ];
}

function home(): Offer[] {
  return [
    offer('home-5gb-30d', 'Home 5 GB', money('USD', 12, 990_000_000), 'monthly', limited(5 * GB, ['SE'])),
    offer('home-2gb-7d', 'Home 2 GB', money('KWD', 1, 250_000_000), 'weekly', limited(2 * GB, ['SE'])),
    offer('home-1gb-1d', 'Home 1 GB', money('KWD', 0, 475_000_000), 'daily', limited(GB, ['SE'])),
    offer('home-unlimited-30d', 'Home Unlimited', money('USD', 29, 500_000_000), 'monthly', unlimited(['SE'])),
  ];
}

function nordic(): Offer[] {
  return [
    offer('nordic-10gb-30d', 'Nordic 10 GB', money('SEK', 199), 'monthly', limited(10 * GB, NORDIC)),
    offer('nordic-2gb-7d', 'Nordic 2 GB', money('EUR', 5, 900_000_000), 'weekly', limited(2 * GB, NORDIC)),
    offer('nordic-1gb-1d', 'Nordic 1 GB', money('SEK', 19), 'daily', limited(GB, NORDIC)),
    offer('nordic-unlimited-30d', 'Nordic Unlimited', money('SEK', 349), 'monthly', unlimited(NORDIC)),
  ];
}

export function seedOffers(cardKey: string): Offer[] {
  if (cardKey === 'c_europe') return europe();
  if (cardKey === 'c_asia') return asia();
  if (cardKey === 'c_home') return home();
  return nordic();
}
