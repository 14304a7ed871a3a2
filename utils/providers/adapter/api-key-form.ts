import type { Seller } from '../../core/accounts/account.ts';
import type { Entries, Field } from '../../core/forms/form-field.ts';
import type { Form } from './provider.ts';

type KeyForm = Pick<Form, 'words' | 'aliases' | 'tokenPage'> & {
  origin: string;
  /** Which card it is, and whose: fields by their names, kept with the seller. */
  codes: readonly string[];
  /** The field of the one secret. */
  secret: string;
  /** What else is known of the seller. */
  seller: Partial<Seller>;
};

/** For owners of a key to one seller's API: some codes and a secret, for one address. */
export function keyForm({ words, aliases, tokenPage, origin, codes, secret, seller }: KeyForm) {
  const codeFields = codes.map((name): Field => ({ name, words: name, kind: 'code' }));
  const secretField: Field = { name: secret, words: secret, kind: 'secret' };
  const open = (base: Seller, entries: Entries) => {
    const endpoints = Object.fromEntries(codes.map((name) => [name, entries[name] ?? '']));
    return { seller: { ...base, ...seller, origin, endpoints }, secret: entries[secret] ?? '' };
  };
  return {
    words,
    aliases,
    isForKeyOwners: true,
    fields: [...codeFields, secretField],
    origins: [`${origin}/*`],
    tokenPage,
    open,
  } satisfies Form;
}
