import { useState } from 'preact/hooks';
import { t } from '../../../utils/browser/i18n.ts';
import { send } from '../../../utils/browser/messages.ts';
import type { Account, UsualPurchase } from '../../../utils/core/accounts/account.ts';
import { trimValues } from '../../../utils/core/forms/form-field.ts';
import {
  parseUsualPurchase,
  usualPurchaseFields,
  usualPurchaseToFormValues,
} from '../../../utils/core/page/setup/usual-purchase.ts';
import { FormFields } from '../../form/FormFields.tsx';
import { useForm } from '../../form/use-form.ts';
import { usualPurchaseText } from '../../format/purchase-text.ts';
import '../../ui/disclosure.css';
import '../../ui/page.css';
import '../../ui/button.css';

type Props = { account: Account; usual: UsualPurchase | null };

/** What the user usually buys where they renew, as they have entered it, and the folded form for that. */
export function UsualPurchaseForm({ account, usual }: Props) {
  const form = useForm(usualPurchaseFields, usualPurchaseToFormValues(usual));
  const [result, setResult] = useState<'saved' | 'failed' | null>(null);
  const change = (name: string, value: string) => {
    setResult(null);
    form.change(name, value);
  };
  const save = async () => {
    setResult(null);
    if (!form.validate()) return;
    const entered = parseUsualPurchase(trimValues(usualPurchaseFields, form.typed));
    await send('setUsualPurchase', { accountId: account.id, usual: entered }).then(
      () => setResult('saved'),
      () => setResult('failed'),
    );
  };
  return (
    <>
      {usual === null ? null : (
        <p data-testid="usual-entered">
          {t('page.usual.entered', { what: usualPurchaseText(usual, account.seller.byteUnit) })}
        </p>
      )}
      <details class="disclosure" data-testid="usual-purchase">
        <summary>{t(usual === null ? 'page.usual.add' : 'page.usual.change')}</summary>
        <form
          class="page-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <p class="page-quiet">{t('page.usual.says')}</p>
          <FormFields fields={usualPurchaseFields} form={{ ...form, change }} />
          <button type="submit" class="small-button" data-testid="save-usual">
            {t('popup.enterSave')}
          </button>
          <p role="status" class="page-quiet" data-testid="usual-status">
            {result === 'saved' ? t('popup.enterSaved') : null}
            {result === 'failed' ? t('settings.notSaved') : null}
          </p>
        </form>
      </details>
    </>
  );
}
