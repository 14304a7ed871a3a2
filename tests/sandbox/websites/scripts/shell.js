/** Fetches what the account page shows, and puts what `draw` makes of it in place of the skeleton. */
export async function showAccount(draw) {
  const app = document.getElementById('app');
  const answer = await fetch('/account/data');
  if (answer.status === 401) {
    location.assign('/sign-in');
  } else if (answer.ok) {
    const view = await answer.json();
    document.getElementById('identity').textContent = view.signedInAs;
    app.replaceChildren(...draw(view));
  } else {
    app.remove();
    document.getElementById('unavailable').hidden = false;
  }
}

/** Shows the account without a load: only the address changes. */
export function followAccountLink(draw) {
  const { content } = document.getElementById('account-template');
  const follow = (event) => {
    // Who is signed out is sent to the sign-in page by the server.
    if (!document.getElementById('identity')) return;
    event.preventDefault();
    history.pushState(null, '', '/account');
    document.querySelector('main').replaceChildren(content.cloneNode(true));
    void showAccount(draw);
  };
  document.querySelector('nav a[href="/account"]').addEventListener('click', follow);
  addEventListener('popstate', () => location.reload());
}
