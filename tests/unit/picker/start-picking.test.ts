// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  clickAt,
  doTrusted,
  fakeLayout,
  finish,
  forgetLayout,
  markedBox,
  nextFrame,
  pickOn,
  pointAt,
  pressKey,
  results,
  startAgain,
  textIn,
  words,
} from './picker-setup.ts';

beforeEach(fakeLayout);
afterEach(forgetLayout);

const account = `
  <main><h2>Travel plan</h2><p>Remaining data</p>
  <p><b id="left" data-box="10 100 60 20">2.75 GB</b> of <i data-box="90 100 50 20">10 GB</i></p>
  <p>Used <b data-box="10 200 60 20">1.2 GB</b></p>
  <p id="bare"><b data-box="10 300 60 20">3.5G</b></p>
  <button id="button" data-box="10 400 80 30">Top up</button></main>`;

const picked = () => results.map((result) => result?.figures[0]?.text);
/** What of the picker is still in the document. */
const leftOver = () =>
  [...document.documentElement.children].filter((element) => !/^(HEAD|BODY)$/.test(element.tagName));

describe('an amount', () => {
  test('that is likely what is left is marked at once, and taken by Enter', async () => {
    pickOn(account);
    expect(markedBox()).toBe('10 100 60 20');
    expect([textIn('title'), textIn('hint')]).toEqual([words.title, words.hint]);
    pressKey('Enter');
    await finish();
    expect(picked()).toEqual(['2.75 GB']);
  });

  test('is marked under the pointer and taken by a click, a bare one too', async () => {
    pickOn(account);
    pointAt(30, 310);
    expect(markedBox()).toBe('10 300 60 20');
    clickAt(30, 310);
    await finish();
    expect(picked()).toEqual(['3.5G']);
  });

  test('is chosen by keys, around the ends, and spoken with what the page calls it', async () => {
    pickOn(account);
    pressKey('Tab');
    expect(markedBox()).toBe('90 100 50 20');
    pressKey('End');
    expect(markedBox()).toBe('10 300 60 20');
    pressKey('ArrowDown');
    expect(markedBox()).toBe('10 100 60 20');
    expect(textIn('spoken')).toBe('Remaining data 2.75 GB');
    pressKey('Tab', { shiftKey: true });
    pressKey('ArrowUp');
    expect(markedBox()).toBe('10 200 60 20');
    pressKey(' ');
    await finish();
    expect(picked()).toEqual(['1.2 GB']);
  });

  test('chosen by keys stays so until the pointer moves', () => {
    pickOn(account);
    pointAt(30, 310);
    pressKey('Home');
    pointAt(30, 310);
    expect(markedBox()).toBe('10 100 60 20');
    pointAt(31, 310);
    expect(markedBox()).toBe('10 300 60 20');
  });

  test('is not marked where it is hidden, folded, or behind something else', () => {
    pickOn(`
      <p>Remaining <b data-invisible data-box="0 0 50 20">1 GB</b></p>
      <div style="overflow-x: hidden" data-box="0 40 0 0"><p>Remaining <b data-box="0 40 50 20">2 GB</b></p></div>
      <p>Remaining <b data-box="0 80 50 20">3 GB</b></p>
      <div style="background-color: white; opacity: 1" data-box="0 70 400 90">Cookies?</div>`);
    pointAt(10, 10);
    expect(markedBox()).toBe('0 80 50 20');
    pointAt(10, 90);
    clickAt(10, 90);
    expect(textIn('hint')).toBe(words.notThere);
    expect(results).toEqual([]);
  });

  test('follows what the page does', async () => {
    pickOn('<p>Loading</p>');
    expect([textIn('title'), markedBox()]).toEqual([words.noneHere, null]);
    document.body.innerHTML = account;
    await vi.advanceTimersByTimeAsync(300);
    expect([textIn('title'), markedBox()]).toEqual([words.title, '10 100 60 20']);
    document.getElementById('left')?.setAttribute('data-box', '10 150 60 20');
    nextFrame();
    expect(markedBox()).toBe('10 150 60 20');
  });

  test('that has changed since it was marked is not taken unseen', async () => {
    pickOn(account);
    const left = document.getElementById('left') as HTMLElement;
    (left.firstChild as Text).data = '1.75 GB';
    pressKey('Enter');
    await vi.advanceTimersByTimeAsync(600);
    expect(results).toEqual([]);
    pressKey('Enter');
    await finish();
    expect(picked()).toEqual(['1.75 GB']);
  });

  test('is taken with what the set-up has to know', async () => {
    const sizes = { navigation: [{ transferSize: 300, encodedBodySize: 40_000 }], resource: [{ transferSize: 900 }] };
    vi.spyOn(performance, 'getEntriesByType').mockImplementation(
      (type) => sizes[type as keyof typeof sizes].map((entry) => ({ encodedBodySize: 0, ...entry })) as never,
    );
    pickOn(`<header>Signed in as anna@mail.example</header>${account}`);
    pressKey('Enter');
    await finish();
    expect(results[0]).toMatchObject({ documentBytes: 40_000, pageBytes: 40_900, url: location.href });
    expect(results[0]?.salt).toMatch(/^[\w-]{22}$/);
    expect(results[0]?.accounts[0]?.marks[0]?.hash).toMatch(/^[\w-]{43}$/);
  });
});

describe('a place without an amount', () => {
  test('is answered for a moment when it is clicked, and nothing else happens', async () => {
    pickOn(account);
    clickAt(300, 300);
    expect(textIn('hint')).toBe(words.notThere);
    await vi.advanceTimersByTimeAsync(3000);
    expect(textIn('hint')).toBe(words.hint);
    expect(results).toEqual([]);
  });
});

describe('the page', () => {
  test('gets nothing of what the person does, nor a second click, until the picker is gone', async () => {
    const heard: string[] = [];
    pickOn(account);
    const button = document.getElementById('button') as HTMLElement;
    for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click', 'dblclick', 'contextmenu', 'keydown'])
      document.addEventListener(type, () => heard.push(type), true);
    const trusted = (type: string) => doTrusted(button, new MouseEvent(type, { bubbles: true, cancelable: true }));
    for (const type of ['pointerdown', 'mousedown', 'mouseup', 'dblclick', 'contextmenu']) trusted(type);
    clickAt(30, 410, button);
    pressKey('a');
    clickAt(30, 110);
    clickAt(30, 110, button);
    expect(heard).toEqual([]);
    await finish();
    trusted('click');
    expect([picked(), heard]).toEqual([['2.75 GB'], ['click']]);
  });

  test('picks and stops nothing by events of its own', () => {
    pickOn(account);
    const left = document.getElementById('left') as HTMLElement;
    left.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: 30, clientY: 110 }));
    for (const type of ['keydown', 'keyup'])
      document.body.dispatchEvent(new KeyboardEvent(type, { key: 'Escape', bubbles: true }));
    nextFrame();
    expect([results, leftOver().length]).toEqual([[], 1]);
  });

  test('cannot reach into the layer, and has it back where it took it away', () => {
    pickOn(account);
    const [host] = leftOver();
    expect(host?.shadowRoot).toBeNull();
    host?.remove();
    nextFrame();
    expect(leftOver()).toEqual([host]);
  });

  test('has the layer in its dialog where all else is out of reach', () => {
    pickOn('<dialog data-modal open><p>Remaining <b data-box="0 0 50 20">1 GB</b></p></dialog>');
    expect([leftOver(), document.querySelector('dialog')?.lastElementChild?.localName]).toEqual([[], 'div']);
  });

  test('has nothing of it left, and its focus back, after Escape', () => {
    document.body.innerHTML = account;
    document.getElementById('button')?.focus();
    startAgain();
    pressKey('Escape');
    expect([results, leftOver(), document.activeElement?.id]).toEqual([[null], [], 'button']);
    pressKey('Escape');
    expect(results).toEqual([null]);
  });

  test('has one picker, however often it is started', () => {
    pickOn(account);
    startAgain();
    expect([leftOver().length, results]).toEqual([1, []]);
  });
});

describe('the sheet says why nothing can be picked', () => {
  const left = '<p>Remaining <b data-box="0 0 50 20">1 GB</b></p>';
  const frame = (box: string) => `<iframe data-box="${box}"></iframe>`;

  test.each([
    ['on a page that asks for a password', `<input type="password">${left}`, words.asksPassword],
    ['on a page without an amount', '<p>Hello</p>', words.noneHere],
    ['where most of the page is another site’s', frame(`0 0 ${innerWidth} ${innerHeight}`), words.otherFrame],
    ['beside a small part of another site’s', frame('0 0 30 30'), words.noneHere],
  ])('%s', (_, html, sentence) => {
    vi.spyOn(HTMLIFrameElement.prototype, 'contentDocument', 'get').mockReturnValue(null as never);
    // That it loads no frames.
    vi.spyOn(console, 'error').mockReturnValue();
    pickOn(html);
    pressKey('Enter');
    clickAt(20, 10);
    expect([textIn('title'), textIn('hint'), markedBox(), results]).toEqual([sentence, '', null, []]);
    pressKey('Escape');
    expect(results).toEqual([null]);
  });

  test('on a page that is not encrypted', () => {
    vi.stubGlobal('isSecureContext', false);
    pickOn(left);
    expect([textIn('title'), markedBox()]).toEqual([words.notSecure, null]);
  });
});
