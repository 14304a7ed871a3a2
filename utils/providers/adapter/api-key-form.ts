import type { Seller } from '../../core/accounts/account.ts';
import type { FieldDefinition, FormValues } from '../../core/forms/form-field.ts';
import type { Form } from './provider.ts';

type ApiKeyFormOptions = Pick<Form, 'textKey' | 'aliases' | 'tokenPage'> & {
  origin: string;
  /** Which card it is, and whose: fields by their names, kept with the seller. */
  codes: readonly string[];
  /** The field of the one secret. */
  secret: string;
  /** What else is known of the seller. */
  seller: Partial<Seller>;
};

/** For owners of a key to one seller's API: some codes and a secret, for one address. */
export function apiKeyForm({ textKey, aliases, tokenPage, origin, codes, secret, seller }: ApiKeyFormOptions) {
  const codeFields = codes.map((name): FieldDefinition => ({ name, textKey: name, kind: 'code' }));
  const secretField: FieldDefinition = { name: secret, textKey: secret, kind: 'secret' };
  const open = (base: Seller, entries: FormValues) => {
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
    open,
  } satisfies Form;
}
