import type { Seller } from '../../core/accounts/account.ts';
import type { FieldDefinition, FormValues } from '../../core/forms/form-field.ts';
import type { Form } from './provider.ts';

type ApiKeyFormOptions = Pick<Form, 'textKey' | 'aliases' | 'tokenPage'> & {
  origin: string;
  /** Field names of what identifies the card and its owner; kept in the seller's `endpoints`. */
  codes: readonly string[];
  /** Field name of the one secret. */
  secret: string;
  /** Further facts about the seller. */
  seller: Partial<Seller>;
};

/** For owners of a key to one seller's API: some codes and a secret, sent to one address. */
export function apiKeyForm({ textKey, aliases, tokenPage, origin, codes, secret, seller }: ApiKeyFormOptions) {
  const codeFields = codes.map((name): FieldDefinition => ({ name, textKey: name, kind: 'code' }));
  const secretField: FieldDefinition = { name: secret, textKey: secret, kind: 'secret' };
  const toConnection = (base: Seller, entries: FormValues) => {
    const endpoints = Object.fromEntries(codes.map((name) => [name, entries[name] ?? '']));
    return { seller: { ...base, ...seller, origin, endpoints }, secret: entries[secret] ?? '' };
  };
  return {
    textKey,
    aliases,
    isForKeyOwners: true,
    fields: [...codeFields, secretField],
    origins: [`${origin}/*`],
    tokenPage,
    toConnection,
  } satisfies Form;
}
