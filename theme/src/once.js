// SPDX-License-Identifier: EUPL-1.2
// A form marked data-once is sent once per press: a second press while the first is on its way does nothing.
const WAIT = 8000;

export function guardForms(root) {
  root.addEventListener("submit", (event) => {
    const form = event.target;
    if (!("once" in form.dataset)) return;
    if (form.dataset.sending) return event.preventDefault();
    form.dataset.sending = "1";
    // A slow network may need a second try; the server answers a repeated press with the same page.
    setTimeout(() => release(form), WAIT);
  });
  // Coming back by the Back button shows the page as it was left.
  addEventListener("pageshow", () => root.querySelectorAll("form[data-sending]").forEach(release));
}

function release(form) {
  delete form.dataset.sending;
}
