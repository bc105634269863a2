// SPDX-License-Identifier: EUPL-1.2
// Keys for officials. Off inside inputs and while an input method is composing; off altogether when the
// person turned them off: the server then leaves this file out. Every key has a visible button or link.
const CHOICES = { Digit1: "1", Digit2: "2", Digit3: "3" };

addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
  if (inText(event.target)) return;
  if (act(event)) event.preventDefault();
});

function inText(target) {
  return target.isContentEditable || target.closest("textarea, select, input:not([type=radio], [type=checkbox])") !== null;
}

function act(event) {
  if (event.code === "KeyJ") return move(1);
  if (event.code === "KeyK") return move(-1);
  if (event.code === "KeyX") return tick();
  if (event.code in CHOICES && !event.shiftKey) return choose(CHOICES[event.code]);
  return press((event.shiftKey ? "Shift+" : "") + event.code);
}

const places = () => [...document.querySelectorAll("[data-row], [data-item]")];
const current = () => document.activeElement.closest("[data-row], [data-item]");

function move(step) {
  const all = places();
  const here = all.indexOf(current());
  const next = all[here < 0 ? 0 : here + step];
  if (!next) return false;
  const goals = ["a.mc-queue__link", "input:checked", "input"];
  goals.map((goal) => next.querySelector(goal)).find(Boolean)?.focus();
  return true;
}

function tick() {
  const box = current()?.querySelector("input[type=checkbox]");
  box?.click();
  return Boolean(box);
}

function choose(number) {
  const choice = current()?.querySelector(`[data-choice="${number}"]`);
  choice?.click();
  choice?.focus();
  return Boolean(choice);
}

function press(key) {
  const target = [...document.querySelectorAll("[data-key]")].find((element) => element.dataset.key === key);
  if (target?.matches("input, textarea")) target.focus();
  else target?.click();
  return Boolean(target);
}

if (!document.querySelector(".govuk-error-summary")) document.querySelector("[data-first]")?.focus();
