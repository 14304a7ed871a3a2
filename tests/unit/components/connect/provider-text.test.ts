import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { generateChromeMessages, parseMessagesText } from '@wxt-dev/i18n/build';
import { describe, expect, test } from 'vitest';
import { endField, totalField } from '../../../../components/page-setup/typed-answers.ts';
import type { FieldDefinition } from '../../../../utils/core/forms/form-field.ts';
import { usualPurchaseFields } from '../../../../utils/core/page/setup/usual-purchase.ts';
import { loadProviders } from '../../../../utils/providers/registry.ts';

/* The translation keys built at run time, which the types cannot check against the locales. */

const providers = await loadProviders();

const fieldsOf = ({ form, setup }: (typeof providers)[number]) => [...(form?.fields ?? []), ...(setup?.fields ?? [])];
const keysOfField = ({ textKey, options = [] }: FieldDefinition) =>
  ['label', 'hint', ...options.map((option) => `of${option}`)].map((part) => `field_${textKey}_${part}`);

const declared = new Set([
  ...providers.flatMap(({ form }) =>
    form ? ['name', 'for', 'asks'].map((part) => `provider_${form.textKey}_${part}`) : [],
  ),
  ...[...providers.flatMap(fieldsOf), ...usualPurchaseFields, totalField, endField].flatMap(keysOfField),
]);
/** Keys that are used by all fields. */
const shared = /^field_(optional|unit|currency|problem_\w+)$/;

describe.each(['en', 'zh_CN'])('in %s', async (locale) => {
  const file = resolve(import.meta.dirname, `../../../../locales/${locale}.yml`);
  const messages = generateChromeMessages(parseMessagesText(await readFile(file, 'utf8'), 'YAML'));

  test('there are words for all that providers and their fields declare, and none is empty', () => {
    expect([...declared].filter((key) => !messages[key]?.message.trim())).toEqual([]);
  });

  test('there are no words for providers and fields that are none', () => {
    const existing = Object.keys(messages).filter((key) => /^(provider|field)_/.test(key) && !shared.test(key));
    expect(existing.filter((key) => !declared.has(key))).toEqual([]);
  });

  test('no two providers have one name', () => {
    const names = providers.flatMap(({ form }) => (form ? [messages[`provider_${form.textKey}_name`]?.message] : []));
    expect(new Set(names).size).toBe(names.length);
  });
});

test('each provider with a form has words of its own, of letters and digits', () => {
  const textKeys = providers.flatMap(({ form }) => (form ? [form.textKey] : []));
  expect(new Set(textKeys).size).toBe(textKeys.length);
  expect([...textKeys, ...providers.flatMap(fieldsOf).map((field) => field.textKey)].join('')).toMatch(
    /^[a-zA-Z0-9]+$/,
  );
});
