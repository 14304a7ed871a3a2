import { html } from 'hono/html';
import { codeBox, type Markup, page, problem } from './layout.ts';

export type SignInStep = {
  /** The query of the authorization request; every step validates it again. */
  request: string;
  cancelUrl: string;
  problem: string | null;
};

export function phonePage(step: SignInStep, isRegistering: boolean): Markup {
  const title = isRegistering ? 'Register a number' : 'Sign in with your number';
  const alternative = isRegistering
    ? html`<a href="/oauth/authorize?${step.request}">Sign in instead</a>`
    : html`<a href="/oauth/register?${step.request}" data-testid="register">Register a new number</a>`;
  const name = html`<label><span>Name</span><input name="name" data-testid="name" autocomplete="name" required /></label>`;
  return page(
    title,
    html`<section>
        ${problem(step.problem)}
        <form method="post" action="/oauth/code">
          <input type="hidden" name="request" value="${step.request}" />
          ${isRegistering ? name : ''}
          <label>
            <span>Phone number</span>
            <input name="phone" type="tel" data-testid="phone" autocomplete="tel" placeholder="+46 70 000 00 01" required />
          </label>
          <div class="row">
            <button class="main" data-testid="send-code">Send me a code</button>
            <a href="${step.cancelUrl}" data-testid="cancel">Cancel</a>
          </div>
        </form>
      </section>
      <p>${alternative}</p>
      <p class="quiet">Known here: +46 70 000 00 01 (three cards) and +46 70 000 00 02 (one card).</p>`,
  );
}

export function codePage(step: SignInStep, phone: string, code: string | null): Markup {
  return page(
    'Enter the code',
    html`<section>
      ${problem(step.problem)} ${code === null ? '' : codeBox('code-shown', code)}
      <form method="post" action="/oauth/sign-in">
        <input type="hidden" name="request" value="${step.request}" />
        <input type="hidden" name="phone" value="${phone}" />
        <label>
          <span>Code sent to ${phone}</span>
          <input name="code" data-testid="code" inputmode="numeric" autocomplete="one-time-code" required />
        </label>
        <p class="quiet">Gigabar will be able to read what is left on your cards and to start a checkout, not to pay.</p>
        <div class="row">
          <button class="main" data-testid="sign-in">Sign in</button>
          <a href="${step.cancelUrl}" data-testid="cancel">Cancel</a>
        </div>
      </form>
    </section>`,
  );
}
