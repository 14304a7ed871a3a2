/** By the beginning of a name. Of the rest the user is not told: it is made again by itself, and nothing is lost. */
const topics = {
  settings: 'settings',
  cards: 'cards',
  account: 'account',
  recipe: 'account',
  credentials: 'signIn',
  reading: 'figures',
  orders: 'orders',
  alerts: 'alerts',
  samples: 'history',
  archive: 'history',
} as const;

/** What a stored value is about, in words of `unread`; null: the user is not told of it. */
export function unreadTopic(name: string): (typeof topics)[keyof typeof topics] | null {
  const prefix = name.split(':')[0] ?? '';
  return Object.hasOwn(topics, prefix) ? topics[prefix as keyof typeof topics] : null;
}
