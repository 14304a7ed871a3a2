import { beforeEach, describe, expect, test } from 'vitest';
import { alertText } from '../../../../entrypoints/background/alerts/alert-text.ts';
import type { CardOverview } from '../../../../entrypoints/background/state/card-overviews.ts';
import { dateTimeText } from '../../../../utils/browser/i18n.ts';
import type { AlertCondition } from '../../../../utils/core/alerts/alert-conditions.ts';
import type { Plan } from '../../../../utils/core/usage/card.ts';
import { dayMs, hourMs } from '../../../../utils/core/values/time.ts';
import { known, makeCard, makeModule, makePlan, makeSnapshot, start } from '../../support/builders.ts';
import { setLocale } from '../../support/i18n.ts';

const chargeAt = start + 20 * hourMs;
const charge: AlertCondition = { key: `charge:${chargeAt}`, kind: 'charge' };
const skewMs = 2 * hourMs;
const when = () => dateTimeText(chargeAt - skewMs, start);
const costOf = (units: string) => ({ currency: 'SEK', units, nanos: 0 });
const autoRenew = { isEnabled: true, nextChargeAt: chargeAt, cost: costOf('199') };

/** The alert's text for a card with these plans, whose seller's clock is ahead of ours. */
function textOf(
  topics: AlertCondition[],
  plans: Partial<Plan>[],
  leftBytes = 1.2e9,
  state: 'active' | 'grace' = 'active',
) {
  const made = plans.map((some) => makePlan([makeModule(known(leftBytes))], { expiresAt: chargeAt, ...some }));
  const card = makeCard([], { plans: made, state });
  const text = alertText(
    {
      listed: { title: 'Axis Nordic' },
      account: { seller: { byteUnit: 1000 } },
      snapshot: makeSnapshot({ cards: [card], skewMs }),
      card,
      forecast: { kind: 'none' },
      sellerNow: start + skewMs,
    } as unknown as CardOverview,
    topics,
    'left',
    start,
  );
  return { title: text.title, message: text.message.replaceAll('\u00a0', ' ') };
}

beforeEach(() => setLocale('en'));

describe('an alert of a charge', () => {
  test('says when by our clock, then for how much, then how the card stands', () => {
    expect(textOf([charge], [{ autoRenew }])).toEqual({
      title: `Axis Nordic: renews by itself ${when()}`,
      message: `SEK 199.00 will be charged. 1.2 GB left. 40% of the plan is left. Expires ${when()}.`,
    });
  });

  test('names no price that is not told, nor a part of it', () => {
    const withoutCost = { autoRenew: { ...autoRenew, cost: null } };
    expect(textOf([charge], [withoutCost]).message).not.toContain('charged');
    expect(textOf([charge], [{ autoRenew }, withoutCost]).message).not.toContain('charged');
    const dearer = { autoRenew: { ...autoRenew, nextChargeAt: chargeAt + hourMs, cost: costOf('349') } };
    expect(textOf([charge], [{ autoRenew }, dearer]).message).toMatch(/^SEK 199\.00 and SEK 349\.00 will be charged\./);
  });

  test('of an empty card does not say that nothing is left', () => {
    const { title, message } = textOf([charge], [{ autoRenew, expiresAt: start + 9 * dayMs }], 0);
    expect(title).toContain('renews by itself');
    expect(message).toMatch(/^SEK 199\.00 will be charged\. Expires [^.]+\.$/);
  });

  test('comes after what is more serious', () => {
    const topics: AlertCondition[] = [{ key: '24h', kind: 'ends' }, charge];
    expect(textOf(topics, [{ autoRenew }])).toEqual({
      title: `Axis Nordic: expires ${when()}`,
      message: `1.2 GB left. 40% of the plan is left. Renews by itself ${when()}. SEK 199.00 will be charged.`,
    });
    expect(textOf([{ key: '0', kind: 'empty' }, charge], [{ autoRenew }], 1e9, 'grace')).toEqual({
      title: 'Axis Nordic: no data left',
      message: `Its validity is over. It has no data until you top up. Renews by itself ${when()}. SEK 199.00 will be charged.`,
    });
  });

  test('is said in each language', async () => {
    await setLocale('zh_CN');
    const { title, message } = textOf([charge], [{ autoRenew }]);
    expect(title).toBe(`Axis Nordic：${when()} 自动续费`);
    expect(message).toMatch(/^将扣款 .*199\.00.*。 /);
  });
});

describe('an alert of a date', () => {
  const at = start + 20 * hourMs;
  const unstarted: Partial<Plan> = {
    ...{ name: 'World 5 GB', state: 'not-started', startsAt: null, expiresAt: null, startBefore: at },
  };
  const lost: AlertCondition = { key: `unstarted-1d:${at}`, kind: 'unstarted' };
  const lineEnd: AlertCondition = { key: `line-end-1d:${at}`, kind: 'line-end' };

  test('says which plan is lost, until when by our clock, and how it is kept', () => {
    expect(textOf([lost], [unstarted])).toEqual({
      title: `Axis Nordic: World 5 GB is lost unless it is started by ${when()}`,
      message: 'It starts when the card is first used.',
    });
  });

  test('names all plans that are lost then, and none that is not', () => {
    const others = [
      { ...unstarted, name: 'Asia 1 GB' },
      { ...unstarted, name: 'Later', startBefore: at + dayMs },
    ];
    expect(textOf([lost], [unstarted, ...others]).title).toContain('World 5 GB and Asia 1 GB is lost');
  });

  test('says when the SIM ends, and what keeps it', () => {
    const { title, message } = textOf([lineEnd], [{}]);
    expect(title).toBe(`Axis Nordic: SIM ends ${when()} without a top-up`);
    expect(message).toMatch(/^A top-up keeps it\./);
  });

  test('follows what is more serious, of a card without data too', () => {
    const { message } = textOf([{ key: '20%', kind: 'left' }, lineEnd, lost], [{}, unstarted], 1e8);
    expect(message).toContain(`The SIM ends ${when()} without a top-up.`);
    expect(message).toContain(`World 5 GB is lost unless it is started by ${when()}.`);
    expect(textOf([{ key: '0', kind: 'empty' }, lineEnd], [{}], 1e9, 'grace').message).toContain('The SIM ends');
  });
});
